import { useState, type ReactNode } from 'react'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { GroupSheet } from '../../tasks/groups/GroupSheet.tsx'
import '../../../frame/module.css'
import type { Today } from './TaskLines.tsx'
import { workbenchWords } from './vocabulary.ts'
import './workbench.css'

/** 专班例会提醒: a line opens the group, where the meeting is recorded. */
export function GroupMeetingsDue({ groups }: { readonly groups: Today['groups'] }): ReactNode {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Section title={workbenchWords.groups}>
      <ul className="lines">
        {groups.map(({ groupId, name, due, lastWeekly }) => (
          <li key={groupId} className="plain-line">
            {due.map((kind) => <StateTag key={kind} tone="warn">{workbenchWords.groupDue[kind]}</StateTag>)}
            <span className="plain-line-text"><button type="button" className="link" onClick={() => setOpen(groupId)}>{name}</button></span>
            <span className="plain-line-number">{lastWeekly === null ? workbenchWords.noMeeting : workbenchWords.lastMeeting(lastWeekly)}</span>
          </li>
        ))}
      </ul>
      <GroupSheet id={open} onClose={() => setOpen(null)} />
    </Section>
  )
}
