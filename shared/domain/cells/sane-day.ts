/** No day of the township's work is earlier. */
export const firstSaneDay = '2000-01-01'

/** Whether a day may be meant: not before the year 2000, and at most two years after today. */
export function isSaneDay(day: string, today: string): boolean {
  const lastYear = String(Number(today.slice(0, 4)) + 2)
  return firstSaneDay <= day && day <= `${lastYear}${today.slice(4)}`
}
