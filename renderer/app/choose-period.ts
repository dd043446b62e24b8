/** What the choice looks at. */
export interface PeriodRow {
  readonly code: string
  readonly kind: 'quarter' | 'year'
  readonly stage: string
  readonly start: string
  readonly end: string
}

const atWork = ['summarising', 'scoring', 'frozen', 'computed', 'reviewing', 'publicity', 'appeal', 'deciding']

/** The period a window begins with: the first quarter at work between collecting and archive, else today's, else the newest. */
export function firstPeriod<Row extends PeriodRow>(periods: readonly Row[], today: string): Row | null {
  const quarters = periods.filter(({ kind }) => kind === 'quarter')
  return quarters.find(({ stage }) => atWork.includes(stage)) ?? quarters.find(({ start, end }) => start <= today && today <= end) ?? quarters.at(-1) ?? periods.at(-1) ?? null
}
