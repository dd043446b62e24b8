import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { satisfactions, type Satisfaction } from '../../../../shared/domain/villages/issues/codes.ts'
import type { IssueAction } from '../../../../shared/domain/villages/issues/flow.ts'
import { issueLimits } from '../../../../shared/domain/villages/issues/issue-cell.ts'
import { satisfactionNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { ModuleSelect } from '../../people/ModuleSelect.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import { issueAskingOf, type IssueAsking } from './issue-flow.ts'
import { noIssueWords, type IssueStepWords } from './take-issue-step.ts'
import { issueDialogWords as words, issueStepButtons, issueStepConsequences } from './vocabulary.ts'

export interface IssueStepDialogProps {
  readonly action: IssueAction
  readonly onTake: (words: IssueStepWords) => Promise<void>
  readonly onClose: () => void
}

const ids = { module: 'issue-step-module', handler: 'issue-step-handler', due: 'issue-step-due', words: 'issue-step-words', satisfaction: 'issue-step-satisfaction' } as const

/** How many days a dispatched issue gets unless one says otherwise. */
const usualDays = 7

/** The FieldRow of a path of the contract's input. */
function rowOf(path: string): string {
  const rows: Readonly<Record<string, string>> = { moduleId: ids.module, handlerId: ids.handler, due: ids.due, reason: ids.words, result: ids.words, note: ids.words, satisfaction: ids.satisfaction }
  return rows[path] ?? ''
}

/** Asks for what a step needs: where to dispatch it, the result, a reason, how satisfied whoever raised it is. */
export function IssueStepDialog({ action, onTake, onClose }: IssueStepDialogProps): ReactNode {
  const asking = issueAskingOf(action)
  const [text, setText] = useState('')
  const [moduleId, setModuleId] = useState<string | null>(null)
  const [handlerId, setHandlerId] = useState<string | null>(null)
  const [due, setDue] = useState<string | null>(() => dayText(dayNumber(today()) + usualDays))
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null)
  const label = labelOf(asking, satisfaction)
  const needsWords = asking === 'reason' || asking === 'result' || satisfaction === 'unsatisfied'

  async function submit() {
    const wrongDue = asking === 'dispatch' ? dayFaults(ids.due, words.due, due) : []
    const faults = [
      ...(asking === 'dispatch' && moduleId === null ? [{ id: ids.module, sentence: words.choose(words.module) }] : []),
      ...wrongDue,
      ...(asking === 'dispatch' && wrongDue.length === 0 && due !== null && due < today() ? [{ id: ids.due, sentence: words.duePast }] : []),
      ...(asking === 'revisit' && satisfaction === null ? [{ id: ids.satisfaction, sentence: words.choose(words.satisfaction) }] : []),
      ...(needsWords && text.trim() === '' ? [{ id: ids.words, sentence: words.required(label) }] : []),
      ...lengthFaults(ids.words, label, text, issueLimits.result),
    ]
    if (faults.length > 0) return faults
    await onTake({ words: text, satisfaction: satisfaction ?? noIssueWords.satisfaction, moduleId: moduleId ?? '', handlerId, due: due ?? '' })
    return []
  }

  return (
    <FormDialog title={issueStepButtons[action]} confirm={issueStepButtons[action]} danger={action === 'decline'} width={560} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <p className="dialog-note">{issueStepConsequences[action]}</p>
      {asking === 'dispatch' ? (
        <>
          <FieldRow label={words.module} id={ids.module} required>
            {(field) => (
              <ModuleSelect
                {...field}
                label={words.module}
                value={moduleId}
                onChange={(next) => {
                  setModuleId(next)
                  setHandlerId(null)
                }}
              />
            )}
          </FieldRow>
          <FieldRow label={words.handler} id={ids.handler} help={words.handlerHelp}>
            {(field) => <PersonSelect {...field} label={words.handler} value={handlerId} onChange={setHandlerId} allowClear disabled={moduleId === null} {...(moduleId === null ? {} : { moduleId })} />}
          </FieldRow>
          <FieldRow label={words.due} id={ids.due} required>
            {(field) => <DayInput {...field} value={due} onChange={setDue} />}
          </FieldRow>
        </>
      ) : null}
      {asking === 'revisit' ? (
        <FieldRow label={words.satisfaction} id={ids.satisfaction} required isGroup>
          {(field) => <Choices field={field} value={satisfaction} onChange={setSatisfaction} options={satisfactions.map((value) => ({ value, label: satisfactionNames[value] }))} />}
        </FieldRow>
      ) : null}
      <FieldRow label={label} id={ids.words} required={needsWords}>
        {(field) => <Input.TextArea {...field} value={text} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setText(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}

function labelOf(asking: IssueAsking, satisfaction: Satisfaction | null): string {
  if (asking === 'dispatch') return words.note
  if (asking === 'result') return words.result
  if (asking === 'revisit') return satisfaction === 'unsatisfied' ? words.unsatisfiedReason : words.revisitNote
  return words.reason
}
