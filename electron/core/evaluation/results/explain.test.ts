import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExplanationNode } from '../../../../shared/contract/evaluation/explanation.ts'
import { explainQuarter } from '../../../../shared/domain/evaluation/results/explain/quarter.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { deduction, period, personResult, resultVersion, scoreEntry, scoreSheet, serviceEvent, task } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { prepareDemo } from '../../desk/demo/prepare-demo.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { latestSnapshot, snapshotInput } from '../computing/compute-quarter.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { newestVersion } from '../computing/result-versions.ts'

const code = '2026Q1'

function required<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the demo has changed')
  return value
}

function everyNode(node: ExplanationNode): readonly ExplanationNode[] {
  return [node, ...node.children.flatMap(everyNode)]
}

function sumOfChildren({ children }: ExplanationNode): number {
  return children.reduce((sum, { enters, value }) => (enters === 'asStated' || value === null ? sum : sum + (enters === 'plus' ? 1 : -1) * Math.round(Number(value) * 10_000)), 0)
}

describe('why a number is what it is', () => {
  const bundle = demo2026
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    prepareDemo(town.app)
  })
  afterAll(() => town.dispose())

  const stage = (to: 'computed' | 'publicity') =>
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(period).set({ stage: to }).where(eq(period.code, code)).run(), audit: () => ({ subject: null, detail: {} }) })

  test('for everybody in the demo the roots are the numbers of the result', async () => {
    const { rows } = await town.asConsole().results.list({ code })
    const input = snapshotInput(required(latestSnapshot(town.app.read(), requirePeriod(town.app.read(), code).id)))
    const outcome = evaluateQuarter(input)
    const explained = outcome.people.map((person) => {
      const tree = explainQuarter(person, outcome, input)
      const [post, module, team, special, deduct] = tree.children.map(({ value }) => value)
      return { staffCode: person.staff, total: tree.value, post, module, team, special, deduct }
    })
    expect(rows.length).toBeGreaterThan(80)
    expect(explained).toEqual(rows.map(({ staffCode, total, post, module, team, special, deduct }) => ({ staffCode, total, post, module, team, special, deduct })))
  })

  test('each sum adds up, and each number that came from a row names the row', async () => {
    const { rows } = await town.asConsole().results.list({ code })
    const withAll = required(rows.find(({ deduct, special, leaves }) => Number(deduct) > 0 && Number(special) > 0 && leaves.M3 !== undefined))
    const { tree, staffName, resultVersion, grade } = await town.asConsole().results.explain({ code, staffId: withAll.staffId })
    expect([staffName, resultVersion, tree.value, grade.code, grade.reasons.length > 0]).toEqual([withAll.staffName, 1, withAll.total, withAll.grade, true])
    const nodes = everyNode(tree)
    const sums = nodes.filter(({ isSum }) => isSum)
    expect(sums.length).toBeGreaterThan(3)
    expect(sums.map((node) => [node.key, sumOfChildren(node)])).toEqual(sums.map(({ key, value }) => [key, Math.round(Number(value) * 10_000)]))
    const rowsOf = (kind: string) => nodes.filter(({ source }) => source?.kind === kind)
    const read = town.app.read()
    const ids = {
      task: new Set(read.select({ id: task.id }).from(task).all().map(({ id }) => id)),
      event: new Set(read.select({ id: serviceEvent.id }).from(serviceEvent).where(eq(serviceEvent.staffId, withAll.staffId)).all().map(({ id }) => id)),
      deduction: new Set(read.select({ id: deduction.id }).from(deduction).where(eq(deduction.staffId, withAll.staffId)).all().map(({ id }) => id)),
    }
    for (const kind of ['task', 'event', 'deduction'] as const) {
      const found = rowsOf(kind).map(({ source }) => source?.id ?? '')
      expect([kind, found.length > 0, found.every((id) => ids[kind].has(id)), new Set(found).size]).toEqual([kind, true, true, found.length])
    }
    expect(rowsOf('rating').concat(rowsOf('leaderScore'), rowsOf('village')).map(({ source }) => source?.id)).not.toContain(null)
    const dated = rowsOf('deduction')[0]?.source?.facts.map(({ label }) => label)
    expect(dated).toEqual(expect.arrayContaining(['扣分项', '日期', '事由']))
  })

  test('says who approved a point, and when', async () => {
    const point = required(town.app.read().select({ id: deduction.id, staffId: deduction.staffId }).from(deduction).where(eq(deduction.state, 'approved')).get())
    const factOf = async () => everyNode((await town.asConsole().results.explain({ code, staffId: point.staffId })).tree).flatMap(({ source }) => (source?.id === point.id ? source.facts : [])).find(({ label }) => label === '审定')
    expect(await factOf()).toBeUndefined()
    town.app.mutate({ actor: '考评办', action: 'points.approve', areas: [], write: () => undefined, audit: () => ({ subject: point.id, detail: {} }) })
    expect((await factOf())?.text).toBe(`考评办 ${dayInChina(town.app.environment.now())}`)
  })

  test('nobody sees more of it than of the results', async () => {
    const { rows } = await town.asConsole().results.list({ code })
    const office = required(bundle.offices.find((row) => row.office === 'head' && row.to === null))
    const inModule = (module: string) => new Set(bundle.assignments.filter((row) => row.module === module && row.to === null).map(({ staff }) => staff))
    const own = required(rows.find(({ staffCode }) => staffCode !== office.staff && inModule(office.module).has(staffCode)))
    const foreign = required(rows.find(({ staffCode }) => !inModule(office.module).has(staffCode)))
    const clerk = town.as(own.staffCode, 'clerk')
    const head = town.as(office.staff, 'head')
    const explain = (client: typeof clerk, staffId: string) => codeOf(client.results.explain({ code, staffId }))
    stage('computed')
    expect({
      headOfOwn: await explain(head, own.staffId),
      headOfForeign: await explain(head, foreign.staffId),
      clerkOfOther: await explain(clerk, foreign.staffId),
      ownBefore: await clerk.results.explainOwn({ code }),
      administrator: await explain(town.as(null, 'sysadmin'), own.staffId),
    }).toEqual({ headOfOwn: 'done', headOfForeign: 'out_of_scope', clerkOfOther: 'out_of_scope', ownBefore: null, administrator: 'forbidden' })
    stage('publicity')
    expect([await explain(clerk, foreign.staffId), (await clerk.results.explainOwn({ code }))?.tree.value]).toEqual(['done', own.total])
    expect(await codeOf(clerk.results.explain({ code, staffId: foreign.staffId, resultVersion: 7 }))).toBe('not_found')
    expect(await codeOf(clerk.results.explain({ code: '2026Q4', staffId: foreign.staffId }))).toBe('out_of_scope')
  })

  const ratedBy = (scorer: string) =>
    town.app.read().select({ id: scoreEntry.staffId }).from(scoreEntry).innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId)).where(and(eq(scoreSheet.kind, 'head'), eq(scoreSheet.periodId, requirePeriod(town.app.read(), code).id), eq(scoreSheet.scorerId, town.staffId(scorer)))).all().map(({ id }) => id)

  test('by 公示 one sees numbers and no rows; of oneself no raters; by office what the office reaches', async () => {
    const { rows } = await town.asConsole().results.list({ code })
    const office = required(bundle.offices.find((row) => row.office === 'head' && row.to === null))
    const inModule = new Set(bundle.assignments.filter((row) => row.module === office.module && row.to === null).map(({ staff }) => staff))
    const own = required(rows.find(({ staffCode, staffId, leaves }) => staffCode !== office.staff && inModule.has(staffCode) && leaves.M1 !== undefined && leaves.M4 !== undefined && ratedBy(office.staff).includes(staffId)))
    const other = required(rows.find(({ staffId, staffCode }) => staffId !== own.staffId && !inModule.has(staffCode)))
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(scoreEntry).set({ note: '私下的评语' }).run(), audit: () => ({ subject: null, detail: {} }) })
    stage('publicity')
    const sourcesOf = (tree: ExplanationNode, ...kinds: readonly string[]) => everyNode(tree).flatMap(({ source }) => (source !== null && (kinds.length === 0 || kinds.includes(source.kind)) ? [source] : []))
    const clerk = town.as(other.staffCode, 'clerk')
    const foreign = await clerk.results.explain({ code, staffId: own.staffId })
    expect([foreign.tree.value, sourcesOf(foreign.tree), everyNode(foreign.tree).filter(({ key }) => ['rating', 'leaderScore', 'band'].includes(key))]).toEqual([own.total, [], []])
    expect(everyNode(foreign.tree).filter(({ key, formula }) => ['M1', 'M3', 'M4'].includes(key) && formula !== null)).toEqual([])
    for (const { tree } of [required(await town.as(own.staffCode, 'clerk').results.explainOwn({ code })), await town.as(own.staffCode, 'clerk').results.explain({ code, staffId: own.staffId })]) {
      const ratings = sourcesOf(tree, 'rating', 'leaderScore')
      expect([ratings.length > 1, ratings.every(({ id }) => id === null), ratings.flatMap(({ facts }) => facts).filter(({ label }) => ['评分人', '评语'].includes(label))]).toEqual([true, true, []])
      expect(everyNode(tree).filter(({ key }) => ['rating', 'leaderScore'].includes(key)).every(({ label }) => ['模块长评价', '领导评分'].includes(label))).toBe(true)
      expect(sourcesOf(tree, 'task', 'event').every(({ id }) => id !== null)).toBe(true)
    }
    const head = await town.as(office.staff, 'head').results.explain({ code, staffId: own.staffId })
    const noted = (kind: string) => sourcesOf(head.tree, kind).map(({ id, facts }) => [id !== null, facts.some(({ text }) => text === '私下的评语')])
    expect([noted('rating'), noted('leaderScore')]).toEqual([noted('rating').map(() => [true, true]), noted('leaderScore').map(() => [false, false])])
  })

  test('without the whole township one goes by the newest published version, and learns of no other; of 奖金 only the own', async () => {
    const period26 = requirePeriod(town.app.read(), code)
    const { rows } = await town.asConsole().results.list({ code })
    const person = required(rows[0])
    const clerk = town.as(person.staffCode, 'clerk')
    const other = required(rows[1])
    const change = (write: (tx: Write) => unknown) => town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
    const published = required(newestVersion(town.app.read(), period26.id))
    change((tx) => tx.insert(resultVersion).values({ ...published, id: town.app.environment.newId(), resultVersion: published.resultVersion + 1, state: 'computed' }).run())
    const [first, second] = [published.resultVersion, published.resultVersion + 1]
    stage('publicity')
    expect([(await town.asConsole().results.list({ code })).resultVersion, (await clerk.results.list({ code })).resultVersion, (await clerk.results.list({ code })).rows.length]).toEqual([second, first, rows.length])
    expect([(await clerk.results.explain({ code, staffId: other.staffId })).resultVersion, (await clerk.results.explainOwn({ code }))?.resultVersion, (await clerk.results.versions({ code })).map((row) => row.resultVersion)]).toEqual([first, first, [first]])
    expect([await codeOf(clerk.results.explain({ code, staffId: other.staffId, resultVersion: second })), await codeOf(clerk.results.explainOwn({ code, resultVersion: second }))]).toEqual(['not_found', 'not_found'])
    change((tx) => tx.delete(resultVersion).where(and(eq(resultVersion.periodId, period26.id), eq(resultVersion.resultVersion, second))).run())

    await town.asConsole().periods.compute({ code: '2026' })
    const year = requirePeriod(town.app.read(), '2026')
    change((tx) => tx.update(period).set({ stage: 'publicity' }).where(eq(period.id, year.id)).run())
    expect((await clerk.results.year({ code: '2026' })).rows).toEqual([])
    change((tx) => tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.periodId, year.id)).run())
    const bonuses = (list: readonly { readonly staffId: string; readonly bonusFen: number | null }[]) => list.filter(({ bonusFen }) => bonusFen !== null).map(({ staffId }) => staffId)
    const all = (await town.asConsole().results.year({ code: '2026' })).rows
    expect([bonuses(all).length > 1, bonuses((await clerk.results.year({ code: '2026' })).rows)]).toEqual([true, bonuses(all).filter((id) => id === person.staffId)])
    change((tx) => {
      tx.update(period).set({ stage: year.stage }).where(eq(period.id, year.id)).run()
      tx.delete(personResult).where(inArray(personResult.versionId, tx.select({ id: resultVersion.id }).from(resultVersion).where(eq(resultVersion.periodId, year.id)))).run()
      tx.delete(resultVersion).where(eq(resultVersion.periodId, year.id)).run()
    })
  })

  test('places and what is decided of them; the year stands on the quarter', async () => {
    const client = town.asConsole()
    const { rows } = await client.results.list({ code })
    const pools = await client.results.pools({ code })
    expect(pools.map(({ pool, suggested, decided }) => [pool, suggested, decided])).toEqual(pools.map(({ pool }) => [pool, ...['grade', 'decidedGrade'].map(() => rows.filter((row) => row.pool === pool && row.grade === 'good').length)]))
    expect(pools.every(({ suggested, quota }) => suggested <= quota)).toBe(true)
    expect(await codeOf(town.as(required(bundle.offices[0]).staff, 'head').results.pools({ code }))).toBe('out_of_scope')
    await client.periods.compute({ code: '2026' })
    const year = await client.results.year({ code: '2026' })
    expect(year.rows.map(({ staffCode, annual }) => [staffCode, annual])).toEqual(rows.map(({ staffCode, total, validPeriod }) => [staffCode, validPeriod ? total : null]))
    expect([(await client.results.list({ code: '2026' })).rows, (await client.results.year({ code })).rows]).toEqual([[], []])
    const first = required(year.rows[0])
    expect((await client.results.explain({ code: '2026', staffId: first.staffId })).tree).toMatchObject({ key: 'total', value: first.annual, children: [{ key: 'quarter', value: first.annual }] })
    expect((await client.results.versions({ code: '2026' })).map(({ resultVersion, state }) => [resultVersion, state])).toEqual([[1, 'computed']])
  })
})
