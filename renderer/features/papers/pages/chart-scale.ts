import type { PageChart } from '../../../../shared/domain/papers/pages.ts'

/** Round values of an axis from 0 to beyond the largest: five to eleven of them. */
export function stepsOf(values: readonly number[]): readonly number[] {
  const most = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [0.1, 0.2, 0.5, 1].map((part) => part * power).find((wide) => most / wide <= 9) ?? power
  return Array.from({ length: Math.ceil(most / step + 0.5) + 1 }, (_, at) => Number((at * step).toPrecision(6)))
}

export interface ChartColumn {
  /** Place of its series. */
  readonly series: number
  readonly value: number
  readonly left: number
  readonly width: number
}

/** The columns between two ends of an axis: those of a category side by side, with four fifths of a column between categories. */
export function columnsOf({ categories, series }: Pick<PageChart, 'categories' | 'series'>, left: number, right: number): readonly ChartColumn[] {
  const room = (right - left) / Math.max(1, categories.length)
  const width = room / (series.length + 0.8)
  return series.flatMap(({ values }, place) => values.map((value, at) => ({ series: place, value, left: left + at * room + width * (0.4 + place), width })))
}
