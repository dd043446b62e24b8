import { AutoComplete, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { taskForms, type TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { taskFields, type TaskField } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { taskFormNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow, type FieldIds } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { GroupSelect } from './GroupSelect.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { ModuleSelect } from '../../people/ModuleSelect.tsx'
import { PeopleSelect, PersonSelect } from '../../people/PersonSelect.tsx'
import { fieldId, weights, type TaskDraft } from './task-form.ts'
import '../tasks.css'
import { formWords, usualSources } from './vocabulary.ts'

export interface TaskFieldsProps {
  readonly draft: TaskDraft
  readonly onChange: (draft: TaskDraft) => void
  readonly faults: readonly FieldFault[]
  /** A field is being changed; named by the id of its row. */
  readonly onTouch: (id: string) => void
  /** Drafted by a doer for himself: who does it is not chosen. */
  readonly isOwn?: boolean
  /** The fields that may be changed; all of them unless given. */
  readonly editable?: readonly TaskField[]
  /** The modules that are offered; all unless given. */
  readonly modules?: readonly string[] | null
  /** People of the task as it is, who may be gone from the lists. */
  readonly chosen?: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

const required: readonly TaskField[] = ['title', 'form', 'module', 'hosts', 'due', 'weight']
const help: Readonly<Partial<Record<TaskField, string>>> = { title: formWords.titleHelp, source: formWords.sourceHelp, docNo: formWords.docNoHelp }

/** The fields of a task. */
export function TaskFields({ draft, onChange, faults, onTouch, isOwn = false, editable = taskFields, modules = null, chosen = [] }: TaskFieldsProps): ReactNode {
  const set = (field: TaskField, change: Partial<TaskDraft>) => {
    onTouch(fieldId(field))
    onChange({ ...draft, ...change })
  }
  const locked = (field: TaskField) => !editable.includes(field) || (isOwn && (field === 'hosts' || field === 'cohosts'))
  const row = (field: TaskField, label: string, input: (ids: FieldIds) => ReactNode, isGroup = false) => (
    <FieldRow label={label} isGroup={isGroup} id={fieldId(field)} required={required.includes(field)} help={help[field]} fault={faults.find(({ id }) => id === fieldId(field))?.sentence}>
      {input}
    </FieldRow>
  )
  return (
    <>
      {editable.length === taskFields.length ? null : <p className="dialog-note">{formWords.someLocked}</p>}
      {isOwn ? <p className="dialog-note">{formWords.ownOnly}</p> : null}
      {row('title', formWords.title, (ids) => <Input {...ids} disabled={locked('title')} value={draft.title} onChange={({ target }) => set('title', { title: target.value })} />)}
      {row('content', formWords.content, (ids) => <Input.TextArea {...ids} disabled={locked('content')} value={draft.content} autoSize={{ minRows: 3, maxRows: 10 }} onChange={({ target }) => set('content', { content: target.value })} />)}
      <div className="form-pair">
        {row('form', formWords.form, (ids) => <Select<TaskForm> {...ids} disabled={locked('form')} value={draft.form} options={taskForms.map((value) => ({ value, label: taskFormNames[value] }))} onChange={(form) => set('form', { form })} style={{ width: '100%' }} />)}
        {row('docNo', formWords.docNo, (ids) => <Input {...ids} disabled={locked('docNo')} value={draft.docNo} onChange={({ target }) => set('docNo', { docNo: target.value })} />)}
        {row('module', formWords.module, (ids) => <ModuleSelect {...ids} disabled={locked('module')} label={formWords.module} value={draft.moduleId} onChange={(moduleId) => set('module', { moduleId })} {...(modules === null ? {} : { only: modules })} />)}
        {row('source', formWords.source, (ids) => (
          <AutoComplete {...ids} disabled={locked('source')} value={draft.source} options={usualSources.map((value) => ({ value }))} onChange={(source: string) => set('source', { source })} showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }} style={{ width: '100%' }} />
        ))}
        {row('hosts', formWords.hosts, (ids) => <PeopleSelect {...ids} disabled={locked('hosts')} label={formWords.hosts} value={draft.hosts} onChange={(hosts) => set('hosts', { hosts })} chosen={chosen} />)}
        {row('cohosts', formWords.cohosts, (ids) => <PeopleSelect {...ids} disabled={locked('cohosts')} label={formWords.cohosts} value={draft.cohosts} onChange={(cohosts) => set('cohosts', { cohosts })} chosen={chosen} />)}
        {row('lead', formWords.lead, (ids) => <PersonSelect {...ids} disabled={locked('lead')} label={formWords.lead} among="leads" value={draft.lead} onChange={(lead) => set('lead', { lead })} allowClear chosen={chosen} />)}
        {row('group', formWords.group, (ids) => <GroupSelect {...ids} disabled={locked('group')} label={formWords.group} value={draft.group} onChange={(group) => set('group', { group })} />)}
        {row('due', formWords.due, (ids) => <DayInput {...ids} disabled={locked('due')} value={draft.due} onChange={(due) => set('due', { due })} />)}
      </div>
      {row('weight', formWords.weight, (ids) => <Choices field={ids} disabled={locked('weight')} value={draft.weight} onChange={(weight) => set('weight', { weight })} options={weights.map((value) => ({ value, label: formWords.weightNames[value] }))} />, true)}
    </>
  )
}
