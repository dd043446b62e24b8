import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { milestoneFaults, proposeMilestones, type MilestoneFault } from '../../../../shared/domain/tasks/tasks/milestones.ts'
import { usualMilestones } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { milestoneWords as words } from './vocabulary.ts'

interface Line {
  readonly key: number
  readonly name: string
  readonly due: string | null
  readonly note: string | null
}

const idOf = (place: number, field: 'name' | 'due') => `milestone-${String(place)}-${field}`

/** 计划倒排: the open milestones of a task, proposed back from its deadline where there are none. */
export function PlanMilestones({ task, onClose }: { readonly task: Task; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const begin = task.issuedOn ?? today()
  const proposed = (): readonly Line[] => proposeMilestones(begin, task.due, usualMilestones).map((planned, key) => ({ ...planned, key, note: null }))
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const open = task.milestones.filter(({ doneOn }) => doneOn === null)
    return task.milestones.length > 0 ? open.map(({ name, due, note }, key) => ({ key, name, due, note })) : proposed()
  })
  const change = (place: number, part: Partial<Line>) => setLines(lines.map((line, index) => (index === place ? { ...line, ...part } : line)))

  async function submit(): Promise<readonly FieldFault[]> {
    const wrong = lines.flatMap(({ due }, place) => dayFaults(idOf(place, 'due'), words.nthDue(place), due))
    if (wrong.length > 0) return wrong
    const planned = lines.map(({ name, due, note }) => ({ name: name.trim(), due: due ?? task.due, note }))
    const faults = milestoneFaults(planned, task).map((fault) => ({ id: idOf(fault.place, fault.kind === 'nameless' ? 'name' : 'due'), sentence: sentence(fault) }))
    if (faults.length > 0) return faults
    await client.tasks.setMilestones({ id: task.id, version: task.version, milestones: planned })
    notice.done(words.saved(planned.length))
    return []
  }

  return (
    <FormDialog title={words.dialog} confirm={words.save} width={560} onSubmit={submit} onClose={onClose}>
      <p className="dialog-note">{words.dialogNote(begin, task.due)}</p>
      <div className="milestone-rows">
        {lines.map((line, place) => (
          <Fields key={line.key} line={line} place={place} onChange={(part) => change(place, part)} onRemove={() => setLines(lines.filter((other) => other !== line))} />
        ))}
      </div>
      <span className="batch-line">
        <Button onClick={() => setLines([...lines, { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, name: '', due: null, note: null }])}>{words.add}</Button>
        <Button onClick={() => setLines(proposed())}>{words.propose}</Button>
      </span>
    </FormDialog>
  )
}

interface FieldsProps {
  readonly line: Line
  readonly place: number
  readonly onChange: (part: Partial<Line>) => void
  readonly onRemove: () => void
}

function Fields({ line, place, onChange, onRemove }: FieldsProps): ReactNode {
  return (
    <>
      <Input id={idOf(place, 'name')} aria-label={words.nth(place)} value={line.name} maxLength={60} onChange={({ target }) => onChange({ name: target.value })} />
      <DayInput id={idOf(place, 'due')} label={words.nthDue(place)} value={line.due} onChange={(due) => onChange({ due })} />
      <Button onClick={onRemove}>{words.remove}</Button>
    </>
  )
}

function sentence(fault: MilestoneFault): string {
  switch (fault.kind) {
    case 'nameless':
      return words.nameMissing(fault.place)
    case 'backwards':
      return words.backwards(fault.place)
    case 'beforeIssue':
      return words.beforeIssue(fault.place, fault.issuedOn)
    case 'afterDue':
      return words.afterDue(fault.place, fault.due)
    default:
      return assertNever(fault)
  }
}
