import { lights, type Light } from '../../../../shared/domain/tasks/tasks/light.ts'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import type { ChartOption, ChartRows } from '../../../ui/Chart.tsx'
import type { FigureProps } from '../../../ui/Figure.tsx'
import { colours, lightColours } from '../../../ui/tokens.ts'
import { lightWords } from '../../../ui/vocabulary.ts'
import { countText } from '../../../frame/count-text.ts'
import { moduleWords } from '../../../frame/vocabulary.ts'

export type Overview = Awaited<ReturnType<TownshipClient['workbench']['module']>>

export interface ChartOf {
  readonly option: ChartOption
  readonly rows: ChartRows
}

const count = { title: moduleWords.count, align: 'right' } as const
const label = { show: true, color: colours.inkSecond, fontSize: 12, formatter: ({ value }: { readonly value?: unknown }) => (typeof value === 'number' ? countText(value) : '') } as const

/** Tasks by state, in the order of the flow; states without a task keep their place. */
export function stateChart({ byState }: Pick<Overview, 'byState'>): ChartOf {
  const names = byState.map(({ state }) => taskStateNames[state])
  return {
    option: {
      grid: { top: 4, right: 40, bottom: 4 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, data: names, axisLabel: { interval: 0 } },
      series: [{ type: 'bar', name: moduleWords.count, barWidth: 12, data: byState.map((row) => row.count), label: { ...label, position: 'right' } }],
    },
    rows: { columns: [{ title: moduleWords.state }, count], cells: byState.map((row) => [taskStateNames[row.state], String(row.count)]) },
  }
}

/** Finished tasks are not counted here, so that grey means only what does not run yet or stands still. */
function nameOf(light: Light): string {
  return light === 'grey' ? moduleWords.grey : lightWords[light]
}

/** Unfinished tasks by light, the red ones on top. */
export function lightChart({ byLight }: Pick<Overview, 'byLight'>): ChartOf {
  return {
    option: {
      grid: { top: 8, right: 40 },
      tooltip: { trigger: 'item' },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, data: lights.map(nameOf) },
      series: [{ type: 'bar', name: moduleWords.count, data: lights.map((light) => ({ value: byLight[light], itemStyle: { color: lightColours[light].swatch } })), label: { ...label, position: 'right' } }],
    },
    rows: { columns: [{ title: moduleWords.light }, count], cells: lights.map((light) => [nameOf(light), String(byLight[light])]) },
  }
}

/** Share of finished tasks that were in time, by month; a month without one is a gap. */
export function onTimeChart({ onTime }: Pick<Overview, 'onTime'>): ChartOf {
  return {
    option: {
      grid: { top: 20, right: 12 },
      tooltip: { trigger: 'axis', valueFormatter: (value) => (typeof value === 'number' ? `${String(value)}%` : moduleWords.noValue) },
      xAxis: { type: 'category', data: onTime.map(({ month }) => moduleWords.monthShort(Number(month.slice(5)))) },
      yAxis: { type: 'value', min: 0, max: 100, interval: 25 },
      series: [{ type: 'line', name: moduleWords.rate, data: onTime.map((row) => rateOf(row) ?? '-') }],
    },
    rows: {
      columns: [{ title: moduleWords.month }, { title: moduleWords.finished, align: 'right' }, { title: moduleWords.finishedOnTime, align: 'right' }, { title: moduleWords.rate, align: 'right' }],
      cells: onTime.map((row) => [row.month, String(row.finished), String(row.onTime), percentText(rateOf(row))]).reverse(),
    },
  }
}

/** How many people are drawn; the rows behind name all. */
const drawn = 12

/** Room for each person and for legend and axis. */
export function workloadHeight(people: number): number {
  return 64 + Math.min(people, drawn) * 24
}

