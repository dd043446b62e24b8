import { Button } from 'antd'
import type { ReactNode } from 'react'
import { LightTag } from '../../../ui/LightTag.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import type { IssueChip } from '../../villages/issues/issue-chips.ts'
import { issueLightWord } from '../../villages/issues/issue-light.ts'
import { IssuesSection } from '../../villages/issues/IssuesSection.tsx'
import type { Today } from './TaskLines.tsx'
import { issueWaitingNames, workbenchWords } from './vocabulary.ts'
import './workbench.css'

export interface IssuesWaitingProps {
  readonly today: Today
  readonly onIssue: (id: string) => void
  readonly onAll: () => void
}

/** 民情待我办理, by step. */
export function IssuesWaiting({ today, onIssue, onAll }: IssuesWaitingProps): ReactNode {
  return (
    <Section title={workbenchWords.issues} actions={<Button size="small" onClick={onAll}>{workbenchWords.allIssues}</Button>}>
      {today.issues.waiting.map(({ step, count, rows }) => (
        <div key={step} className="waiting-group">
          <div className="waiting-head">
            <h3>{issueWaitingNames[step]}</h3>
            <span className="ui-title-note">{workbenchWords.issueCount(count)}</span>
          </div>
          <ul className="lines">
            {rows.map((row) => (
              <li key={row.id}>
                <button type="button" className="task-line issue-line" onClick={() => onIssue(row.id)}>
                  <LightTag light={row.light} word={issueLightWord(row, today.on)} />
                  <span className="task-line-title">{row.title}</span>
                  <span className="task-line-who">{row.villageName}</span>
                  <span className="task-line-due">{(row.due ?? row.reportedOn).slice(5)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

export interface IssuesLedgerProps {
  /** With which quick filter it opens; null is closed. */
  readonly chip: IssueChip | null
  readonly onClose: () => void
}

/** 民情事项 of everything in the reader's view, over the workbench: for whoever has no tab that keeps them. */
export function IssuesLedger({ chip, onClose }: IssuesLedgerProps): ReactNode {
  return (
    <SideSheet open={chip !== null} width={1280} title={workbenchWords.issuesLedger} onClose={onClose}>
      <div className="ledger-sheet">{chip === null ? null : <IssuesSection chip={chip} head={null} />}</div>
    </SideSheet>
  )
}
