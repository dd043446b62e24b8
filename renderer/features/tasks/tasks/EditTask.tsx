import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { changesOf, readDraft, rowOf, weights, type TaskDraft } from './task-form.ts'
import { TaskFields } from './TaskFields.tsx'
import type { Task } from './api-types.ts'
import { formWords } from './vocabulary.ts'

export interface EditTaskProps {
  readonly task: Task
  readonly onClose: () => void
}

/** 修改任务: all its fields at once, those locked that may not be changed any more. */
export function EditTask({ task, onClose }: EditTaskProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [before] = useState(task)
  const [first] = useState(() => draftOf(task))
  const [draft, setDraft] = useState(first)
  const chosen = peopleOf(before)
  const nameOf = (id: string) => chosen.find((person) => person.id === id)?.name ?? id

  const { faults, isSending, send, drop } = useSubmit(async () => {
    const from = readDraft(first, null, nameOf)
    const to = readDraft(draft, before.issuedOn, nameOf)
    if (to.kind === 'bad') return to.faults
    const changes = from.kind === 'bad' ? to.input : changesOf(from.input, to.input, before.editable)
    if (Object.keys(changes).length > 0) {
      const { parties, ...fields } = changes
      await client.tasks.edit({ id: before.id, version: before.version, changes: { ...fields, ...(parties === undefined ? {} : { parties: [...parties] }) } })
      notice.done(formWords.saved)
    }
    onClose()
    return []
  }, rowOf)

  return (
    <FormSheet title={formWords.editTitle(before.code)} faults={faults} isSending={isSending} isDirty={JSON.stringify(draft) !== JSON.stringify(first)} confirm={formWords.save} onSubmit={() => send()} onClose={onClose}>
      <TaskFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} editable={before.editable} chosen={chosen} />
    </FormSheet>
  )
}

function draftOf(task: Task): TaskDraft {
  const idsOf = (role: Task['parties'][number]['role']) => task.parties.filter((party) => party.role === role).map(({ staffId }) => staffId)
  return {
    form: task.form,
    title: task.title,
    content: task.content ?? '',
    source: task.source ?? '',
    docNo: task.docNo ?? '',
    moduleId: task.moduleId,
    weight: weights.find((weight) => weight === task.weight) ?? 1,
    lead: task.leadStaffId,
    hosts: idsOf('host'),
    cohosts: idsOf('cohost'),
    due: task.due,
    group: task.groupId,
  }
}

/** The people of the task, who may be outside the lists of the pickers. */
function peopleOf({ parties, leadStaffId, leadStaffCode, leadStaffName }: Task) {
  const lead = leadStaffId === null ? [] : [{ id: leadStaffId, code: leadStaffCode ?? '', name: leadStaffName ?? '' }]
  return [...parties.map(({ staffId, staffCode, staffName }) => ({ id: staffId, code: staffCode, name: staffName })), ...lead]
}
