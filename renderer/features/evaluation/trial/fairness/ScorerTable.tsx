import { useMemo, type ReactNode } from 'react'
import { Chart } from '../../../../ui/Chart.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { StateTag } from '../../../../ui/StateTag.tsx'
import type { ScorerGroup } from '../../../plans/api-types.ts'
import { chartHeight, factorText, meansChart } from './fairness-charts.ts'
import './fairness.css'
import { fairnessWords as words, oddityNames } from './vocabulary.ts'

export interface ScorerTableProps {
  readonly sheet: string
  readonly group: ScorerGroup
}

/** What each scorer gave on one kind of sheet; beside it the means as a shape. */
export function ScorerTable({ sheet, group }: ScorerTableProps): ReactNode {
  const { rows, compared } = group
  const { option, rows: behind } = useMemo(() => meansChart(group), [group])
  const hasCorrection = rows.some(({ corrected }) => corrected !== null)
  const titles = [words.scorer, words.modules, words.count, words.mean, words.spread, words.range, ...(hasCorrection ? [words.factor, words.corrected] : []), words.sign]
  return (
    <Section title={sheet} note={compared === null ? words.notCompared : words.compared(compared.scorers, compared.mean, compared.spread)}>
      {rows.length === 0 ? (
        <p className="fairness-none">{words.emptySheet(sheet)}</p>
      ) : (
        <div className="fairness-scorers">
          <table className="fairness-table">
            <thead>
              <tr>{titles.map((title) => <th key={title} scope="col">{title}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.scorer}>
                  <th scope="row">{row.scorer}</th>
                  <td className="fairness-text">{row.modules.join(words.listJoin)}</td>
                  <td>{row.count}</td>
                  <td>{row.mean}</td>
                  <td>{row.spread}</td>
                  <td>{words.to(row.lowest, row.highest)}</td>
                  {hasCorrection ? (
                    <>
                      <td>{factorText(row)}</td>
                      <td>{row.corrected?.mean ?? words.nothing}</td>
                    </>
                  ) : null}
                  <td className="fairness-text">{row.oddity === null ? null : <StateTag tone="warn">{oddityNames[row.oddity]}</StateTag>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Chart title={words.chart(sheet)} unit={words.points} option={option} rows={behind} height={chartHeight(rows.length)} />
        </div>
      )}
    </Section>
  )
}
