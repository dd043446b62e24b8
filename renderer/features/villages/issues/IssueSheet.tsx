import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LightTag } from '../../../ui/LightTag.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import '../../tasks/tasks.css'
import { EditIssue } from './EditIssue.tsx'
import { issueToneOf } from './issue-columns.tsx'
import { issueLightWord } from './issue-light.ts'
import { IssueRecord } from './IssueRecord.tsx'
import { IssueStepButtons } from './IssueStepButtons.tsx'
import { ToTaskDialog } from './ToTaskDialog.tsx'
import { issueSheetWords } from './vocabulary.ts'
import type { Issue } from './api-types.ts'


export interface IssueSheetProps {
  /** Whose sheet is open; null is none. */
  readonly id: string | null
  readonly onClose: () => void
}

/** The sheet of a 民情事项: where it stands, whose turn it is, what was reported and done, and the steps that may be taken. */
export function IssueSheet({ id, onClose }: IssueSheetProps): ReactNode {
  return id === null ? null : <OpenSheet key={id} id={id} onClose={onClose} />
}

function OpenSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { orpc } = useApi()
  useReturnFocus()
  const [asked, setAsked] = useState<'edit' | 'task' | null>(null)
  const { data: issue, error, refetch } = useQuery(orpc.issues.get.queryOptions({ input: { id, on: today() } }))
  const close = () => setAsked(null)
  return (
    <SideSheet
      open
      width={760}
      title={issue === undefined ? issueSheetWords.loading : issueSheetWords.heading(issue.code)}
      extra={issue === undefined ? null : <Standing issue={issue} />}
      onClose={onClose}
      footer={
        issue === undefined ? undefined : (
          <>
            <span className="foot-left foot-commands">
              {issue.editable.length === 0 ? null : <Button onClick={() => setAsked('edit')}>{issueSheetWords.edit}</Button>}
              {issue.mayMakeTask ? <Button onClick={() => setAsked('task')}>{issueSheetWords.makeTask}</Button> : null}
            </span>
            <IssueStepButtons issue={issue} />
          </>
        )
      }
    >
      {issue !== undefined ? <IssueRecord issue={issue} /> : error !== null ? <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} /> : <Loading lines={14} />}
      {asked === 'edit' && issue !== undefined ? <EditIssue issue={issue} onClose={close} /> : null}
      {asked === 'task' && issue !== undefined ? <ToTaskDialog issue={issue} onClose={close} /> : null}
    </SideSheet>
  )
}

function Standing({ issue }: { readonly issue: Issue }): ReactNode {
  return (
    <span className="task-standing">
      <LightTag light={issue.light} word={issueLightWord(issue, today())} />
      <StateTag tone={issueToneOf(issue.state)}>{issueStateNames[issue.state]}</StateTag>
    </span>
  )
}
