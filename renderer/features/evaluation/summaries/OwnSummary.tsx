import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, type ReactNode } from 'react'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { summaryLimits } from '../../../../shared/domain/evaluation/summaries/self-summary.ts'
import { useApi } from '../../../api/api.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { FormErrors } from '../../../ui/FormErrors.tsx'
import { SavedSign } from '../../../ui/SavedSign.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import type { OwnSummaryAnswer, PeriodRow } from '../../plans/api-types.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import './summaries.css'
import { useSummaryDraft } from './use-summary-draft.ts'
import { summaryWords } from './vocabulary.ts'

export interface OwnSummaryProps {
  readonly period: PeriodRow
  /** The parts of the section. */
  readonly parts: ReactNode
}

/** 我的小结: proposed from the own records, edited, handed in. */
export function OwnSummary({ period, parts }: OwnSummaryProps): ReactNode {
  const { orpc } = useApi()
  const own = useQuery(orpc.summaries.own.queryOptions({ input: { periodId: period.id } }))
  return (
    <Loaded query={own}>
      {(answer) =>
        answer.isEvaluated && (answer.mayWrite || answer.text !== null) ? (
          <SummaryForm period={period} parts={parts} own={answer} />
        ) : (
          <TabPage heading={periodTitle(period.code)} note={parts} body="scroll">
            {answer.isEvaluated ? <Empty title={summaryWords.unwritten} hint={summaryWords.closed(periodStageNames[period.stage])} /> : <Empty title={summaryWords.notEvaluated} hint={summaryWords.notEvaluatedHint} />}
          </TabPage>
        )
      }
    </Loaded>
  )
}

function SummaryForm({ period, parts, own }: OwnSummaryProps & { readonly own: OwnSummaryAnswer }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const id = useId()
  const { isBusy, run } = useCommand()
  const draft = useSummaryDraft(period.id, own)
  const { text } = draft
  const mayType = own.mayWrite && own.state !== 'submitted'
  const length = text.trim().length

  const { faults, isSending, send, drop } = useSubmit(
    async () => {
      if (length > summaryLimits.most) return [{ id, sentence: summaryWords.tooLong(summaryLimits.most, length) }]
      if (length < summaryLimits.least) return [{ id, sentence: summaryWords.tooShort(summaryLimits.least) }]
      await draft.submit()
      notice.done(summaryWords.submitted)
      return []
    },
    (path) => (path === 'text' ? id : ''),
  )

  async function takeBack(): Promise<void> {
    await run(async () => {
      await client.summaries.takeBack({ periodId: period.id, version: own.version ?? 0 })
      return summaryWords.takenBack
    })
  }

  return (
    <TabPage
      heading={periodTitle(period.code)}
      note={parts}
      actions={
        <>
          {own.state === 'submitted' ? <PaperButton label={summaryWords.print} name={summaryWords.title} load={(paper) => paper.papers.ownSummary({ periodId: period.id })} /> : null}
          {mayType ? <ConfirmButton label={summaryWords.propose} question={summaryWords.proposeQuestion} onConfirm={() => draft.type(own.proposal)} /> : null}
          {own.mayWrite && own.state === 'submitted' ? <Button loading={isBusy} onClick={() => void takeBack()}>{summaryWords.takeBack}</Button> : null}
          {mayType ? <Button type="primary" loading={isSending} onClick={() => send()}>{summaryWords.submit}</Button> : null}
        </>
      }
    >
      {own.mayWrite ? null : <p className="tab-notice">{summaryWords.closed(periodStageNames[period.stage])}</p>}
      <div className="summary-form">
        <FormErrors faults={faults} />
        <p className="summary-line" style={{ margin: 0 }}>
          <StateTag tone={own.state === 'submitted' ? 'good' : 'warn'}>{summaryWords.states[own.state]}</StateTag>
          <span>{own.submittedOn !== null ? summaryWords.submittedOn(own.submittedOn) : own.due === null ? '' : summaryWords.due(own.due)}</span>
          {mayType ? <span>{summaryWords.hint}</span> : null}
          <SavedSign state={draft.saved} />
          <span>{summaryWords.count(length, summaryLimits.most)}</span>
        </p>
        <Input.TextArea
          id={id}
          aria-label={summaryWords.label}
          value={text}
          readOnly={!mayType}
          status={faults.some((fault) => fault.id === id) ? 'error' : ''}
          onChange={({ target }) => {
            drop(id)
            draft.type(target.value)
          }}
        />
      </div>
    </TabPage>
  )
}
