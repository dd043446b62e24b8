import type { ChartOption, ChartRows } from '../../../../ui/Chart.tsx'
import type { HistoryRow } from '../../../plans/api-types.ts'
import { periodTitle } from '../../../../frame/dates.ts'
import { historyWords } from './vocabulary.ts'

/** `2026Q1` → `26年1季`: short enough for an axis of several years. */
export function shortPeriod(code: string): string {
  return historyWords.shortQuarter(code.slice(2, 4), code.slice(5))
}

function valueOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}

/** The quarters of a person over the years, with the median of his pool; a quarter without a median is a gap in its line. */
export function historyChart(rows: readonly HistoryRow[]): { readonly option: ChartOption; readonly rows: ChartRows } {
  const quarters = rows.filter(({ kind }) => kind === 'quarter')
  const shown = (value: unknown) => (typeof value === 'number' ? value.toFixed(2) : historyWords.noValue)
  return {
    option: {
      grid: { top: 36, right: 16 },
      legend: { top: 0, right: 0 },
      tooltip: { trigger: 'axis', valueFormatter: shown },
      xAxis: { type: 'category', data: quarters.map(({ code }) => shortPeriod(code)) },
      yAxis: { type: 'value', scale: true },
      series: [
        { type: 'line', name: historyWords.ownLine, data: quarters.map(({ total }) => valueOf(total) ?? '-') },
        { type: 'line', name: historyWords.median, data: quarters.map(({ poolMedian }) => valueOf(poolMedian) ?? '-'), lineStyle: { type: 'dashed' } },
      ],
    },
    rows: {
      columns: [{ title: historyWords.period }, { title: historyWords.ownLine, align: 'right' }, { title: historyWords.median, align: 'right' }],
      cells: quarters.map(({ code, total, poolMedian }) => [periodTitle(code), total ?? historyWords.nothing, poolMedian ?? historyWords.nothing]),
    },
  }
}
