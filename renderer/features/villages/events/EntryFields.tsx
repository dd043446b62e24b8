import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { isCalendarDay } from '../../../../shared/lib/calendar-day.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow, type FieldIds } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { PeopleSelect } from '../../people/PersonSelect.tsx'
import { VillageSelect } from '../villages/VillageSelect.tsx'
import { entryIds, type EntryDraft } from './entry-form.ts'
import { entryWords } from './vocabulary.ts'

export interface EntryFieldsProps {
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
  readonly faults: readonly FieldFault[]
  readonly onTouch: (id: string) => void
  /** One record that is corrected: its person stays, and it has one household. */
  readonly isOne: boolean
  /** Others than the caller himself may be entered for. */
  readonly hasOthers: boolean
  /** People who may be outside the caller's list: those of the 组团. */
  readonly team: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly ownVillages: readonly string[]
}

/** The fields of an entry, in the order they are thought of: what, when, where, who, at whose house. */
export function EntryFields({ draft, onChange, faults, onTouch, isOne, hasOthers, team, ownVillages }: EntryFieldsProps): ReactNode {
  const { orpc } = useApi()
  const on = draft.date !== null && isCalendarDay(draft.date) ? draft.date : today()
  const kinds = useQuery(orpc.events.kinds.queryOptions({ input: { on } })).data ?? []
  const set = (id: string, change: Partial<EntryDraft>) => {
    onTouch(id)
    onChange({ ...draft, ...change })
  }
  const row = (id: string, label: string, input: (ids: FieldIds) => ReactNode, rest: { readonly required?: boolean; readonly isGroup?: boolean; readonly help?: ReactNode } = {}) => (
    <FieldRow label={label} id={id} fault={faults.find((fault) => fault.id === id)?.sentence} {...rest}>
      {input}
    </FieldRow>
  )
  const households = isOne ? (
    row(entryIds.households, entryWords.household, (ids) => <Input {...ids} value={draft.households} onChange={({ target }) => set(entryIds.households, { households: target.value })} />)
  ) : (
    row(entryIds.households, entryWords.households, (ids) => <Input.TextArea {...ids} value={draft.households} autoSize={{ minRows: 4, maxRows: 10 }} onChange={({ target }) => set(entryIds.households, { households: target.value })} />, { help: entryWords.householdsHelp })
  )
  return (
    <>
      {row(entryIds.kind, entryWords.kind, (ids) => <Choices field={ids} look="buttons" value={draft.kind} onChange={(kind) => set(entryIds.kind, { kind })} options={kinds.map(({ kind }) => ({ value: kind, label: planWord('service', kind) }))} />, { required: true, isGroup: true })}
      <div className="form-two">
        {row(entryIds.date, entryWords.date, (ids) => <DayInput {...ids} value={draft.date} onChange={(date) => set(entryIds.date, { date })} allowClear={false} />, { required: true })}
        {row(entryIds.villageId, entryWords.village, (ids) => <VillageSelect {...ids} label={entryWords.village} value={draft.village} first={ownVillages} onChange={(village) => set(entryIds.villageId, { village })} />, { required: true })}
      </div>
      {isOne ? null : row(entryIds.staffIds, entryWords.people, (ids) => <PeopleSelect {...ids} label={entryWords.people} disabled={!hasOthers} value={draft.people} chosen={team} onChange={(people) => set(entryIds.staffIds, { people })} />, { required: true, help: hasOthers ? entryWords.peopleMany : entryWords.peopleOwn })}
      {households}
      {row(entryIds.quantity, entryWords.quantity, (ids) => <Input {...ids} value={draft.quantity} style={{ width: 160 }} onChange={({ target }) => set(entryIds.quantity, { quantity: target.value })} />, { help: entryWords.quantityHelp })}
      {row(entryIds.note, entryWords.note, (ids) => <Input.TextArea {...ids} value={draft.note} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => set(entryIds.note, { note: target.value })} />)}
    </>
  )
}
