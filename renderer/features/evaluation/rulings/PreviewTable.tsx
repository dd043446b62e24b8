import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import type { Change } from './api-types.ts'
import { amendWords as words, rulingWords } from './vocabulary.ts'

export interface PreviewTableProps {
  readonly kind: PeriodKind
  readonly periodId: string
  /** Whom it is mainly about: in front, moved or not. */
  readonly first: string | null
  readonly changes: readonly Change[]
}

/** Whose total and grade the changes move, as they stand now. */
export function PreviewTable({ kind, periodId, first, changes }: PreviewTableProps): ReactNode {
  const { orpc } = useApi()
  const { data, error } = useQuery(orpc.rulings.preview.queryOptions({ input: { periodId, first, changes: changes.map(({ path, before, after }) => ({ path, before, after })) }, enabled: changes.length > 0, placeholderData: (before) => before }))
  if (changes.length === 0) return null
  if (error !== null) return <p className="tab-notice tab-notice-warn" role="alert">{sentenceOf(error)}</p>
  if (data === undefined) return null
  if (data.rows.length === 0) return <p className="ui-title-note">{words.previewNone}</p>
  return (
    <>
      <p className="ui-title-note" role="status">{words.previewCount(data.moved)}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{rulingWords.who}</th>
            <th scope="col">{words.total}</th>
            <th scope="col">{words.grade}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ staffId, staffName, totalBefore, totalAfter, gradeBefore, gradeAfter }) => (
            <tr key={staffId}>
              <td>{staffName}</td>
              <td>{totalBefore} {words.arrow} <strong>{totalAfter}</strong></td>
              <td>{gradeName(kind, gradeBefore)} {words.arrow} <strong>{gradeName(kind, gradeAfter)}</strong></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
