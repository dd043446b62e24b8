import type { ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/evaluation/cycle.ts'
import { useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import '../../../ui/paper.css'
import { periodTitle } from '../dates.ts'
import { bestGrades, gradeName } from '../results/grade-names.ts'
import { poolName } from '../results/result-columns.tsx'
import type { DecisionAnswer, DecisionRow } from './api-types.ts'
import { decisionPaperWords as paper, decisionWords as words } from './vocabulary.ts'

export interface DecisionPaperProps {
  readonly kind: PeriodKind
  readonly code: string
  readonly meeting: string
  readonly answer: DecisionAnswer
}

/** 审定表: pool by pool as the meeting has it before it, with lines to sign. */
export function DecisionPaper({ kind, code, meeting, answer }: DecisionPaperProps): ReactNode {
  const { township } = useMe()
  return (
    <PrintSheet title={paper.title(township.name, periodTitle(code))}>
      <div className="paper paper-fixed">
        <p className="paper-line">
          <span>{paper.meeting(meeting)}</span>
          <span>{paper.day(today())}</span>
        </p>
        {answer.pools.map(({ pool, eligible, quota }) => (
          <div key={pool ?? ''}>
            <h2>{paper.pool(poolName(pool), eligible, gradeName(kind, bestGrades[kind]), quota)}</h2>
            <table>
              <thead>
                <tr>
                  <th style={{ width: '12mm' }}>{paper.number}</th>
                  <th style={{ width: '22mm' }}>{words.name}</th>
                  <th style={{ width: '26mm' }}>{words.module}</th>
                  <th style={{ width: '22mm' }}>{kind === 'year' ? words.annual : words.total}</th>
                  <th style={{ width: '24mm' }}>{words.suggested}</th>
                  <th style={{ width: '24mm' }}>{words.decided}</th>
                  <th>{paper.note}</th>
                </tr>
              </thead>
              <tbody>
                {answer.rows.filter((row) => row.pool === pool).map((row, place) => (
                  <tr key={row.staffId}>
                    <td className="paper-middle">{place + 1}</td>
                    <td className="paper-middle">{row.staffName}</td>
                    <td className="paper-middle">{row.moduleName}</td>
                    <td className="paper-right">{row.total ?? words.nothing}</td>
                    <td className="paper-middle">{gradeName(kind, row.suggested, row.identity)}</td>
                    <td className="paper-middle">{row.decided === null ? '' : gradeName(kind, row.decided, row.identity)}</td>
                    <td>{noteOf(row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
        <p className="paper-sign">{paper.sign.map((word) => <span key={word}>{word}　　　　　</span>)}</p>
      </div>
    </PrintSheet>
  )
}

function noteOf({ place, barred, reason, clause }: DecisionRow): string {
  return [place === 'tiedAtLine' ? paper.tied : '', barred, clause ?? '', reason ?? ''].filter((text) => text !== '').join('；')
}
