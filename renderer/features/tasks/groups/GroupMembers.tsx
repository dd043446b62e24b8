import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import '../../../frame/module.css'
import '../../people/people.css'
import { membersOn } from './group-columns.tsx'
import type { Group } from './api-types.ts'
import { AddMemberDialog, ChangeRoleDialog, EndMemberDialog } from './member-dialogs.tsx'
import { groupSheetWords as words, groupWords } from './vocabulary.ts'

type Member = Group['members'][number]
type Asked = { readonly kind: 'nothing' } | { readonly kind: 'add' } | { readonly kind: 'role' | 'end'; readonly member: Member }

const nothing: Asked = { kind: 'nothing' }

/** 成员: those of today first, then who has left. */
export function GroupMembers({ group, mayEdit }: { readonly group: Group; readonly mayEdit: boolean }): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const on = today()
  const [asked, setAsked] = useState<Asked>(nothing)
  const present = membersOn(group, on)
  const rows = [...present, ...group.members.filter((member) => !present.includes(member))]
  const close = () => setAsked(nothing)

  async function takeOut({ id, staffName, version }: Member): Promise<void> {
    try {
      await client.groups.removeMember({ id, version })
      notice.done(words.takenOut(staffName))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <Section title={words.members} note={words.membersNote(present.length)} actions={mayEdit ? <Button size="small" onClick={() => setAsked({ kind: 'add' })}>{words.addMember}</Button> : undefined}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.member.name}</th>
            <th scope="col">{words.member.role}</th>
            <th scope="col">{words.member.from}</th>
            <th scope="col">{words.member.to}</th>
            <th scope="col"><span className="ui-unseen">{words.commands}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((member) => (
            <tr key={member.id}>
              <td className="one-line">{member.staffName} {present.includes(member) || member.from > on ? null : <StateTag tone="quiet">{words.former}</StateTag>}</td>
              <td className="one-line">{planWord('groupRole', member.role)}</td>
              <td className="one-line">{member.from}</td>
              <td className="one-line">{member.to ?? groupWords.open}</td>
              <td>
                {group.mayCompose && member.staffId !== me.staffId ? (
                  <span className="row-commands">
                    {mayEdit && (member.to === null || member.to >= on) ? (
                      <>
                        <Button type="link" size="small" onClick={() => setAsked({ kind: 'role', member })}>{words.changeRole}</Button>
                        <Button type="link" size="small" onClick={() => setAsked({ kind: 'end', member })}>{words.endMember}</Button>
                      </>
                    ) : null}
                    <ConfirmButton type="link" size="small" danger label={words.takeOut} question={words.takeOutAsk(member.staffName)} consequence={words.takeOutNote} onConfirm={() => takeOut(member)} />
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.kind === 'add' ? <AddMemberDialog group={group} onClose={close} /> : null}
      {asked.kind === 'role' ? <ChangeRoleDialog group={group} member={asked.member} onClose={close} /> : null}
      {asked.kind === 'end' ? <EndMemberDialog member={asked.member} onClose={close} /> : null}
    </Section>
  )
}
