import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { LayoutFault } from '../../../../shared/domain/papers/check-layout.ts'
import { changeBook } from '../../../../shared/domain/papers/edit-layout.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { withTokenNames, withTokens } from '../../../../shared/domain/papers/vocabulary.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { faultAt } from './field-faults.ts'
import { LinesInput } from './LinesInput.tsx'
import { TokenNote } from './TokenNote.tsx'
import { editorWords } from './vocabulary.ts'

export interface BookFieldsProps {
  readonly layout: Layout
  readonly shipped: Layout
  readonly faults: readonly LayoutFault[]
  readonly onChange?: (change: (layout: Layout) => Layout) => void
}

/** What belongs to the workbook as a whole: its title, the name of its file, the line under each title, who signs. */
export function BookFields({ layout, shipped, faults, onChange }: BookFieldsProps): ReactNode {
  const set = (change: Parameters<typeof changeBook>[1]) => onChange?.((now) => changeBook(now, change))
  const disabled = onChange === undefined
  const { title, fileName, unitLine, signers } = layout
  return (
    <>
      <h2>{editorWords.whole}</h2>
      <FieldRow label={editorWords.bookTitle} fault={faultAt(faults, null, ['token_unknown', 'text_long'])}>
        {(field) => <Input {...field} disabled={disabled} value={withTokenNames(title)} onChange={({ target }) => set({ title: withTokens(target.value) })} />}
      </FieldRow>
      <FieldRow label={editorWords.fileName} help={editorWords.fileNameHelp} fault={faultAt(faults, null, ['file_name_empty', 'file_name_blank', 'file_name_ending', 'file_name_character', 'file_name_token'])}>
        {(field) => <Input {...field} disabled={disabled} value={withTokenNames(fileName)} onChange={({ target }) => set({ fileName: withTokens(target.value) })} />}
      </FieldRow>
      <FieldRow label={editorWords.unit}>
        {(field) => <Input {...field} disabled={disabled} value={withTokenNames(unitLine.unit)} onChange={({ target }) => set({ unitLine: { ...unitLine, unit: withTokens(target.value) } })} />}
      </FieldRow>
      <FieldRow label={editorWords.date}>
        {(field) => <Input {...field} disabled={disabled} value={withTokenNames(unitLine.date)} onChange={({ target }) => set({ unitLine: { ...unitLine, date: withTokens(target.value) } })} />}
      </FieldRow>
      <FieldRow label={editorWords.signers} help={editorWords.signersHelp} fault={faultAt(faults, null, ['signers_many'])}>
        {(field) => <LinesInput field={field} disabled={disabled} lines={signers} onChange={(lines) => set({ signers: lines })} />}
      </FieldRow>
      <TokenNote shipped={shipped} sheet={null} />
    </>
  )
}
