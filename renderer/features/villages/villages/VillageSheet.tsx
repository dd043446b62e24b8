import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { teamRoleNames, villageKindNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import '../../../frame/module.css'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import '../../people/people.css'
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
  const members = [...village.members, ...village.others]
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

  async function takeOut({ id, staffName, version }: MemberRow): Promise<void> {
    try {
      await client.villages.removeMember({ id, version })
      notice.done(villageWords.takenOut(staffName))
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
          {village.members.length === 0 ? <p className="ui-title-note">{villageWords.noMembers}</p> : null}
          {members.length === 0 ? null : <Members members={members} onEnd={mayEdit ? (member) => setAsking({ kind: 'end', member }) : null} onTakeOut={takeOut} />}
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

interface MembersProps {
  readonly members: readonly MemberRow[]
  /** null: the reader changes nothing here. */
  readonly onEnd: ((member: MemberRow) => void) | null
  readonly onTakeOut: (member: MemberRow) => Promise<void>
}

/** Those of today, then who else served in the quarter shown. */
function Members({ members, onEnd, onTakeOut }: MembersProps): ReactNode {
  const me = useMe()
  const on = today()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{villageWords.person}</th>
          <th scope="col">{villageWords.role}</th>
          <th scope="col">{villageWords.since}</th>
          <th scope="col">{villageWords.until}</th>
          {onEnd === null ? null : <th scope="col"><span className="ui-unseen">{villageWords.commands}</span></th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td className="one-line">{member.staffName} {member.from > on || (member.to !== null && member.to < on) ? <StateTag tone="quiet">{villageWords.notToday}</StateTag> : null}</td>
            <td className="one-line">{teamRoleNames[member.role]}</td>
            <td className="one-line">{member.from}</td>
            <td className="one-line">{member.to ?? villageWords.open}</td>
            {onEnd === null ? null : (
              <td>
                <span className="row-commands">
                  <Button type="link" size="small" onClick={() => onEnd(member)}>{villageWords.endMember}</Button>
                  {member.staffId === me.staffId ? null : <ConfirmButton type="link" size="small" danger label={villageWords.takeOut} question={villageWords.takeOutAsk(member.staffName)} consequence={villageWords.takeOutNote} onConfirm={() => onTakeOut(member)} />}
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
