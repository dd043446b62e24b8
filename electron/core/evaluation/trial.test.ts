import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mergeDeep } from '../../../shared/lib/json.ts'
import { peerBallot, peerCount, period } from '../../db/schema/index.ts'
import { demo2026 } from '../testing/demo-bundle.testing.ts'
import { prepareDemo } from '../desk/demo/prepare-demo.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

const frozen = '2026Q1'
const open = '2026Q2'

describe('试算 and 公平性', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(demo2026)
    prepareDemo(town.app)
  })
  afterAll(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const run = (code: string, document: unknown) => inspector().trial.run({ code, document })

  test('only who sees the whole township tries and compares; a year is refused', async () => {
    const [person] = demo2026.staff
    const leader = town.as(person?.code ?? null, 'leader')
    const { document } = await town.as(null, 'principal').trial.base({ code: frozen })
    expect(await Promise.all([codeOf(leader.trial.base({ code: frozen })), codeOf(leader.trial.run({ code: frozen, document })), codeOf(leader.fairness.of({ code: frozen })), codeOf(town.as(null, 'sysadmin').trial.base({ code: frozen }))])).toEqual(['out_of_scope', 'out_of_scope', 'out_of_scope', 'forbidden'])
    await expect(inspector().trial.base({ code: '2026' })).rejects.toThrow('“周期”填写有误：试算和公平性只看季度，请改选一个季度。')
  })

  test('a frozen quarter is tried from its snapshot; unchanged it is its result', async () => {
    const base = await inspector().trial.base({ code: frozen })
    expect([base.basis, base.withoutBallots, base.frozenAt !== null]).toEqual(['frozen', false, true])
    const { people, pools } = await run(frozen, base.document)
    const { rows } = await inspector().results.list({ code: frozen })
    expect(people.map(({ staffId, before, after, causes }) => [staffId, before.total, before.rankTown, before.grade, after, causes])).toEqual(rows.map(({ staffId, total, rankTown, grade }, place) => [staffId, total, rankTown, grade, people[place]?.before, []]))
    expect(pools.map(({ after }) => after)).toEqual(pools.map(({ before }) => before))
  })

  test('another quota and other weights move people within the second it takes to look', async () => {
    const { document } = await inspector().trial.base({ code: frozen })
    const less = await run(frozen, mergeDeep(document, { quarter: { quarterGrades: { quota: '0.2' } } }))
    expect(less.people.every(({ causes }) => causes.length === 0)).toBe(true)
    expect(less.people.some(({ before, after }) => before.grade === 'good' && after.grade === 'fair_good' && after.place === 'beyondQuota')).toBe(true)
    const weights = { dimensions: { module: '45' }, module: { leader: '10' } }
    const begun = performance.now()
    const more = await run(frozen, mergeDeep(document, { quarter: weights }))
    expect(performance.now() - begun).toBeLessThan(2000)
    expect(more.people.filter(({ causes }) => causes.some(({ cause }) => cause === 'M4')).length).toBeGreaterThan(50)
    for (const { before, after, causes } of more.people) expect(causes.reduce((sum, { delta }) => sum + Number(delta), 0)).toBeCloseTo(Number(after.total) - Number(before.total), 6)
  })

  test('what cannot be tried is refused at its field, and nothing is kept', async () => {
    const { document, planId } = await inspector().trial.base({ code: frozen })
    await expect(run(frozen, mergeDeep(document, { quarter: { module: { head: '11' } } }))).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'quarter.module' }] } })
    await expect(run(frozen, mergeDeep(document, { quarter: { module: { minVotes: 1 } } }))).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'quarter.module.minVotes' }] } })
    expect((await inspector().plans.get({ id: planId })).document).toEqual(document)
  })

  test('before the freeze what is gathered counts, without the ballots until they are closed', async () => {
    const { id } = (await inspector().periods.list()).find(({ code }) => code === open) ?? { id: '' }
    const close = (closedOn: string | null) =>
      town.app.mutate({
        actor: 'test', action: 'test', areas: [],
        write(tx) {
          tx.insert(peerBallot).values({ periodId: id, openedOn: '2026-06-20', closedOn }).onConflictDoUpdate({ target: peerBallot.periodId, set: { closedOn } }).run()
          return tx.select().from(peerCount).where(eq(peerCount.periodId, id)).all().length
        },
        audit: () => ({ subject: null, detail: {} }),
      })
    expect(close(null)).toBeGreaterThan(0)
    expect(await inspector().trial.base({ code: open })).toMatchObject({ basis: 'open', frozenAt: null, withoutBallots: true })
    close('2026-07-01')
    expect(await inspector().trial.base({ code: open })).toMatchObject({ basis: 'open', withoutBallots: false })
    expect(town.app.read().select().from(period).where(eq(period.id, id)).get()?.stage).toBe('scoring')
  })

  test('who is 抽调 out for most of an open quarter is ranked apart where the plan has it so', async () => {
    const { id, planId, version } = (await inspector().periods.list()).find(({ code }) => code === open) ?? { id: '', planId: '', version: 0 }
    const { document, code } = await inspector().plans.get({ id: planId })
    const { rows } = await inspector().results.list({ code: frozen })
    const person = rows.find(({ pool }) => pool === 'civil')?.staffId ?? ''
    const draft = await inspector().plans.draft({ code, name: '抽调单列', document: mergeDeep(document, { secondment: 'special' }) })
    await inspector().secondments.add({ staffId: person, direction: 'out', unit: '县信访局', groupId: null, docNo: null, from: '2026-04-10', to: null, reason: null })
    const poolOf = async () => (await run(open, document)).people.find(({ staffId }) => staffId === person)?.before.pool
    expect(await poolOf()).toBe('civil')
    await inspector().periods.setPlan({ id, planId: draft.id, version })
    expect(await poolOf()).toBe('special')
    await inspector().periods.setPlan({ id, planId, version: version + 1 })
  })

  test('who scores how, before and after 校正, and how totals spread', async () => {
    const { heads, leaders, spreads, basis } = await inspector().fairness.of({ code: frozen })
    expect([basis, heads.rows.length > 5, leaders.rows.length > 3, heads.compared !== null]).toEqual(['frozen', true, true, true])
    expect(heads.rows.every(({ corrected }) => corrected !== null && Number(corrected.lowFactor) >= 0.9 && Number(corrected.highFactor) <= 1.1)).toBe(true)
    expect(leaders.rows.every(({ corrected }) => corrected === null)).toBe(true)
    const people = (await inspector().results.list({ code: frozen })).rows.length
    for (const rows of [spreads.module.total, spreads.identity.total, spreads.age.module]) expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(people)
    expect(JSON.stringify({ heads, leaders, spreads })).not.toContain('vote')
  })
})
