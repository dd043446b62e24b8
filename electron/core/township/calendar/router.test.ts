import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const good = { year: 2027, source: '国办发明电〔2026〕7号', holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }] }

describe('the arrangement of holidays', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(smallTown())
  })
  afterEach(() => town.dispose())

  const years = async () => (await town.as(null, 'clerk').calendar.years()).map(({ year, origin }) => `${year} ${origin}`)
  const store = (content: string) => town.as(null, 'sysadmin').calendar.store({ content })

  test('a file brings a year, or takes the place of one; what is shipped comes back when it is taken away', async () => {
    expect(await store(JSON.stringify(good))).toEqual({ year: 2027, holidays: 1 })
    await town.as(null, 'inspector').calendar.store({ content: JSON.stringify({ ...good, year: 2026, holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01', work: [] }] }) })
    expect(await years()).toEqual(['2025 shipped', '2026 stored', '2027 stored'])
    await town.as(null, 'inspector').calendar.forget({ year: 2026 })
    expect(await years()).toEqual(['2025 shipped', '2026 shipped', '2027 stored'])
    expect(await codeOf(town.as(null, 'inspector').calendar.forget({ year: 2025 }))).toBe('not_found')
  })

  test.each([
    ['no JSON', '年份,日期', '没有更新节假日安排：文件不是节假日安排，须为一份含年份（year）、依据（source）和节日（holidays，每个含 name、from、to，可含 work）的 JSON，请换一个文件。'],
    ['a day of another year', JSON.stringify({ ...good, holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }] }), '没有更新节假日安排：“元旦”的日期 2026-12-31 不在 2027 年，请改正。'],
    ['a day both off and worked', JSON.stringify({ ...good, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', work: ['2027-01-02'] }] }), '没有更新节假日安排：2027-01-02 既列为放假又列为调休上班，请删去一处。'],
  ])('%s is refused, and nothing is changed', async (_, content, message) => {
    await expect(store(content)).rejects.toMatchObject({ code: 'file_refused', message })
    expect(await years()).toEqual(['2025 shipped', '2026 shipped'])
  })

  test('it is no business of a head', async () => {
    expect(await codeOf(town.as('H1', 'head').calendar.store({ content: JSON.stringify(good) }))).toBe('forbidden')
  })
})
