import type { Holiday, HolidayFault } from './holiday-year.ts'

/** The sentence of a fault, with the holiday it stands at and the way out. */
export function holidayFaultText({ kind, index, day }: HolidayFault, year: number, holidays: readonly Holiday[]): string {
  const name = holidays[index]?.name ?? ''
  switch (kind) {
    case 'no_holidays':
      return `${String(year)} 年的安排里没有一个节日，请换一个文件`
    case 'not_day':
      return `“${name}”的日期“${day}”不是 2026-10-01 样子的日期，请改正`
    case 'other_year':
      return `“${name}”的日期 ${day} 不在 ${String(year)} 年，请改正`
    case 'backwards':
      return `“${name}”的结束日期 ${day} 早于开始日期，请改正`
    case 'off_twice':
      return `${day} 两次列为放假，请删去一处`
    case 'work_twice':
      return `${day} 两次列为调休上班，请删去一处`
    case 'both':
      return `${day} 既列为放假又列为调休上班，请删去一处`
  }
}
