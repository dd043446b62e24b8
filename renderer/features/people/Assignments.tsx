import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { today } from '../../api/today.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Section } from '../../ui/Section.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import '../../frame/module.css'
import { AssignDialog, EndAssignmentDialog } from './assignment-dialogs.tsx'
import './people.css'
import type { Person } from './api-types.ts'
import { sheetWords } from './vocabulary.ts'

type Assignment = Person['assignments'][number]
type Asking = { readonly kind: 'nothing' } | { readonly kind: 'assign' } | { readonly kind: 'transfer' } | { readonly kind: 'end'; readonly assignment: Assignment }

const nothing: Asking = { kind: 'nothing' }

/** 任职: what one works at and worked at, never overwritten, the newest first. */
export function Assignments({ person, mayEdit }: { readonly person: Person; readonly mayEdit: boolean }): ReactNode {
  const [asking, setAsking] = useState<Asking>(nothing)
  const on = today()
  const rows = person.assignments.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const isPresent = ({ from, to }: Assignment) => from <= on && (to === null || to >= on)
  return (
    <Section
      title={sheetWords.assignments}
      actions={
        mayEdit ? (
          <>
            <Button size="small" onClick={() => setAsking({ kind: 'assign' })}>{sheetWords.newAssignment}</Button>
            {rows.some(isPresent) ? <Button size="small" onClick={() => setAsking({ kind: 'transfer' })}>{sheetWords.transfer}</Button> : null}
          </>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <Empty title={sheetWords.noAssignments} />
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{sheetWords.assignmentColumns.module}</th>
              <th scope="col">{sheetWords.assignmentColumns.post}</th>
              <th scope="col">{sheetWords.assignmentColumns.from}</th>
              <th scope="col">{sheetWords.assignmentColumns.to}</th>
              <th scope="col"><span className="ui-unseen">{sheetWords.endAssignment}</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="one-line">{row.moduleName}</td>
                <td>{row.postName}</td>
                <td className="one-line">{row.from}</td>
                <td className="one-line">
                  {row.to ?? sheetWords.toNow} {row.from > on ? <StateTag>{sheetWords.future}</StateTag> : null}
                </td>
                <td>
                  <span className="row-commands">
                    {mayEdit && (isPresent(row) || row.from > on) ? <Button type="link" size="small" onClick={() => setAsking({ kind: 'end', assignment: row })}>{sheetWords.endAssignment}</Button> : null}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking.kind === 'assign' || asking.kind === 'transfer' ? <AssignDialog person={person} endOthers={asking.kind === 'transfer'} onClose={() => setAsking(nothing)} /> : null}
      {asking.kind === 'end' ? <EndAssignmentDialog assignment={asking.assignment} onClose={() => setAsking(nothing)} /> : null}
    </Section>
  )
}
