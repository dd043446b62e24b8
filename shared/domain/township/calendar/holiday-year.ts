import { dayNumber, dayText, isCalendarDay } from '../../../lib/calendar-day.ts'

/** A holiday with its days off, both ends counted, and the days worked in exchange for them (调休). */
export interface Holiday {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly work: readonly string[]
}

/** 节假日安排 of one calendar year. A holiday over New Year stands in both years, each with the days of its own. */
export interface HolidayYear {
  readonly year: number
  /** The notice that it comes from. */
  readonly source: string
  readonly holidays: readonly Holiday[]
}

export type HolidayFaultKind = 'no_holidays' | 'not_day' | 'other_year' | 'backwards' | 'off_twice' | 'work_twice' | 'both'

/** What is wrong with an arrangement; `index` counts its holidays from 0. `holidayFaultText` says it. */
export interface HolidayFault {
  readonly kind: HolidayFaultKind
  readonly index: number
  readonly field: 'from' | 'to' | 'work'
  readonly day: string
}

interface NamedDay {
  readonly index: number
  readonly field: HolidayFault['field']
  readonly day: string
}

/** Every fault of an arrangement, in its order: days that are none, are of another year, backwards, or off and worked at once. */
export function holidayFaults({ year, holidays }: HolidayYear): readonly HolidayFault[] {
  if (holidays.length === 0) return [{ kind: 'no_holidays', index: 0, field: 'from', day: '' }]
  const faults = holidays.flatMap((holiday, index) => [...ownFaults(year, holiday, index)])
  if (faults.length > 0) return faults
  const off = holidays.flatMap((holiday, index) => daysOff(holiday).map((day): NamedDay => ({ index, field: 'from', day })))
  const work = holidays.flatMap((holiday, index) => holiday.work.map((day): NamedDay => ({ index, field: 'work', day })))
  const offDays = new Set(off.map(({ day }) => day))
  return [
    ...repeated(off).map((at) => ({ ...at, kind: 'off_twice' }) as const),
    ...repeated(work).map((at) => ({ ...at, kind: 'work_twice' }) as const),
    ...work.filter(({ day }) => offDays.has(day)).map((at) => ({ ...at, kind: 'both' }) as const),
  ]
}

/** The days off of a holiday, in their order. */
export function daysOff({ from, to }: Pick<Holiday, 'from' | 'to'>): readonly string[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, place) => dayText(first + place))
}

function ownFaults(year: number, { from, to, work }: Holiday, index: number): readonly HolidayFault[] {
  const named: readonly NamedDay[] = [{ index, field: 'from', day: from }, { index, field: 'to', day: to }, ...work.map((day): NamedDay => ({ index, field: 'work', day }))]
  const none = named.filter(({ day }) => !isCalendarDay(day))
  if (none.length > 0) return none.map((at) => ({ ...at, kind: 'not_day' }))
  const others = named.filter(({ day }) => Number(day.slice(0, 4)) !== year)
  if (others.length > 0) return others.map((at) => ({ ...at, kind: 'other_year' }))
  return to < from ? [{ kind: 'backwards', index, field: 'to', day: to }] : []
}

function repeated(days: readonly NamedDay[]): readonly NamedDay[] {
  const seen = new Set<string>()
  return days.filter(({ day }) => {
    if (seen.has(day)) return true
    seen.add(day)
    return false
  })
}
