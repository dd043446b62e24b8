import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { groupStateNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { may } from '../../../frame/may.ts'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import '../../people/people.css'
import '../tasks.css'
import { datesOf, groupToneOf } from './group-columns.tsx'
import { ApproveGroup, DissolveGroup, EditGroup } from './GroupForm.tsx'
import { GroupMeetings } from './GroupMeetings.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import { GroupTasks } from './GroupTasks.tsx'
import { SecondmentsOf } from './SecondmentsOf.tsx'
import { groupSheetWords as words, groupWords } from './vocabulary.ts'
import type { Group } from './api-types.ts'


export interface GroupSheetProps {
  /** Whose sheet is open; null is none. */
  readonly id: string | null
  readonly onClose: () => void
}

/** The sheet of a 专项工作组: why it is there, who is in it, what it met about, what it has to do. */
export function GroupSheet({ id, onClose }: GroupSheetProps): ReactNode {
  return id === null ? null : <OpenSheet key={id} id={id} onClose={onClose} />
}

type Asked = 'edit' | 'approve' | 'dissolve'

function OpenSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  useReturnFocus()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data: group, error, refetch } = useQuery(orpc.groups.get.queryOptions({ input: { id, on: today() } }))
  const isOpen = group !== undefined && group.state !== 'dissolved'
  const close = () => setAsked(null)
  return (
    <SideSheet
      open
      width={880}
      title={group === undefined ? words.loading : group.name}
      extra={group === undefined ? null : <StateTag tone={groupToneOf(group.state)}>{groupStateNames[group.state]}</StateTag>}
      onClose={onClose}
      footer={
        isOpen && (group.mayCompose || may(me, 'group.approve')) ? (
          <>
            {group.mayCompose ? <span className="foot-left"><Button onClick={() => setAsked('edit')}>{words.edit}</Button></span> : null}
            {may(me, 'group.approve') ? <Button danger onClick={() => setAsked('dissolve')}>{words.dissolve}</Button> : null}
            {may(me, 'group.approve') && group.state === 'proposed' ? <Button type="primary" onClick={() => setAsked('approve')}>{words.approve}</Button> : null}
          </>
        ) : undefined
      }
    >
      {group !== undefined ? (
        <div className="record">
          <Section title={words.facts}><GroupFacts group={group} /></Section>
          <GroupMembers group={group} mayEdit={isOpen && group.mayCompose} />
          <GroupMeetings group={group} mayRecord={isOpen && group.approvalNo !== null && group.mayRecord} />
          <GroupTasks group={group} />
          <SecondmentsOf title={words.secondments} of={{ groupId: group.id }} />
          <Attachments owner={{ kind: 'group', id: group.id }} mayAdd={isOpen && group.mayRecord} />
        </div>
      ) : error !== null ? (
        <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={14} />
      )}
      {asked === 'edit' && group !== undefined ? <EditGroup group={group} onClose={close} /> : null}
      {asked === 'approve' && group !== undefined ? <ApproveGroup group={group} onClose={close} /> : null}
      {asked === 'dissolve' && group !== undefined ? <DissolveGroup group={group} onClose={close} /> : null}
    </SideSheet>
  )
}

function GroupFacts({ group }: { readonly group: Group }): ReactNode {
  const facts: readonly (readonly [string, string | null])[] = [
    [groupWords.columns.approvalNo, group.approvalNo],
    [words.code, group.code],
    [groupWords.columns.lead, group.leadStaffName],
    [groupWords.columns.dates, datesOf(group)],
    ...(group.grade === null ? [] : [[words.grade, words.gradeIn(periodTitle(group.grade.periodCode), group.grade.grade ?? words.notGraded)] as const]),
    ...(group.due.length === 0 ? [] : [[groupWords.columns.due, group.due.map((kind) => groupWords.dueWords[kind]).join('、')] as const]),
  ]
  return (
    <dl className="facts">
      {facts.map(([title, value]) => (
        <Fact key={title} title={title} value={value} />
      ))}
      <dt>{groupWords.columns.goal}</dt>
      <dd className="wide">{group.goal ?? words.none}</dd>
      {group.conclusion === null ? null : (
        <>
          <dt>{words.conclusion}</dt>
          <dd className="wide">{group.conclusion}</dd>
        </>
      )}
    </dl>
  )
}

function Fact({ title, value }: { readonly title: string; readonly value: string | null }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{value ?? words.none}</dd>
    </>
  )
}
