import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { issueSources, type IssueSource } from '../../../../shared/domain/villages/issues/codes.ts'
import { issueFields, type IssueField } from '../../../../shared/domain/villages/issues/fields.ts'
import { issueSourceNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { FieldRow, type FieldIds } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import '../../tasks/tasks.css'
import { issueFieldIds, type IssueDraft } from './issue-form.ts'
import { VillageSelect } from '../villages/VillageSelect.tsx'
import { issueFormWords as words } from './vocabulary.ts'

export interface IssueFieldsProps {
  readonly draft: IssueDraft
  readonly onChange: (draft: IssueDraft) => void
  readonly faults: readonly FieldFault[]
  /** A field is being changed; named by the id of its row. */
  readonly onTouch: (id: string) => void
  /** The fields that may be changed; all of them unless given. */
  readonly editable?: readonly IssueField[]
}

/** What was reported: in the order in which one is told of it. */
export function IssueFields({ draft, onChange, faults, onTouch, editable = issueFields }: IssueFieldsProps): ReactNode {
  const set = (field: keyof typeof issueFieldIds, change: Partial<IssueDraft>) => {
    onTouch(issueFieldIds[field])
    onChange({ ...draft, ...change })
  }
  const locked = (field: IssueField) => !editable.includes(field)
  const row = (field: Exclude<IssueField, 'handler' | 'due'>, input: (ids: FieldIds) => ReactNode, required = false) => (
    <FieldRow label={words[field]} id={issueFieldIds[field]} required={required} help={field === 'title' ? words.titleHelp : undefined} fault={faults.find(({ id }) => id === issueFieldIds[field])?.sentence}>
      {input}
    </FieldRow>
  )
  return (
    <>
      {row('title', (ids) => <Input {...ids} disabled={locked('title')} value={draft.title} onChange={({ target }) => set('title', { title: target.value })} />, true)}
      <div className="form-pair">
        {row('village', (ids) => <VillageSelect {...ids} label={words.village} disabled={locked('village')} value={draft.villageId} onChange={(villageId) => set('village', { villageId })} />, true)}
        {row('source', (ids) => <Select<IssueSource> {...ids} disabled={locked('source')} value={draft.source} options={issueSources.map((value) => ({ value, label: issueSourceNames[value] }))} onChange={(source) => set('source', { source })} style={{ width: '100%' }} />, true)}
        {row('reporter', (ids) => <Input {...ids} disabled={locked('reporter')} value={draft.reporter} onChange={({ target }) => set('reporter', { reporter: target.value })} />)}
        {row('phone', (ids) => <Input {...ids} disabled={locked('phone')} inputMode="tel" value={draft.phone} onChange={({ target }) => set('phone', { phone: target.value })} />)}
      </div>
      {row('content', (ids) => <Input.TextArea {...ids} disabled={locked('content')} value={draft.content} autoSize={{ minRows: 3, maxRows: 10 }} onChange={({ target }) => set('content', { content: target.value })} />)}
      {row('reportedOn', (ids) => <DayInput {...ids} disabled={locked('reportedOn')} value={draft.reportedOn} onChange={(reportedOn) => set('reportedOn', { reportedOn })} />, true)}
    </>
  )
}
