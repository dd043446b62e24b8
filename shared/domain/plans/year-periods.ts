/** A period by its dates: a quarter `2026Q1` or the year `2026`. */
export interface PeriodDates {
  readonly code: string
  readonly kind: 'quarter' | 'year'
  readonly start: string
  readonly end: string
  /** The day its inputs are frozen, as planned. */
  readonly freeze: string
}

/** The four quarters and the year itself; quarters are planned to freeze on the fifth day after their end, the year on the fifteenth. */
export function yearPeriods(year: number): readonly PeriodDates[] {
  const quarter = (place: number, from: string, to: string, freeze: string): PeriodDates => ({ code: `${year}Q${place}`, kind: 'quarter', start: `${year}-${from}`, end: `${year}-${to}`, freeze })
  return [
    quarter(1, '01-01', '03-31', `${year}-04-05`),
    quarter(2, '04-01', '06-30', `${year}-07-05`),
    quarter(3, '07-01', '09-30', `${year}-10-05`),
    quarter(4, '10-01', '12-31', `${year + 1}-01-05`),
    { code: String(year), kind: 'year', start: `${year}-01-01`, end: `${year}-12-31`, freeze: `${year + 1}-01-15` },
  ]
}
