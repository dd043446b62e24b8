import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { momentText } from '../../../frame/dates.ts'
import { systemWords } from '../system/vocabulary.ts'
import { auditWords as words } from './vocabulary.ts'
import { actorText, detailLines } from './audit-detail.ts'
import type { AuditRow } from './api-types.ts'

/** One entry of the audit log, all of it. */
export function AuditSheet({ entry, onClose }: { readonly entry: AuditRow; readonly onClose: () => void }): ReactNode {
  const facts = [
    [words.at, momentText(entry.at)],
    [words.actor, actorText(entry.actor)],
    [words.action, entry.actionName],
    [words.subject, entry.subjectName ?? entry.subject ?? systemWords.none],
  ] as const
  return (
    <SideSheet open title={words.record(entry.seq)} onClose={onClose}>
      <dl className="system-facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3 className="audit-heading">{words.detail}</h3>
      <AuditDetail seq={entry.seq} />
    </SideSheet>
  )
}

/** An entry never changes, so it is asked for once. */
function AuditDetail({ seq }: { readonly seq: number }): ReactNode {
  const { orpc } = useApi()
  const { data, error, refetch } = useQuery(orpc.system.auditDetail.queryOptions({ input: { seq } }))
  if (error !== null) return <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading lines={4} />
  const lines = detailLines(data.detail)
  if (lines.length === 0) return <p className="system-note">{words.noDetail}</p>
  return (
    <table className="system-table audit-detail">
      <tbody>
        {lines.map(({ depth, label, text }, place) => (
          <tr key={place}>
            <th scope="row" style={{ paddingLeft: 8 + depth * 16 }} colSpan={text === null ? 2 : 1}>
              {label}
            </th>
            {text === null ? null : <td>{text}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
