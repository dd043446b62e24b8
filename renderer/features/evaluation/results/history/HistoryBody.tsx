import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { Chart } from '../../../../ui/Chart.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { HistoryAnswer, HistoryRow } from '../../../plans/api-types.ts'
import { periodTitle } from '../../../../frame/dates.ts'
import { gradeName } from '../../../../../shared/domain/plans/grade-names.ts'
import { poolName } from '../result-columns.tsx'
import { historyChart } from './history-chart.ts'
import './history.css'
import { historyWords } from './vocabulary.ts'

const dimensions = ['post', 'module', 'team', 'special', 'deduct'] as const

/** The quarters and years of a person: how they went, and each with its numbers. */
export function HistoryBody({ history }: { readonly history: HistoryAnswer }): ReactNode {
  const { rows } = history
  const chart = useMemo(() => historyChart(rows), [rows])
  if (rows.length === 0) return <Empty title={historyWords.empty} hint={historyWords.emptyHint} />
  return (
    <div className="history">
      <Chart title={historyWords.trend} unit={historyWords.unit} height={220} {...chart} />
      <Section title={historyWords.list}>
        <div className="history-rows" role="region" aria-label={historyWords.list} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{historyWords.period}</th>
                <th scope="col">{historyWords.module}</th>
                <th scope="col">{historyWords.post}</th>
                {dimensions.map((dimension) => <th key={dimension} scope="col" className="ui-number">{historyWords.dimensions[dimension]}</th>)}
                <th scope="col" className="ui-number">{historyWords.total}</th>
                <th scope="col" className="ui-number">{historyWords.median}</th>
                <th scope="col" className="ui-number">{historyWords.poolPlace}</th>
                <th scope="col" className="ui-number">{historyWords.townPlace}</th>
                <th scope="col">{historyWords.suggested}</th>
                <th scope="col">{historyWords.decided}</th>
                <th scope="col">{historyWords.version}</th>
              </tr>
            </thead>
            <tbody>{[...rows].reverse().map((row) => <HistoryLine key={row.code} row={row} />)}</tbody>
          </table>
        </div>
      </Section>
    </div>
  )
}

function HistoryLine({ row }: { readonly row: HistoryRow }): ReactNode {
  const { code, kind, identity, moduleName, postName, pool, poolSize, total, poolMedian, ranks, grade, decidedGrade, resultVersion, state, validPeriod } = row
  return (
    <tr className={kind === 'year' ? 'history-year' : undefined}>
      <th scope="row" className="one-line">{periodTitle(code)}</th>
      <td className="one-line">{moduleName}</td>
      <td className="one-line">{postName}</td>
      {dimensions.map((dimension) => <td key={dimension} className="ui-number">{row.dimensions?.[dimension] ?? ''}</td>)}
      <td className="ui-number history-total">{total ?? historyWords.nothing}</td>
      <td className="ui-number">{poolMedian ?? historyWords.nothing}</td>
      <td className="ui-number one-line" title={poolName(pool)}>{ranks === null ? '' : historyWords.place(ranks.pool, poolSize)}</td>
      <td className="ui-number">{ranks === null ? '' : String(ranks.town)}</td>
      <td className="one-line" title={validPeriod ? undefined : historyWords.notValid}>{gradeName(kind, grade, identity)}</td>
      <td className="one-line">{decidedGrade === null ? '' : gradeName(kind, decidedGrade, identity)}</td>
      <td className="one-line">{historyWords.versionText(resultVersion, state === 'published')}</td>
    </tr>
  )
}
