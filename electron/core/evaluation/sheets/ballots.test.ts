import { eq } from 'drizzle-orm'
import { mkdirSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storageCodeOf } from '../../../db/refusal.ts'
import { assignment, auditEntry, peerCount, period, plan, staff } from '../../../db/schema/index.ts'
import { dumpTownship } from '../../township/backups/dump.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { gatherPeerCounts } from '../computing/gather-scores.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'

describe('互评 of a quarter', () => {
  let town: TestTownship
  let periodId: string
  let errors: unknown[]
  beforeEach(async () => {
    errors = []
    town = await testTownship(smallTown(), errors)
    periodId = requirePeriod(town.app.read(), '2026Q1').id
    await inspector().periods.advance({ id: periodId, to: 'scoring', version: 1 })
  })
  afterEach(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const change = (write: Parameters<TestTownship['app']['mutate']>[0]['write']) => town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  const ballotOf = (code: string) => town.as(code, 'clerk').scores.ballot({ periodId })
  const cast = (voter: string, votes: Readonly<Record<string, string | null>>) =>
    town.as(voter, 'clerk').scores.castBallot({ periodId, votes: Object.entries(votes).map(([ratee, band]) => ({ staffId: town.staffId(ratee), band })) })
  const counts = () => gatherPeerCounts(town.app.read(), periodId, (id) => town.app.read().select().from(staff).where(eq(staff.id, id)).get()?.code ?? id)
  const stored = () => town.app.read().select().from(peerCount).all().length
  const close = async () => inspector().scores.closeBallots({ periodId, version: (await inspector().scores.ballotState({ periodId })).version ?? 0 })
  const kinds = async (client: ReturnType<TestTownship['asConsole']>) => (await client.periods.missing({ periodId })).map(({ kind }) => kind)

  test('is over one’s colleagues of the day it opened', async () => {
    const own = await ballotOf('B1')
    expect([own.isOpen, own.hasVoted, own.bands, own.colleagues.map(({ staffName }) => staffName)]).toEqual([true, false, [{ band: 'A', points: '5' }, { band: 'B', points: '3' }, { band: 'C', points: '1' }], ['孙二', '服务B2']])
    expect([(await ballotOf('S0')).isOpen, (await ballotOf('L1')).colleagues, (await ballotOf('A1')).colleagues.length]).toEqual([false, [], 4])
    // Who leaves the module afterwards votes and is voted on as before.
    change((tx) => tx.update(assignment).set({ to: '2026-04-07' }).where(eq(assignment.staffId, town.staffId('B2'))).run())
    town.clock.now = '2026-04-20T02:00:00.000Z'
    expect((await ballotOf('B1')).colleagues.map(({ staffName }) => staffName)).toEqual(['孙二', '服务B2'])
    expect((await inspector().scores.late({ periodId })).voters).toBe(8)
    const next = requirePeriod(town.app.read(), '2026Q2').id
    expect(await inspector().scores.late({ periodId: next })).toMatchObject({ voters: 0, notVoted: [] })
  })

  test('a small module votes with the neighbour its plan names; without one the list of what is missing says so, until it is closed', async () => {
    const smallOnes = async () => (await inspector().periods.missing({ periodId })).flatMap(({ kind, message }) => (kind === 'smallModule' ? [message] : []))
    expect(await smallOnes()).toEqual(['大服务参加互评的只有 3 人，不足 4 人：请在考评方案里指定与哪个模块合并互评，否则关闭互评后按缺分处理'])
    change((tx) => tx.update(plan).set({ document: JSON.stringify({ ...defaultPlanDocument(tx), peers: { smallModule: 4, neighbours: { service: 'party' } } }) }).run())
    expect([await smallOnes(), (await ballotOf('B1')).colleagues.length, (await ballotOf('A1')).colleagues.length]).toEqual([[], 7, 7])
    change((tx) => tx.update(plan).set({ document: JSON.stringify({ ...defaultPlanDocument(tx), peers: { smallModule: 4, neighbours: {} } }) }).run())
    await close()
    expect(await smallOnes()).toEqual([])
  })

  const defaultPlanDocument = (read: ReturnType<TestTownship['app']['read']>): object => ({ ...JSON.parse(read.select().from(plan).get()?.document ?? '{}') })

  test('one vote each, never on oneself, for colleagues alone; each refusal says what to do and changes nothing', async () => {
    await expect(cast('B1', { H2: 'A', B1: 'A' })).rejects.toMatchObject({ code: 'self_vote', message: '互评不能给自己投票，请删去本人。' })
    await expect(cast('H2', { A1: 'A' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(cast('H2', { B2: 'Z' })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(stored()).toBe(0)
    await cast('B1', { H2: 'A', B2: null })
    const before = stored()
    await expect(cast('B1', { B2: 'A' })).rejects.toMatchObject({ code: 'already_voted', message: '您已经投过票，互评票不能重复提交。' })
    await close()
    const after = JSON.stringify(counts())
    await expect(cast('B2', { B1: 'A' })).rejects.toMatchObject({ code: 'ballot_closed', message: '2026年第一季度的互评已于 2026-04-06 关闭，不能再投票，没有投的按弃权计。' })
    expect([before, JSON.stringify(counts()) === after]).toEqual([2, true])
    expect(await ballotOf('B2')).toMatchObject({ isOpen: false, hasVoted: false, closedOn: '2026-04-06' })
    const second = requirePeriod(town.app.read(), '2026Q2').id
    await expect(town.as('B1', 'clerk').scores.castBallot({ periodId: second, votes: [{ staffId: town.staffId('B2'), band: 'A' }] })).rejects.toMatchObject({ code: 'ballot_not_open', message: '2026年第二季度的互评还没有开始，进入“评分”阶段后再投票。' })
  })

  test('no figure before it is closed, anywhere; then who has not voted abstains, and too few votes to hide anybody are not kept', async () => {
    await cast('B1', { H2: 'A', B2: 'B' })
    for (const [voter, band] of [['A2', 'A'], ['A3', 'B'], ['H1', 'A']] as const) await cast(voter, { A1: band })
    const dumped = () => JSON.stringify(dumpTownship(town.app.read())['peerCount'])
    expect([counts(), dumped()]).toEqual([[], '[]'])
    expect(await kinds(inspector())).toContain('ballot')
    expect((await inspector().periods.missing({ periodId })).find(({ kind }) => kind === 'ballot')).toMatchObject({ notVoted: 4, message: '互评还没有关闭（未投票 4 人）' })
    await close()
    expect(counts().filter(({ staff: code }) => ['A1', 'H2', 'B1', 'B2'].includes(code))).toEqual([
      { staff: 'A1', votes: { A: 2, B: 1 }, abstained: 1 },
      { staff: 'H2', votes: {}, abstained: 2 },
      { staff: 'B1', votes: {}, abstained: 2 },
      { staff: 'B2', votes: {}, abstained: 2 },
    ])
    expect([dumped().includes('"B"'), (await kinds(inspector())).includes('ballot')]).toEqual([true, false])
    const kept = JSON.stringify(town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'scores.castBallot')).all())
    expect([kept.includes('"A"'), kept.includes(town.staffId('B2'))]).toEqual([false, false])
  })

  test('closing names the backups that go, drops them and counts them in the log; what left the folder is told; one made anew stays', async () => {
    const console = town.asConsole()
    const first = await console.system.backupHere()
    await cast('B1', { H2: 'A', B2: 'B' })
    town.clock.now = '2026-04-07T02:00:00.000Z'
    await console.system.backupHere()
    await console.system.backup()
    const state = await inspector().scores.ballotState({ periodId })
    expect(state).toMatchObject({ openedOn: '2026-04-06', closedOn: null, voters: 8, handedOut: [{ at: town.clock.now, by: 'console' }] })
    expect([state.backups.length, state.backups.at(-1)?.name]).toEqual([2, first.name])
    expect(await codeOf(town.as('H1', 'head').scores.closeBallots({ periodId, version: state.version ?? 0 }))).toBe('forbidden')
    expect(await codeOf(inspector().scores.closeBallots({ periodId, version: 9 }))).toBe('changed_meanwhile')
    expect(await inspector().scores.closeBallots({ periodId, version: state.version ?? 0 })).toEqual({ backups: 2 })
    expect((await console.system.backups()).length).toBe(1)
    const logged = town.app.read().select().from(auditEntry).all().filter(({ action }) => ['scores.closeBallots', 'ballots.seal', 'ballots.clear'].includes(action))
    expect(logged.map(({ action, detail }) => [action, detail])).toEqual([['scores.closeBallots', '{"backups":2}'], ['ballots.seal', '{}'], ['ballots.clear', '{"backups":2}']])
    expect(await codeOf(close())).toBe('ballot_closed')
  })

  test('going back from 评分 waits for the closing of what has been voted in, and keeps every backup; unvoted it opens anew', async () => {
    const { version } = requirePeriod(town.app.read(), '2026Q1')
    await inspector().periods.advance({ id: periodId, to: 'collecting', version })
    expect(await inspector().scores.ballotState({ periodId })).toMatchObject({ openedOn: null, closedOn: null })
    town.clock.now = '2026-04-08T02:00:00.000Z'
    await inspector().periods.advance({ id: periodId, to: 'scoring', version: version + 1 })
    expect((await inspector().scores.ballotState({ periodId })).openedOn).toBe('2026-04-08')
    await cast('B1', { H2: 'A' })
    await town.asConsole().system.backupHere()
    await expect(inspector().periods.advance({ id: periodId, to: 'summarising', version: version + 2 })).rejects.toMatchObject({ code: 'ballot_has_votes', message: '2026年第一季度的互评已有 1 人投票，不能退回；请先在“互评”页关闭互评，再退回。' })
    expect([requirePeriod(town.app.read(), '2026Q1').stage, (await inspector().scores.ballotState({ periodId })).backups.length, (await ballotOf('B2')).isOpen]).toEqual(['scoring', 1, true])
    await close()
    await inspector().periods.advance({ id: periodId, to: 'summarising', version: version + 2 })
    await inspector().periods.advance({ id: periodId, to: 'scoring', version: version + 3 })
    expect(await codeOf(cast('B2', { H2: 'A' }))).toBe('ballot_closed')
  })

  test('a clearing that fails leaves the closing and every backup standing, is shown, and is made good by closing again', async () => {
    const first = await town.asConsole().system.backupHere()
    await cast('B1', { H2: 'A', B2: 'B' })
    const { temporary } = town.app.environment
    rmSync(temporary, { recursive: true })
    expect(await close()).toEqual({ backups: null })
    expect(await inspector().scores.ballotState({ periodId })).toMatchObject({ closedOn: '2026-04-06', isCleared: false, backups: [{ name: first.name }] })
    expect(errors.map(storageCodeOf)).toEqual(['disk_error'])
    mkdirSync(temporary)
    expect(await close()).toEqual({ backups: 1 })
    const left = await town.asConsole().system.backups()
    expect([left.length, left[0]?.name === first.name, (await inspector().scores.ballotState({ periodId })).isCleared]).toEqual([1, false, true])
    expect(await codeOf(close())).toBe('ballot_closed')
  })

  test('votes on and by who has left the electorate since are counted with the others; a change of the plan moves nobody', async () => {
    await cast('B1', { H2: 'A', B2: 'C' })
    change((tx) => tx.update(assignment).set({ to: '2026-03-31' }).where(eq(assignment.staffId, town.staffId('B2'))).run())
    change((tx) => tx.update(plan).set({ document: JSON.stringify({ ...defaultPlanDocument(tx), peers: { smallModule: 4, neighbours: { service: 'party' } } }) }).run())
    expect((await ballotOf('B2')).colleagues.map(({ staffName }) => staffName)).toEqual(['孙二', '服务B1'])
    await close()
    expect(counts().filter(({ staff: code }) => ['H2', 'B1', 'B2'].includes(code))).toEqual(['H2', 'B1', 'B2'].map((code) => ({ staff: code, votes: {}, abstained: 2 })))
  })

  test('the console of a demo closes it by computing', async () => {
    const second = requirePeriod(town.app.read(), '2026Q2')
    await inspector().periods.advance({ id: second.id, to: 'scoring', version: 1 })
    const missing = async (client: ReturnType<TestTownship['asConsole']>) => (await client.periods.missing({ periodId: second.id })).map(({ kind }) => kind).filter((kind) => kind === 'ballot')
    expect([await missing(inspector()), await missing(town.asConsole())]).toEqual([['ballot'], []])
    change((tx) => tx.update(period).set({ stage: 'locked' }).where(eq(period.id, second.id)).run())
    expect((await inspector().scores.ballot({ periodId: second.id })).isOpen).toBe(false)
  })
})
