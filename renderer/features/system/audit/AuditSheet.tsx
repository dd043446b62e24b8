import type { ReactNode } from 'react'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { momentText } from '../../evaluation/dates.ts'
import { systemWords } from '../vocabulary.ts'
import { auditWords as words } from './vocabulary.ts'
import { actorText, detailLines } from './audit-detail.ts'
import type { AuditRow } from './AuditSection.tsx'

/** One entry of the audit log, all of it. */
export function AuditSheet({ entry, onClose }: { readonly entry: AuditRow; readonly onClose: () => void }): ReactNode {
  const lines = detailLines(entry.detail)
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
      {lines.length === 0 ? <p className="system-note">{words.noDetail}</p> : null}
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
    </SideSheet>
  )
}
