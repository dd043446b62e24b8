import type { ReactNode } from 'react'
import { partyRoleNames, partyStateNames, taskQualityNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import '../../../frame/module.css'
import type { Task } from './api-types.ts'
import { sheetWords } from './vocabulary.ts'

const tones = { issued: 'warn', active: 'accent', submitted: 'plain', reviewed: 'plain', completed: 'good' } as const

/** 承办人, each with the own part: it is accepted, handed in, reviewed and verified apart from the others'. */
export function TaskParties({ task }: { readonly task: Task }): ReactNode {
  const isStarted = !['draft', 'pending', 'revoked'].includes(task.state)
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{sheetWords.party.name}</th>
          <th scope="col">{sheetWords.party.role}</th>
          <th scope="col">{sheetWords.party.state}</th>
          <th scope="col">{sheetWords.party.acceptedOn}</th>
          <th scope="col">{sheetWords.party.submittedOn}</th>
          <th scope="col">{sheetWords.party.completedOn}</th>
          <th scope="col" className="ui-number">{sheetWords.party.reworks}</th>
          <th scope="col">{sheetWords.party.quality}</th>
        </tr>
      </thead>
      <tbody>
        {task.parties.map((party) => (
          <tr key={party.staffId}>
            <td className="one-line">{party.staffName}</td>
            <td className="one-line">{partyRoleNames[party.role]}</td>
            <td className="one-line">{isStarted ? <StateTag tone={tones[party.state]}>{partyStateNames[party.state]}</StateTag> : <StateTag tone="quiet">{sheetWords.notStarted}</StateTag>}</td>
            <td className="one-line">{party.acceptedOn ?? sheetWords.none}</td>
            <td className="one-line">{party.submittedOn ?? sheetWords.none}</td>
            <td className="one-line">{party.completedOn ?? sheetWords.none}</td>
            <td className="ui-number">{party.reworks ?? task.reworks}</td>
            <td className="one-line">{party.quality === null ? sheetWords.none : taskQualityNames[party.quality]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
