import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { teamRoleNames, villageKindNames } from '../../../shared/domain/villages/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { Section } from '../../ui/Section.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import '../module/module.css'
import { useReturnFocus } from '../module/use-return-focus.ts'
import '../people/people.css'
import type { MemberRow, TeamRow } from './api-types.ts'
import { AddMemberDialog, EndMemberDialog } from './member-dialogs.tsx'
import { VillageForm } from './VillageForm.tsx'
import { villageColumns, villageWords } from './vocabulary.ts'

type Asking = { readonly kind: 'nothing' } | { readonly kind: 'edit' } | { readonly kind: 'add' } | { readonly kind: 'end'; readonly member: MemberRow }

const nothing: Asking = { kind: 'nothing' }

export interface VillageSheetProps {
  readonly village: TeamRow
  readonly mayEdit: boolean
  readonly onClose: () => void
}

/** The sheet of a village: what it is, who leads its 组团 and who serves in it. */
export function VillageSheet({ village, mayEdit, onClose }: VillageSheetProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [asking, setAsking] = useState<Asking>(nothing)
  const close = () => setAsking(nothing)
  useReturnFocus()

  async function remove(): Promise<void> {
    try {
      await client.villages.remove({ id: village.id, version: village.version })
      notice.done(villageWords.removed(village.name))
      onClose()
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <SideSheet
      open
      width={680}
      title={`${village.name}　${village.code}`}
      onClose={onClose}
      footer={
        mayEdit ? (
          <>
            <span className="foot-left"><ConfirmButton label={villageWords.remove} question={villageWords.removeAsk(village.name)} consequence={villageWords.removeNote} danger onConfirm={remove} /></span>
            <Button type="primary" onClick={() => setAsking({ kind: 'edit' })}>{villageWords.edit}</Button>
          </>
        ) : undefined
      }
    >
      <div className="record">
        <Facts village={village} />
        <Section title={villageWords.memberList} note={villageWords.members(village.members.length)} actions={mayEdit ? <Button size="small" onClick={() => setAsking({ kind: 'add' })}>{villageWords.addMember}</Button> : undefined}>
          {village.members.length === 0 ? <p className="ui-title-note">{villageWords.noMembers}</p> : <Members members={village.members} onEnd={mayEdit ? (member) => setAsking({ kind: 'end', member }) : null} />}
        </Section>
      </div>
      {asking.kind === 'edit' ? <VillageForm village={village} onClose={close} /> : null}
      {asking.kind === 'add' ? <AddMemberDialog village={village} onClose={close} /> : null}
      {asking.kind === 'end' ? <EndMemberDialog village={village} member={asking.member} onClose={close} /> : null}
    </SideSheet>
  )
}

function Facts({ village }: { readonly village: TeamRow }): ReactNode {
  const facts: readonly (readonly [string, string])[] = [
    [villageColumns.kind, villageKindNames[village.kind]],
    [villageColumns.households, village.households === null ? villageWords.dash : String(village.households)],
    [villageColumns.leader, village.teamLeaderName ?? villageWords.noLeader],
    [villageColumns.rank, village.rank === null ? (village.isRankRecorded ? villageWords.unranked : villageWords.notRecorded) : String(village.rank)],
    [villageColumns.visit, String(village.counts.visit)],
    [villageColumns.tuesday, String(village.counts.tuesday)],
    [villageColumns.issue, String(village.counts.issue)],
  ]
  return (
    <Section title={villageWords.facts}>
      <dl className="facts">
        {facts.map(([title, text]) => [<dt key={title}>{title}</dt>, <dd key={`${title}=`}>{text}</dd>])}
        {village.remark === null ? null : (
          <>
            <dt>{villageColumns.remark}</dt>
            <dd className="wide">{village.remark}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Members({ members, onEnd }: { readonly members: readonly MemberRow[]; readonly onEnd: ((member: MemberRow) => void) | null }): ReactNode {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{villageWords.person}</th>
          <th scope="col">{villageWords.role}</th>
          <th scope="col">{villageWords.since}</th>
          <th scope="col">{villageWords.until}</th>
          {onEnd === null ? null : <th scope="col"><span className="ui-unseen">{villageWords.endMember}</span></th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td className="one-line">{member.staffName}</td>
            <td className="one-line">{teamRoleNames[member.role]}</td>
            <td className="one-line">{member.from}</td>
            <td className="one-line">{member.to ?? villageWords.open}</td>
            {onEnd === null ? null : (
              <td>
                <span className="row-commands"><Button type="link" size="small" onClick={() => onEnd(member)}>{villageWords.endMember}</Button></span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
