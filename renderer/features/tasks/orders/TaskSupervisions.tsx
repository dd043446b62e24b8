import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { supervisionLevelNames, supervisionStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import '../../../frame/module.css'
import { PaperCommands } from './PaperCommands.tsx'
import './orders.css'
import { paperWords, supervisionTones } from './vocabulary.ts'

/** 督办单 on a task, with what the caller may do with each; nothing where there is none. */
export function TaskSupervisions({ taskId }: { readonly taskId: string }): ReactNode {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.supervisions.list.queryOptions({ input: { taskId, on: today(), limit: 50 } }))
  if (data === undefined || data.rows.length === 0) return null
  return (
    <Section title={paperWords.ofTask}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{paperWords.docNo}</th>
            <th scope="col">{paperWords.level}</th>
            <th scope="col">{paperWords.state}</th>
            <th scope="col">{paperWords.replyDue}</th>
            <th scope="col">{paperWords.demand}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((paper) => (
            <tr key={paper.id}>
              <td>{paper.docNo ?? paper.code}</td>
              <td className="one-line"><Level level={paper.level} /></td>
              <td className="one-line"><StateTag tone={supervisionTones[paper.state]}>{supervisionStateNames[paper.state]}</StateTag></td>
              <td className="one-line">{paper.replyDue}{paper.overdue ? <span className="paper-late">{paperWords.lateReply}</span> : null}</td>
              <td>
                {paper.demand}
                {paper.reply === null ? null : <p className="paper-reply">{paperWords.reply}：{paper.reply}</p>}
                <PaperCommands paper={paper} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** The level of a 督办单 with its colour, which its word says as well. */
export function Level({ level }: { readonly level: 'yellow' | 'red' }): ReactNode {
  return <StateTag tone={level === 'red' ? 'bad' : 'warn'}>{supervisionLevelNames[level]}</StateTag>
}
