import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { groupGrade, modulePk, moduleOffice, peerBallot, period, plan, post, ruling, scoreEntry, scoreSheet, serviceEvent, task, villageRank } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'

describe('what is missing is exactly what computing refuses', () => {
  let town: TestTownship
  let periodId: string
  beforeEach(async () => {
    town = await testTownship(smallTown())
    town.as('S0', 'principal')
    periodId = requirePeriod(town.app.read(), '2026Q1').id
  })
  afterEach(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const missing = async () => (await inspector().periods.missing({ periodId })).map(({ kind }) => kind)
  const compute = () => codeOf(inspector().periods.compute({ code: '2026Q1' }))

  function change(write: (tx: Write) => unknown) {
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  }

  /** Everything that the evaluation of the quarter needs. */
  async function complete() {
    change((tx) => {
      tx.update(period).set({ stage: 'scoring' }).where(eq(period.id, periodId)).run()
      tx.insert(peerBallot).values({ periodId, openedOn: '2026-04-01', closedOn: '2026-04-03', sealedAt: '2026-04-03', clearedOn: '2026-04-03' }).run()
      for (const code of ['party', 'service']) tx.insert(modulePk).values({ moduleId: town.moduleId(code), periodId, factor: '1' }).run()
    })
    await inspector().scores.open({ periodId })
    const villages = await inspector().villages.ranks({ periodId })
    await inspector().villages.setRanks({ periodId, ranks: villages.map(({ villageId }, index) => ({ villageId, rank: index + 1 })) })
    const [group] = await inspector().groups.grades({ periodId })
    await town.asConsole().groups.grade({ groupId: group?.groupId ?? '', periodId, grade: 'A' })
    change((tx) => {
      tx.update(scoreEntry).set({ score: 400 }).run()
      tx.update(scoreSheet).set({ state: 'submitted' }).run()
    })
  }

  test('nothing, when all is there; and nothing once it is frozen, whatever is changed then', async () => {
    await complete()
    expect(await missing()).toEqual([])
    expect(await compute()).toBe('done')
    change((tx) => tx.update(post).set({ score: null }).run())
    expect([await missing(), await compute()]).toEqual([[], 'done'])
  })

  const gaps: readonly (readonly [string, (tx: Write) => unknown, readonly string[], string])[] = [
    ['the stage', (tx) => tx.update(period).set({ stage: 'collecting' }).run(), ['stage'], 'period_not_open'],
    ['the plan', (tx) => tx.update(plan).set({ state: 'draft' }).run(), ['plan'], 'plan_not_approved'],
    ['every sheet', (tx) => [tx.delete(scoreEntry).run(), tx.delete(scoreSheet).run()], ['noSheets'], 'inputs_missing'],
    ['a head in office', (tx) => tx.delete(moduleOffice).where(eq(moduleOffice.office, 'lead_a')).run(), ['noScorer', 'noScorer'], 'inputs_missing'],
    ['people on no sheet', (tx) => tx.delete(scoreEntry).where(eq(scoreEntry.staffId, ratee)).run(), ['unrated', 'unrated'], 'inputs_missing'],
    ['a submit', (tx) => tx.update(scoreSheet).set({ state: 'draft' }).where(eq(scoreSheet.seq, 1)).run(), ['sheet'], 'inputs_missing'],
    ['the closing of the ballot, and a neighbour of a small module', (tx) => tx.update(peerBallot).set({ closedOn: null }).run(), ['ballot', 'smallModule'], 'inputs_missing'],
    ['a verification', (tx) => tx.update(task).set({ state: 'submitted' }).run(), ['task'], 'inputs_missing'],
    ['a rank', (tx) => tx.delete(villageRank).run(), ['village', 'village'], 'inputs_missing'],
    ['the score of a post', (tx) => tx.update(post).set({ score: null }).run(), ['post'], 'post_without_score'],
    ['a PK factor', (tx) => tx.delete(modulePk).run(), ['pkFactor', 'pkFactor'], 'inputs_missing'],
    ['the grade of a group', (tx) => tx.delete(groupGrade).run(), ['groupGrade'], 'inputs_missing'],
    ['a ruling on a veto', (tx) => tx.insert(ruling).values({ id: town.app.environment.newId(), seq: 1, code: 'CD0001', kind: 'veto', periodId, staffId: ratee, effect: 'cap_basic', clause: '某条', rulingBody: '镇党委会议', reason: '经核实', proposedOn: '2026-04-01', proposedBy: 'test' }).run(), ['ruling'], 'inputs_missing'],
    ['an event of a kind that the plan has not', (tx) => tx.insert(serviceEvent).values({ ...anEvent(), kind: 'dance' }).run(), ['snapshot'], 'snapshot_refused'],
  ]
  let ratee = ''
  function anEvent() {
    const village = town.app.read().query.village.findFirst().sync()
    return { id: town.app.environment.newId(), seq: 1, staffId: ratee, villageId: village?.id ?? '', date: '2026-02-03', household: null, quantity: '1', note: null, state: 'verified' as const }
  }

  test.each(gaps)('without %s', async (_, take, kinds, code) => {
    await complete()
    ratee = town.staffId('A2')
    change(take)
    expect([await missing(), await compute()]).toEqual([kinds, code])
  })

  test('the end of the quarter', async () => {
    await complete()
    town.clock.now = '2026-03-31T02:00:00.000Z'
    expect(await missing()).toEqual(['running'])
    await expect(inspector().periods.compute({ code: '2026Q1' })).rejects.toMatchObject({ code: 'period_running', message: '2026年第一季度到 2026-03-31 才结束，请在 2026-03-31 以后再冻结计算：冻结以后发生的事不再计入本期。' })
    town.clock.now = '2026-03-31T16:00:00.000Z'
    expect([await missing(), await compute()]).toEqual([[], 'done'])
  })

  test('all of it at once: computing names as many as the list', async () => {
    await complete()
    change((tx) => [tx.delete(villageRank).run(), tx.delete(modulePk).run(), tx.update(task).set({ state: 'reviewed' }).run()])
    const listed = await inspector().periods.missing({ periodId })
    expect(listed.map(({ kind }) => kind)).toEqual(['task', 'village', 'village', 'pkFactor', 'pkFactor'])
    expect(listed.find(({ kind }) => kind === 'village')).toMatchObject({ villageId: expect.any(String), message: '上溪村还没有录入本季名次' })
    await expect(inspector().periods.compute({ code: '2026Q1' })).rejects.toMatchObject({ code: 'inputs_missing', data: { values: { count: 5 } } })
  })

  test('a year waits for a published quarter; others than the whole township do not see the list', async () => {
    const year = requirePeriod(town.app.read(), '2026').id
    expect((await inspector().periods.missing({ periodId: year })).map(({ kind }) => kind)).toEqual(['quarters'])
    expect(await codeOf(inspector().periods.compute({ code: '2026' }))).toBe('nothing_published')
    expect(await codeOf(town.as('H1', 'head').periods.missing({ periodId }))).toBe('out_of_scope')
  })
})
