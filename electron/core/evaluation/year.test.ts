import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCase } from '../../../shared/domain/evaluation/reading/parse-case.ts'
import { caseBundle } from '../desk/bundle/case-bundle.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

const file = new URL('../../../shared/domain/evaluation/cases/worked-example.case.json', import.meta.url)

/** The sentence a call is refused with. */
async function sentenceOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

let town: TestTownship
let office: ReturnType<TestTownship['as']>
let principal: ReturnType<TestTownship['as']>
let periodId = ''

beforeAll(async () => {
  const parsed = parseCase(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.kind !== 'quarter') throw new Error('no quarter')
  town = await testTownship(caseBundle(parsed.input))
  office = town.as(null, 'inspector')
  principal = town.as(null, 'principal')
  periodId = (await office.periods.list({})).find(({ code }) => code === '2026')?.id ?? ''
})

afterAll(() => town.dispose())

/** No obstacle to computing the year. */
const openQuarters = { kind: 'openQuarters', message: '2026年第一季度还没有归档；现在可以先算，归档后再算一次才能公示' }

function standing(code: string, changes: { readonly warned?: boolean; readonly months?: number | null; readonly version?: number } = {}) {
  return { staffId: town.staffId(code), warned: false, months: null, version: 0, ...changes }
}

/** What is entered of the year and not confirmed, as 党政正职 see it. */
async function entered() {
  const standings = (await office.yearInputs.standings({ periodId })).filter(({ isEntered, confirmedBy }) => isEntered && confirmedBy === null)
  const pools = (await office.yearInputs.pools({ periodId })).filter(({ fen, confirmedBy }) => fen !== null && confirmedBy === null)
  return { periodId, standings: standings.map(({ staffId, version }) => ({ staffId, version })), pools: pools.map(({ pool, version }) => ({ pool, version })) }
}

