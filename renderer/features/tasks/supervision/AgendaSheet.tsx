import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors } from '../../../ui/FormErrors.tsx'
import { LightTag } from '../../../ui/LightTag.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { may } from '../../../frame/may.ts'
import '../../../frame/module.css'
import { useSubmit } from '../../../frame/use-submit.ts'
import { lightWord } from '../tasks/light-word.ts'
import '../tasks.css'
import type { Agenda } from '../orders/api-types.ts'
import { DocumentButton } from '../../papers/DocumentButton.tsx'
import '../orders/orders.css'
import { dayWords as words, words as common } from '../orders/vocabulary.ts'

const findingsId = 'supervision-day-findings'

export interface AgendaSheetProps {
  readonly id: string
  readonly onClose: () => void
}

/** 督查清单 of a 督查日: every task to look at in the module, and what was found on it. */
export function AgendaSheet({ id, onClose }: AgendaSheetProps): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const { data, error, refetch } = useQuery(orpc.supervisionDays.agenda.queryOptions({ input: { id, on: today() } }))
  const [found, setFound] = useState<Readonly<Record<string, string>>>({})
  const [findings, setFindings] = useState('')
  const { faults, isSending, send } = useSubmit(async () => {
    if (data === undefined) return []
    if (findings.trim() === '') return [{ id: findingsId, sentence: words.findingsMissing }]
    const tasks = Object.entries(found).flatMap(([taskId, finding]) => (finding.trim() === '' ? [] : [{ taskId, finding: finding.trim() }]))
    await client.supervisionDays.hold({ id, version: data.day.version, findings: findings.trim(), tasks })
    notice.done(words.held)
    onClose()
    return []
  })
  const mayHold = data !== undefined && may(me, 'task.supervise') && data.day.state === 'planned' && data.day.date <= today()
  return (
    <SideSheet
      open
      width={960}
      title={data === undefined ? words.open : words.agenda(data.day.moduleName, data.day.date)}
      onClose={onClose}
      footer={mayHold ? <Button type="primary" loading={isSending} onClick={() => send()}>{words.hold}</Button> : data?.day.state === 'held' ? <DocumentButton label={words.circular} make={(documents) => documents.documents.supervision({ id })} /> : undefined}
    >
      {data === undefined ? (
        error === null ? <Loading lines={10} /> : <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <>
          <p className="dialog-note">{words.agendaNote}</p>
          <FormErrors faults={faults} />
          {mayHold ? (
            <FieldRow label={words.findings} id={findingsId} required>
              {(field) => <Input.TextArea {...field} value={findings} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => setFindings(target.value)} />}
            </FieldRow>
          ) : data.day.findings === null ? null : <p className="task-content">{data.day.findings}</p>}
          {data.tasks.length === 0 ? <p className="ui-title-note">{words.allFine}</p> : <Tasks agenda={data} found={mayHold ? found : null} onFound={setFound} />}
        </>
      )}
    </SideSheet>
  )
}

interface TasksProps {
  readonly agenda: Agenda
  /** What is being written; null where nothing may be. */
  readonly found: Readonly<Record<string, string>> | null
  readonly onFound: (found: Readonly<Record<string, string>>) => void
}

function Tasks({ agenda, found, onFound }: TasksProps): ReactNode {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.hosts}</th>
          <th scope="col">{words.light}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.finding}</th>
        </tr>
      </thead>
      <tbody>
        {agenda.tasks.map((row) => (
          <tr key={row.taskId}>
            <td>{row.title}</td>
            <td className="one-line">{row.hosts.join(common.join)}</td>
            <td className="one-line"><LightTag light={row.light} word={lightWord({ state: row.taskState, light: row.light, due: row.due }, today())} /></td>
            <td className="agenda-why">{[...(row.openSupervisions > 0 ? [words.papers(row.openSupervisions)] : []), ...row.overdueMilestones.map(words.milestone)].join(common.join)}</td>
            <td>{found === null ? row.finding : <Input aria-label={words.findingOf(row.title)} placeholder={words.findingHint} value={found[row.taskId] ?? ''} onChange={({ target }) => onFound({ ...found, [row.taskId]: target.value })} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
