import type { ReactNode } from 'react'
import type { PageChart as Chart } from '../../../../shared/domain/papers/pages.ts'
import { columnsOf, stepsOf } from './chart-scale.ts'

export interface PageChartProps {
  readonly chart: Chart
  /** Millimetres at 100 %. */
  readonly width: number
  readonly height: number
}

/** Shades that stay apart on a black and white printer. */
const shades = ['#1f4e8c', '#8aa4c8', '#4d4d4d', '#b3b3b3']

/** The chart of a sheet, as the workbook has it: columns side by side, each with its value. */
export function PageChart({ chart, width, height }: PageChartProps): ReactNode {
  const hasLegend = chart.series.length > 1
  const plot = { left: 16, top: 14, right: width - 4, bottom: height - (hasLegend ? 18 : 11) }
  const steps = stepsOf(chart.series.flatMap(({ values }) => values))
  const top = steps.at(-1) ?? 1
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * value) / top
  const columns = columnsOf(chart, plot.left, plot.right)
  return (
    <svg className="book-chart-drawing" viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={chart.title}>
      <rect x={0.2} y={0.2} width={width - 0.4} height={height - 0.4} fill="none" stroke="#bfbfbf" strokeWidth={0.2} />
      <text className="book-chart-title" x={width / 2} y={8.5} textAnchor="middle" fontSize={4.9}>{chart.title}</text>
      <text className="book-chart-title" transform={`translate(5 ${String((plot.top + plot.bottom) / 2)}) rotate(-90)`} textAnchor="middle" fontSize={3.5}>{chart.axisTitle}</text>
      {steps.map((step) => (
        <g key={step}>
          <line x1={plot.left} x2={plot.right} y1={y(step)} y2={y(step)} stroke="#d9d9d9" strokeWidth={0.2} />
          <text x={plot.left - 1.5} y={y(step) + 1.1} textAnchor="end" fontSize={3.2}>{step}</text>
        </g>
      ))}
      {columns.map(({ series, value, left, width: wide }) => (
        <g key={`${String(series)} ${String(left)}`}>
          <rect x={left} y={y(value)} width={wide} height={plot.bottom - y(value)} fill={shades[series % shades.length]} />
          <text x={left + wide / 2} y={y(value) - 1} textAnchor="middle" fontSize={3.2}>{value.toFixed(2)}</text>
        </g>
      ))}
      {chart.categories.map((category, at) => (
        <text key={at} x={plot.left + ((plot.right - plot.left) * (at + 0.5)) / chart.categories.length} y={plot.bottom + 5} textAnchor="middle" fontSize={3.5}>{category}</text>
      ))}
      {hasLegend
        ? chart.series.map(({ name }, at) => (
            <g key={name} transform={`translate(${String(plot.left + at * 40)} ${String(height - 5)})`}>
              <rect width={3} height={3} y={-2.6} fill={shades[at % shades.length]} />
              <text x={4.5} fontSize={3.2}>{name}</text>
            </g>
          ))
        : null}
    </svg>
  )
}