describe('a year', () => {
  test('is not computed before a quarter is', async () => {
    expect(await sentenceOf(town.asConsole().periods.compute({ code: '2026' }))).toBe('2026 年还没有已发布的季度结果，请先完成至少一个季度的考评。')
    expect(await office.periods.missing({ periodId })).toEqual([{ kind: 'quarters', message: '2026 年还没有已发布的季度结果' }])
    await town.asConsole().periods.compute({ code: '2026Q1' })
    expect(await office.periods.missing({ periodId })).toEqual([openQuarters])
  })

  test('lists everybody with what is derived: status, days of leave, months', async () => {
    const rows = await office.yearInputs.standings({ periodId })
    expect(rows.slice(0, 3).map(({ staffName, status, leaveDays, months, monthsServed, isEntered }) => [staffName, status, leaveDays, months, monthsServed, isEntered])).toEqual([
      ['张三', 'active', 0, null, 12, false],
      ['李四', 'active', 0, null, 12, false],
      ['王五', 'active', 12, null, 12, false],
    ])
  })

  test('refuses months that a year does not have, and money below nothing; nothing is entered', async () => {
    const [first] = await office.yearInputs.standings({ periodId })
    const code = first?.staffCode ?? ''
    expect(await sentenceOf(office.yearInputs.setStandings({ periodId, standings: [standing(code), standing(code, { months: 13 })] }))).toBe('“任职月数”填写有误：须为 0 到 12 的整数。')
    expect(await sentenceOf(office.yearInputs.setStandings({ periodId, standings: [standing(code, { months: 6.5 })] }))).toBe('“任职月数”填写有误：须为 0 到 12 的整数。')
    expect(await sentenceOf(office.yearInputs.setPools({ periodId, pools: [{ pool: 'civil', amount: '-1', version: 0 }] }))).toBe('“奖金总额”填写有误：须为不小于 0、不超过两位小数的金额。')
    expect(await codeOf(office.yearInputs.setPools({ periodId, pools: [{ pool: 'nobody', amount: '1', version: 0 }] }))).toBe('not_found')
    expect((await office.yearInputs.standings({ periodId })).filter(({ isEntered }) => isEntered)).toEqual([])
    expect((await office.yearInputs.pools({ periodId })).filter(({ fen }) => fen !== null)).toEqual([])
  })

  test('takes what 督考 enters only once 党政正职 has confirmed it, and anew after a change', async () => {
    const people = await office.yearInputs.standings({ periodId })
    const [zhang, li] = [people[0]?.staffCode ?? '', people[1]?.staffCode ?? '']
    await office.yearInputs.setStandings({ periodId, standings: [standing(zhang, { warned: true }), standing(li, { months: 6 })] })
    await office.yearInputs.setPools({ periodId, pools: [{ pool: 'civil', amount: '10000.01', version: 0 }, { pool: 'institution', amount: '33.33', version: 0 }, { pool: 'leader', amount: '5000', version: 0 }] })
    expect(await office.periods.missing({ periodId })).toEqual([{ kind: 'yearInputs', message: '5 项年度数据已录入，还没有由党政正职确认' }, openQuarters])
    expect(await codeOf(town.asConsole().periods.compute({ code: '2026' }))).toBe('inputs_missing')
    const seen = await entered()
    expect(await codeOf(office.yearInputs.confirm(seen))).toBe('forbidden')
    expect(await codeOf(principal.yearInputs.confirm({ ...seen, standings: seen.standings.map((one) => ({ ...one, version: one.version + 1 })) }))).toBe('changed_meanwhile')
    expect(await codeOf(town.as(zhang, 'principal').yearInputs.confirm(seen))).toBe('about_self')
    expect(await principal.yearInputs.confirm(seen)).toEqual({ confirmed: 5 })
    expect(await codeOf(office.yearInputs.setStandings({ periodId, standings: [standing(zhang)] }))).toBe('changed_meanwhile')
    await town.asConsole().periods.compute({ code: '2026' })
  })

  test('bars from 优秀 who was warned, and says so', async () => {
    const { rows } = await principal.results.year({ code: '2026' })
    expect(rows.slice(0, 3).map(({ staffName, annual, grade, bars, months }) => [staffName, annual, grade, bars, months])).toEqual([
      ['张三', '97.39', 'competent', ['warned'], 12],
      ['李四', '81.65', 'competent', ['noGoodQuarter'], 6],
      ['王五', '66.24', 'basic', ['noGoodQuarter', 'averageQuarter', 'belowCompetent'], 12],
    ])
  })

  test('suggests a bonus that adds up to each pool; a pool without anybody stays unspent', async () => {
    expect(await principal.results.bonus({ code: '2026' })).toEqual([
      { pool: 'civil', total: 1_000_001, distributed: 1_000_001, rest: 0, people: 12 },
      { pool: 'institution', total: 3333, distributed: 3333, rest: 0, people: 1 },
      { pool: 'leader', total: 500_000, distributed: 0, rest: 500_000, people: 0 },
    ])
    expect(await codeOf(town.as(null, 'clerk').results.bonus({ code: '2026' }))).toBe('out_of_scope')
  })

  test('goes by the grade the meeting decided', async () => {
    const { rows } = await principal.results.list({ code: '2026Q1' })
    const zhang = rows[0]
    if (zhang === undefined) throw new Error('nobody')
    await principal.decisions.decide({ code: '2026Q1', meeting: '镇党委会议', rows: [{ staffId: zhang.staffId, grade: 'fair_good', reason: '名额让给急难险重任务表现突出的同志' }] })
    await town.asConsole().periods.compute({ code: '2026' })
    const { rows: people } = await principal.results.year({ code: '2026' })
    expect(people[0]?.bars).toEqual(['warned', 'noGoodQuarter'])
  })

  test('whoever entered a figure does not confirm it', async () => {
    await town.asConsole().yearInputs.setPools({ periodId, pools: [{ pool: 'leader', amount: '1', version: 1 }] })
    expect(await codeOf(town.asConsole().yearInputs.confirm(await entered()))).toBe('same_hand')
    await office.yearInputs.setPools({ periodId, pools: [{ pool: 'leader', amount: '5000', version: 2 }] })
    await principal.yearInputs.confirm(await entered())
  })

  test('is not published by numbers that something has changed since', async () => {
    const [, li] = (await principal.results.list({ code: '2026Q1' })).rows
    const decide = (grade: string | null) => principal.decisions.decide({ code: '2026Q1', meeting: '镇党委会议', rows: [{ staffId: li?.staffId ?? '', grade, reason: '补记' }] })
    await decide('average')
    expect(await sentenceOf(office.periods.publish({ code: '2026' }))).toBe('2026年度计算之后数据又有改动，请先重新计算，再公示。')
    await decide(null)
    await office.yearInputs.setPools({ periodId, pools: [{ pool: 'leader', amount: '6000', version: 3 }] })
    expect(await codeOf(office.periods.publish({ code: '2026' }))).toBe('inputs_missing')
    await office.yearInputs.setPools({ periodId, pools: [{ pool: 'leader', amount: '5000', version: 4 }] })
    await principal.yearInputs.confirm(await entered())
  })

  test('stands once it is published, whatever is decided or entered afterwards', async () => {
    await office.periods.publish({ code: '2026' })
    expect(await codeOf(office.periods.publish({ code: '2026' }))).toBe('period_not_open')
    const before = await town.asConsole().periods.compute({ code: '2026' })
    expect(await codeOf(office.yearInputs.setPools({ periodId, pools: [{ pool: 'civil', amount: '1', version: 1 }] }))).toBe('period_not_open')
    const [, li] = (await principal.results.list({ code: '2026Q1' })).rows
    await principal.decisions.decide({ code: '2026Q1', meeting: '镇党委会议', rows: [{ staffId: li?.staffId ?? '', grade: 'average', reason: '补记' }] })
    expect(await town.asConsole().periods.compute({ code: '2026' })).toEqual({ ...before, isNew: false })
  })
})
