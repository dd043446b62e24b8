import type { ReactNode } from 'react'
import { partyRoleNames, taskFormNames, taskStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import type { PartyRole } from '../../../shared/domain/tasks/codes.ts'
import { useMe } from '../../api/api.ts'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import '../../ui/paper.css'
import './task-paper.css'
import type { Task } from './TaskSheet.tsx'
import { columnTitles, paperWords, sheetWords } from './vocabulary.ts'

type PaperTask = Pick<Task, 'id' | 'form' | 'docNo' | 'code' | 'title' | 'content' | 'source' | 'moduleName' | 'leadStaffName' | 'issuedOn' | 'due' | 'weight' | 'parties' | 'milestones' | 'state'>

/** 交办单 on paper, one a page; seen by nobody on the screen. */
export function TaskPaper({ tasks }: { readonly tasks: readonly PaperTask[] }): ReactNode {
  return (
    <PrintSheet>
      {tasks.map((task) => <Order key={task.id} task={task} />)}
    </PrintSheet>
  )
}

function Order({ task }: { readonly task: PaperTask }): ReactNode {
  const { township } = useMe()
  const names = (role: PartyRole) => task.parties.filter((party) => party.role === role).map(({ staffName }) => staffName).join(sheetWords.namesJoin)
  return (
    <section className="paper task-paper">
      <h1>{paperWords.title(township.name, taskFormNames[task.form])}</h1>
      <p className="paper-line">
        <span>{paperWords.docNo(task.docNo ?? task.code)}</span>
        <span>{paperWords.issuedOn(task.issuedOn ?? sheetWords.none)}</span>
      </p>
      <table>
        <tbody>
          <tr><th>{columnTitles.title}</th><td colSpan={3}>{task.title}</td></tr>
          <tr><th>{columnTitles.source}</th><td>{task.source ?? ''}</td><th>{columnTitles.module}</th><td>{task.moduleName}</td></tr>
          <tr><th>{partyRoleNames.host}</th><td>{names('host')}</td><th>{partyRoleNames.cohost}</th><td>{names('cohost')}</td></tr>
          <tr><th>{columnTitles.lead}</th><td>{task.leadStaffName ?? ''}</td><th>{columnTitles.due}</th><td>{task.due}</td></tr>
          <tr><th>{columnTitles.weight}</th><td>{sheetWords.weights(task.weight)}</td><th>{columnTitles.state}</th><td>{taskStateNames[task.state]}</td></tr>
          <tr className="task-paper-tall"><th>{paperWords.content}</th><td colSpan={3}>{task.content ?? ''}</td></tr>
          <tr><th>{paperWords.milestones}</th><td colSpan={3}>{task.milestones.map(({ name, due }) => paperWords.milestone(name, due)).join(paperWords.join)}</td></tr>
          <tr className="task-paper-tall"><th>{paperWords.result}</th><td colSpan={3} /></tr>
          <tr className="task-paper-sign"><th>{paperWords.leadOpinion}</th><td colSpan={3} /></tr>
        </tbody>
      </table>
      <p className="paper-sign">
        <span>{paperWords.issuer}</span>
        <span>{paperWords.receiver}</span>
        <span>{paperWords.receivedOn}</span>
      </p>
    </section>
  )
}
