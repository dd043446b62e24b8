import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { extensionStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import '../../../frame/module.css'
import type { ExtensionRow } from './api-types.ts'
import { DecideExtension } from './DecideExtension.tsx'
import './orders.css'
import { extensionTones, extensionWords as words, words as common } from './vocabulary.ts'

/** 延期 of a task, to be decided by whoever may; nothing where none was asked for. */
export function TaskExtensions({ taskId }: { readonly taskId: string }): ReactNode {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.extensions.list.queryOptions({ input: { taskId, limit: 50 } }))
  const [deciding, setDeciding] = useState<{ readonly row: ExtensionRow; readonly isGranted: boolean } | null>(null)
  if (data === undefined || data.rows.length === 0) return null
  return (
    <Section title={words.list}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.fromDue}</th>
            <th scope="col">{words.toDue}</th>
            <th scope="col">{words.askedBy}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td className="one-line"><StateTag tone={extensionTones[row.state]}>{extensionStateNames[row.state]}</StateTag></td>
              <td className="one-line">{row.fromDue}</td>
              <td className="one-line">{row.toDue}</td>
              <td className="one-line">{row.askedBy}</td>
              <td>
                {row.reason}
                {row.decidedBy === null ? null : <p className="paper-reply">{words.answerOf(row.decidedBy, row.answer ?? common.none)}</p>}
                {row.mayDecide ? (
                  <span className="paper-commands">
                    <Button size="small" type="primary" onClick={() => setDeciding({ row, isGranted: true })}>{words.grant}</Button>
                    <Button size="small" onClick={() => setDeciding({ row, isGranted: false })}>{words.refuse}</Button>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {deciding === null ? null : <DecideExtension {...deciding} onClose={() => setDeciding(null)} />}
    </Section>
  )
}
