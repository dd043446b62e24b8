import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { leaveKindLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { today } from '../../api/today.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { Section } from '../../ui/Section.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import '../../frame/module.css'
import { AddLeaveDialog, EndLeaveDialog } from './leave-dialogs.tsx'
import './people.css'
import type { Person } from './api-types.ts'
import { sheetWords } from './vocabulary.ts'

type Leave = Person['leaves'][number]
type Asking = { readonly kind: 'nothing' } | { readonly kind: 'add' } | { readonly kind: 'end'; readonly leave: Leave }

const nothing: Asking = { kind: 'nothing' }

/** 请假, the newest first. */
export function Leaves({ person, mayEdit }: { readonly person: Person; readonly mayEdit: boolean }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [asking, setAsking] = useState<Asking>(nothing)
  const on = today()
  const rows = person.leaves.toSorted((a, b) => (a.from < b.from ? 1 : -1))

  async function remove({ id, version }: Leave): Promise<void> {
    try {
      await client.people.removeLeave({ id, version })
      notice.done(sheetWords.leaveRemoved)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <Section title={sheetWords.leaves} actions={mayEdit ? <Button size="small" onClick={() => setAsking({ kind: 'add' })}>{sheetWords.addLeave}</Button> : undefined}>
      {rows.length === 0 ? (
        <p className="ui-title-note">{sheetWords.noLeaves}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{sheetWords.leaveColumns.kind}</th>
              <th scope="col">{sheetWords.leaveColumns.from}</th>
              <th scope="col">{sheetWords.leaveColumns.to}</th>
              <th scope="col"><span className="ui-unseen">{sheetWords.endLeave}</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="one-line">
                  {leaveKindLabels[row.kind]} {row.from <= on && (row.to === null || row.to >= on) ? <StateTag tone="warn">{sheetWords.leaveNow}</StateTag> : null}
                </td>
                <td className="one-line">{row.from}</td>
                <td className="one-line">{row.to ?? sheetWords.open}</td>
                <td>
                  {mayEdit ? (
                    <span className="row-commands">
                      <Button type="link" size="small" onClick={() => setAsking({ kind: 'end', leave: row })}>{sheetWords.endLeave}</Button>
                      <ConfirmButton size="small" type="link" label={sheetWords.removeLeave} question={sheetWords.removeLeaveAsk(leaveKindLabels[row.kind], row.from, row.to ?? sheetWords.open)} consequence={sheetWords.removeLeaveNote} danger onConfirm={() => remove(row)} />
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking.kind === 'add' ? <AddLeaveDialog person={person} onClose={() => setAsking(nothing)} /> : null}
      {asking.kind === 'end' ? <EndLeaveDialog leave={asking.leave} onClose={() => setAsking(nothing)} /> : null}
    </Section>
  )
}