/** Open tasks per person, late and pressing ones apart. */
export function workloadChart({ workload }: Pick<Overview, 'workload'>): ChartOf {
  const shown = workload.slice(0, drawn)
  const part = (name: string, color: string, of: (row: Overview['workload'][number]) => number) => ({ type: 'bar' as const, name, stack: 'open', color, barMaxWidth: 16, data: shown.map(of) })
  return {
    option: {
      grid: { top: 24, right: 16 },
      legend: {},
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: shown.map(({ staffName }) => staffName), axisLabel: { interval: 0 } },
      series: [
        part(moduleWords.red, lightColours.red.swatch, ({ red }) => red),
        part(moduleWords.yellow, lightColours.yellow.swatch, ({ yellow }) => yellow),
        part(moduleWords.rest, '#7ba0cf', ({ open, red, yellow }) => open - red - yellow),
      ],
    },
    rows: {
      columns: [{ title: moduleWords.person }, { title: moduleWords.open, align: 'right' }, { title: moduleWords.red, align: 'right' }, { title: moduleWords.yellow, align: 'right' }],
      cells: workload.map(({ staffName, open, red, yellow }) => [staffName, String(open), String(red), String(yellow)]),
    },
  }
}

/** 村社名次: how far each village stands from the last place, so that the best has the longest bar; the label is its place. */
export function ranksChart({ rows }: NonNullable<Overview['villageRanks']>): ChartOf {
  const last = Math.max(0, ...rows.map(({ rank }) => rank))
  const places = new Map(rows.map(({ name, rank }) => [name, rank]))
  return {
    option: {
      grid: { top: 4, right: 56, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLabel: { interval: 0 } },
      series: [{ type: 'bar', name: moduleWords.rank, barWidth: 12, data: rows.map(({ rank }) => last - rank + 1), label: { show: true, position: 'right', color: colours.inkSecond, fontSize: 12, formatter: ({ name = '' }: { readonly name?: string }) => moduleWords.place(places.get(name) ?? 0) } }],
    },
    rows: {
      columns: [{ title: moduleWords.village }, { title: moduleWords.rank, align: 'right' }, { title: moduleWords.rankBefore, align: 'right' }],
      cells: rows.map(({ name, rank, before }) => [name, String(rank), before === null ? moduleWords.noValue : String(before)]),
    },
  }
}

/** Room for each village. */
export function ranksHeight(villages: number): number {
  return 16 + villages * 22
}

/** Per cent with one decimal; null when nothing was finished. */
function rateOf({ finished, onTime }: { readonly finished: number; readonly onTime: number }): number | null {
  return finished === 0 ? null : Math.round((onTime * 1000) / finished) / 10
}

function percentText(rate: number | null): string {
  return rate === null ? moduleWords.noValue : `${rate.toFixed(1)}%`
}

/** The on-time rate of the last month there is and how many tasks it is of, compared with the one before where both have one. */
export function onTimeFigure({ onTime }: Pick<Overview, 'onTime'>): Pick<FigureProps, 'value' | 'unit' | 'comparison' | 'note'> {
  const [before, now] = onTime.slice(-2)
  const rate = now === undefined ? null : rateOf(now)
  if (now === undefined || rate === null) return { value: moduleWords.noValue, note: moduleWords.noneFinished }
  const rateBefore = before === undefined ? null : rateOf(before)
  const figure = { value: rate.toFixed(1), unit: moduleWords.percent, note: moduleWords.finishedOf(now.finished, now.onTime) }
  if (rateBefore === null) return figure
  const points = Math.round((rate - rateBefore) * 10) / 10
  if (points === 0) return { ...figure, comparison: { direction: 'same', text: moduleWords.asLastMonth } }
  const sign = points > 0 ? '+' : '−'
  return { ...figure, comparison: { direction: points > 0 ? 'up' : 'down', welcome: points > 0, text: moduleWords.thanLastMonth(`${sign}${Math.abs(points).toFixed(1)}`) } }
}

/** Vacant posts, and people beyond the approved number; those of one identity do not fill the vacancy of another. */
export function vacancyOf(establishment: Overview['establishment']): { readonly approved: number; readonly inPost: number; readonly vacant: number; readonly beyond: number } {
  const sum = (of: (row: Overview['establishment'][number]) => number) => establishment.reduce((total, row) => total + of(row), 0)
  return { approved: sum(({ approved }) => approved), inPost: sum(({ inPost }) => inPost), vacant: sum(({ vacant }) => Math.max(0, vacant)), beyond: sum(({ vacant }) => Math.max(0, -vacant)) }
}
