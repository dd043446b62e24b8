import { expect, test } from 'vitest'
import { holidayFaults, type Holiday } from './holiday-year.ts'
import { holidayFaultText } from './vocabulary.ts'

const may: Holiday = { name: '劳动节', from: '2026-05-01', to: '2026-05-05', work: ['2026-05-09'] }
const textsOf = (holidays: readonly Holiday[]) => holidayFaults({ year: 2026, source: '', holidays }).map((fault) => holidayFaultText(fault, 2026, holidays))

test.each([
  { what: 'a sound arrangement', holidays: [may], texts: [] },
  { what: 'nothing', holidays: [], texts: ['2026 年的安排里没有一个节日，请换一个文件'] },
  { what: 'no day', holidays: [{ ...may, from: '2026-04-31' }], texts: ['“劳动节”的日期“2026-04-31”不是 2026-10-01 样子的日期，请改正'] },
  { what: 'another year', holidays: [{ ...may, work: ['2025-04-27'] }], texts: ['“劳动节”的日期 2025-04-27 不在 2026 年，请改正'] },
  { what: 'backwards', holidays: [{ ...may, to: '2026-04-30' }], texts: ['“劳动节”的结束日期 2026-04-30 早于开始日期，请改正'] },
  { what: 'off twice', holidays: [may, { ...may, name: '青年节', from: '2026-05-04', to: '2026-05-04', work: [] }], texts: ['2026-05-04 两次列为放假，请删去一处'] },
  { what: 'worked twice', holidays: [{ ...may, work: ['2026-05-09', '2026-05-09'] }], texts: ['2026-05-09 两次列为调休上班，请删去一处'] },
  { what: 'both', holidays: [{ ...may, work: ['2026-05-03'] }], texts: ['2026-05-03 既列为放假又列为调休上班，请删去一处'] },
])('$what', ({ holidays, texts }) => {
  expect(textsOf(holidays)).toEqual(texts)
})
