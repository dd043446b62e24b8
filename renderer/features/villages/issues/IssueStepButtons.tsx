import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { IssueAction } from '../../../../shared/domain/villages/issues/flow.ts'
import { issueActionNames, issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import type { IssueRow } from './issue-columns.tsx'
import { issueAskingOf, issueButtonsOf, mainIssueStep } from './issue-flow.ts'
import { IssueStepDialog } from './IssueStepDialog.tsx'
import { noIssueWords, takeIssueStep, type IssueStepWords } from './take-issue-step.ts'
import { issueSheetWords, issueStepButtons } from './vocabulary.ts'

/** The steps that the caller may take with an issue now; the one that brings it on is last and primary. */
export function IssueStepButtons({ issue }: { readonly issue: Pick<IssueRow, 'id' | 'version' | 'allowedSteps'> }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [asked, setAsked] = useState<IssueAction | null>(null)
  const [isSending, setSending] = useState(false)
  const main = mainIssueStep(issue.allowedSteps)
  const buttons = issueButtonsOf(issue.allowedSteps)

  async function take(action: IssueAction, words: IssueStepWords): Promise<void> {
    const taken = action === 'close' && words.satisfaction === 'unsatisfied' ? 'rework' : action
    const { state } = await takeIssueStep(client, taken, issue, words)
    notice.done(issueSheetWords.stepDone(issueActionNames[taken], issueStateNames[state]))
  }

  async function takeAtOnce(action: IssueAction): Promise<void> {
    setSending(true)
    try {
      await take(action, noIssueWords)
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setSending(false)
    }
  }

  if (buttons.length === 0) return <span className="no-steps">{issueSheetWords.readOnly}</span>
  return (
    <>
      {[...buttons.filter((action) => action !== main).toReversed(), ...(main === null ? [] : [main])].map((action) => (
        <Button key={action} type={action === main ? 'primary' : 'default'} danger={action === 'decline'} loading={isSending && issueAskingOf(action) === 'nothing'} onClick={() => (issueAskingOf(action) === 'nothing' ? void takeAtOnce(action) : setAsked(action))}>
          {issueStepButtons[action]}
        </Button>
      ))}
      {asked === null ? null : <IssueStepDialog action={asked} onTake={(words) => take(asked, words)} onClose={() => setAsked(null)} />}
    </>
  )
}
