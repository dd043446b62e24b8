import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { LayoutFault } from '../../../../shared/domain/papers/check-layout.ts'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import { changeCaption, changeSheet, resetSheet, type SheetChange } from '../../../../shared/domain/papers/edit-layout.ts'
import { orientations, type Layout, type SheetLayout } from '../../../../shared/domain/papers/layout.ts'
import { fixedSheets } from '../../../../shared/domain/papers/sheet-needs.ts'
import { withTokenNames, withTokens } from '../../../../shared/domain/papers/vocabulary.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { ColumnRows } from './ColumnRows.tsx'
import { faultAt } from './field-faults.ts'
import { FormLabels } from './FormLabels.tsx'
import { LinesInput } from './LinesInput.tsx'
import { TokenNote } from './TokenNote.tsx'
import { editorWords, orientationNames } from './vocabulary.ts'

export interface SheetFieldsProps {
  readonly book: LayoutBook
  readonly sheet: SheetLayout
  readonly shipped: Layout
  readonly faults: readonly LayoutFault[]
  readonly onChange?: (change: (layout: Layout) => Layout) => void
}

/** What stands on one sheet: its name, titles and notes, and the columns of its tables. */
export function SheetFields({ book, sheet, shipped, faults, onChange }: SheetFieldsProps): ReactNode {
  const { key } = sheet
  if (fixedSheets.includes(key)) return <><h2>{sheet.name}</h2><p className="layout-note">{editorWords.fixedSheet}</p></>
  const set = (change: SheetChange) => onChange?.((now) => changeSheet(now, key, change))
  const disabled = onChange === undefined
  return (
    <>
      <h2>
        {sheet.name}
        {disabled ? null : <ConfirmButton size="small" label={editorWords.reset} question={editorWords.resetQuestion(sheet.name)} consequence={editorWords.resetConsequence} onConfirm={() => onChange((now) => resetSheet(now, shipped, key))} />}
      </h2>
      <FieldRow label={editorWords.sheetName} fault={faultAt(faults, key, ['sheet_name_empty', 'sheet_name_long', 'sheet_name_character', 'sheet_name_twice'])}>
        {(field) => <Input {...field} disabled={disabled} value={sheet.name} onChange={({ target }) => set({ name: target.value })} />}
      </FieldRow>
      <FieldRow label={editorWords.title} fault={faultAt(faults, key, ['token_unknown', 'text_long'])}>
        {(field) => <Input.TextArea {...field} autoSize disabled={disabled} value={withTokenNames(sheet.title)} onChange={({ target }) => set({ title: withTokens(target.value.replaceAll('\n', '')) })} />}
      </FieldRow>
      {sheet.unitLine === undefined ? null : (
        <FieldRow label={editorWords.unit}>
          {(field) => <Input {...field} disabled={disabled} value={withTokenNames(sheet.unitLine?.unit ?? '')} onChange={({ target }) => set({ unitLine: { unit: withTokens(target.value), date: sheet.unitLine?.date ?? '' } })} />}
        </FieldRow>
      )}
      <FieldRow label={editorWords.measure} help={editorWords.measureHelp}>
        {(field) => <Input {...field} disabled={disabled} value={withTokenNames(sheet.measure)} onChange={({ target }) => set({ measure: withTokens(target.value) })} />}
      </FieldRow>
      <FieldRow label={editorWords.orientation} isGroup>
        {(field) => <Choices field={field} look="buttons" disabled={disabled} value={sheet.orientation} options={orientations.map((value) => ({ value, label: orientationNames[value] }))} onChange={(orientation) => set({ orientation })} />}
      </FieldRow>
      <FieldRow label={editorWords.signed} isGroup>
        {(field) => <Choices field={field} look="buttons" disabled={disabled} value={sheet.signed ? 'yes' : 'no'} options={[{ value: 'yes', label: editorWords.signedYes }, { value: 'no', label: editorWords.signedNo }]} onChange={(value) => set({ signed: value === 'yes' })} />}
      </FieldRow>
      {sheet.signers === undefined || !sheet.signed ? null : (
        <FieldRow label={editorWords.signers} help={editorWords.signersHelp} fault={faultAt(faults, key, ['signers_many'])}>
          {(field) => <LinesInput field={field} disabled={disabled} lines={sheet.signers ?? []} onChange={(signers) => set({ signers })} />}
        </FieldRow>
      )}
      <FieldRow label={editorWords.notes} help={editorWords.notesHelp}>
        {(field) => <LinesInput field={field} disabled={disabled} lines={sheet.notes} onChange={(notes) => set({ notes })} />}
      </FieldRow>
      {sheet.form === undefined ? null : <FormLabels sheet={key} form={sheet.form} {...(onChange === undefined ? {} : { onChange })} />}
      {sheet.tables.map((table) => (
        <section key={table.key} className="layout-table">
          {table.caption === undefined ? null : (
            <FieldRow label={editorWords.caption}>
              {(field) => <Input {...field} disabled={disabled} value={withTokenNames(table.caption ?? '')} onChange={({ target }) => onChange?.((now) => changeCaption(now, { sheet: key, table: table.key }, withTokens(target.value)))} />}
            </FieldRow>
          )}
          <ColumnRows sheet={key} table={table} faults={faults.filter(({ sheetKey }) => sheetKey === key)} isPattern={book === 'registers'} {...(onChange === undefined ? {} : { onChange })} />
        </section>
      ))}
      <TokenNote shipped={shipped} sheet={key} />
    </>
  )
}
