import type { ReactNode } from 'react'
import { partyRoleNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import '../module/module.css'
import { partyState } from './party-state.ts'
import type { Task } from './TaskSheet.tsx'
import { sheetWords } from './vocabulary.ts'

const tones = { notStarted: 'quiet', notAccepted: 'warn', working: 'accent', submitted: 'plain', completed: 'good' } as const

/** 承办人, each with the own part: the task is 办结 only when all have handed in and it was accepted. */
export function TaskParties({ task }: { readonly task: Task }): ReactNode {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{sheetWords.party.name}</th>
          <th scope="col">{sheetWords.party.role}</th>
          <th scope="col">{sheetWords.party.state}</th>
          <th scope="col">{sheetWords.party.submittedOn}</th>
          <th scope="col">{sheetWords.party.completedOn}</th>
        </tr>
      </thead>
      <tbody>
        {task.parties.map((party) => {
          const state = partyState(task.state, party)
          return (
            <tr key={party.staffId}>
              <td className="one-line">{party.staffName}</td>
              <td className="one-line">{partyRoleNames[party.role]}</td>
              <td className="one-line"><StateTag tone={tones[state]}>{sheetWords.partyStates[state]}</StateTag></td>
              <td className="one-line">{party.submittedOn ?? sheetWords.none}</td>
              <td className="one-line">{party.completedOn ?? sheetWords.none}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
