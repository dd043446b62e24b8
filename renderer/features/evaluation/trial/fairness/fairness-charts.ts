import { ageGroups, type FairnessGrouping } from '../../../../../shared/domain/evaluation/trial/fairness.ts'
import { identities } from '../../../../../shared/domain/people/codes.ts'
import { identityLabels } from '../../../../../shared/domain/people/vocabulary.ts'
import type { ChartOption, ChartRows } from '../../../../ui/Chart.tsx'
import { colours } from '../../../../ui/tokens.ts'
import type { ScorerGroup, ScorerRow, SpreadRow } from '../../../plans/api-types.ts'
import { ageNames, fairnessWords as words, oddityNames } from './vocabulary.ts'

export interface ChartOf {
  readonly option: ChartOption
  readonly rows: ChartRows
}

/** Of a module its name, of the others the word for the code. */
export function groupName(grouping: FairnessGrouping, group: string): string {
  if (grouping === 'module') return group
  if (grouping === 'age') {
    const age = ageGroups.find((one) => one === group)
    return age === undefined ? group : ageNames[age]
  }
  const identity = identities.find((one) => one === group)
  return identity === undefined ? group : identityLabels[identity]
}

export function factorText({ corrected }: Pick<ScorerRow, 'corrected'>): string {
  return corrected === null ? words.nothing : words.to(corrected.lowFactor, corrected.highFactor)
}

/** Room for each of so many bars or boxes, and for legend and axis. */
export function chartHeight(rows: number, each = 28): number {
  return 64 + rows * each
}

/** The mean each scorer gave, and what 校正 made of it, as points: means lie close together, so the axis does not begin at 0. The line is what the scorers are compared with. */
export function meansChart({ rows, compared }: ScorerGroup): ChartOf {
  const hasCorrection = rows.some(({ corrected }) => corrected !== null)
  const line = compared === null ? {} : { markLine: { symbol: 'none', silent: true, lineStyle: { color: colours.inkThird }, label: { formatter: compared.mean, position: 'start' as const, distance: 4 }, data: [{ xAxis: Number(compared.mean) }] } }
  const points = (of: (row: ScorerRow) => string | null) => rows.flatMap((row) => {
    const value = of(row)
    return value === null ? [] : [[Number(value), row.scorer]]
  })
  return {
    option: {
      grid: { top: 28, right: 24 },
      legend: {},
      tooltip: { trigger: 'item' },
      xAxis: { type: 'value', scale: true },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ scorer }) => scorer), axisLabel: { interval: 0 }, splitLine: { show: true } },
      series: [
        { type: 'scatter', name: hasCorrection ? words.before : words.mean, symbolSize: 10, data: points(({ mean }) => mean), ...line },
        ...(hasCorrection ? [{ type: 'scatter' as const, name: words.after, symbol: 'diamond', symbolSize: 12, itemStyle: { color: colours.surface, borderColor: colours.accent, borderWidth: 2 }, data: points(({ corrected }) => corrected?.mean ?? null) }] : []),
      ],
    },
    rows: {
      columns: [{ title: words.scorer }, { title: words.count, align: 'right' }, { title: words.mean, align: 'right' }, { title: words.factor, align: 'right' }, { title: words.corrected, align: 'right' }],
      cells: rows.map((row) => [row.scorer, String(row.count), row.mean, factorText(row), row.corrected?.mean ?? words.nothing]),
    },
  }
}

/** How a measure spreads within each group: lowest, quartiles, highest. */
export function spreadChart(spreads: readonly SpreadRow[], grouping: FairnessGrouping): ChartOf {
  const names = spreads.map(({ group }) => groupName(grouping, group))
  return {
    option: {
      grid: { top: 8, right: 16 },
      tooltip: { trigger: 'item' },
      xAxis: { type: 'value', scale: true },
      yAxis: { type: 'category', inverse: true, data: names, axisLabel: { interval: 0 } },
      series: [{ type: 'boxplot', boxWidth: [8, 14], itemStyle: { color: colours.accentWash, borderColor: colours.accent }, data: spreads.map(({ lowest, lowerQuartile, median, upperQuartile, highest }) => [lowest, lowerQuartile, median, upperQuartile, highest].map(Number)) }],
    },
    rows: {
      columns: [{ title: words.group }, { title: words.count, align: 'right' }, { title: words.mean, align: 'right' }, ...words.quartiles.map((title) => ({ title, align: 'right' as const }))],
      cells: spreads.map((row) => [groupName(grouping, row.group), String(row.count), row.mean, row.lowest, row.lowerQuartile, row.median, row.upperQuartile, row.highest]),
    },
  }
}

/** One sentence for each scorer out of the ordinary. */
export function oddSentences(group: ScorerGroup, sheet: string): readonly string[] {
  return group.rows.flatMap((row) => {
    switch (row.oddity) {
      case null:
        return []
      case 'same':
        return [words.oddSame(row.scorer, sheet, row.count, row.mean)]
      case 'high':
      case 'low':
        return [words.oddMean(oddityNames[row.oddity], row.scorer, sheet, row.mean, group.compared?.mean ?? '', group.compared?.spread ?? '')]
    }
  })
}
