import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { today } from '../../../api/today.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { periodTitle } from '../dates.ts'
import '../../../ui/paper.css'
import './results.css'
import { columnNames, publicityWords } from './vocabulary.ts'

export interface PublicityPaperProps {
  readonly period: ChosenPeriod
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[]
  /** In the order of the paper; `rank` in all or in none. */
  readonly rows: readonly { readonly staffId: string; readonly name: string; readonly module: string; readonly post: string; readonly cells: readonly string[]; readonly rank?: string; readonly grade: string }[]
}

/** 公示表: the results as they are hung up. */
export function PublicityPaper({ period: { id, code }, columns, rows }: PublicityPaperProps): ReactNode {
  const { orpc } = useApi()
  const { township } = useMe()
  const { data: publicity } = useQuery(orpc.appeals.publicity.queryOptions({ input: { periodId: id } }))
  const hasRank = rows.some(({ rank }) => rank !== undefined)
  return (
    <PrintSheet title={publicityWords.title(township.name, periodTitle(code))}>
      <div className="paper paper-wide">
        <p className="paper-line">
          <span>{publicityWords.unit(township.reportingUnit)}</span>
          <span>{publicityWords.day(today())}</span>
          <span>{publicity === undefined || publicity === null ? publicityWords.score : publicityWords.range(publicity.from, publicity.to)}</span>
        </p>
        <table>
          <thead>
            <tr>
              <th>{publicityWords.number}</th>
              <th>{columnNames.name}</th>
              <th>{columnNames.module}</th>
              <th>{columnNames.postName}</th>
              {columns.map(({ title }) => <th key={title}>{title}</th>)}
              {hasRank ? <th>{publicityWords.rank}</th> : null}
              <th>{publicityWords.grade}</th>
              <th>{publicityWords.note}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={row.staffId}>
                <td className="paper-middle">{place + 1}</td>
                <td className="paper-middle">{row.name}</td>
                <td className="paper-middle">{row.module}</td>
                <td>{row.post}</td>
                {row.cells.map((cell, at) => <td key={columns[at]?.title ?? at} className={columns[at]?.isNumber === true ? 'paper-right' : 'paper-middle'}>{cell}</td>)}
                {hasRank ? <td className="paper-middle">{row.rank}</td> : null}
                <td className="paper-middle">{row.grade}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        <p className="paper-note">{publicity === undefined || publicity === null ? publicityWords.below : publicityWords.belowUntil(publicity.to)}</p>
        <p className="paper-sign">{publicityWords.sign.map((word) => <span key={word}>{word}　　　　　</span>)}</p>
      </div>
    </PrintSheet>
  )
}
