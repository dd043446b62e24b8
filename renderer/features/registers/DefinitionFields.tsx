import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { FieldRow } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { blankColumn, type DefinitionDraft } from './definition-form.ts'
import { ProposalFields } from './ProposalFields.tsx'
import { defineWords as words, registerWords } from './vocabulary.ts'

export interface DefinitionFieldsProps {
  readonly draft: DefinitionDraft
  readonly onChange: (draft: DefinitionDraft) => void
  readonly faults: readonly FieldFault[]
  readonly onTouch: (id: string) => void
}

/** A register's name, its columns in order, those taken off, how the list will look, and what a row may propose. */
export function DefinitionFields({ draft, onChange, faults, onTouch }: DefinitionFieldsProps): ReactNode {
  const [made, setMade] = useState(1)
  const faultOf = (id: string) => faults.find((fault) => fault.id === id)?.sentence
  return (
    <>
      <FieldRow id="name" label={words.name} required fault={faultOf('name')}>
        {(field) => (
          <Input
            {...field}
            value={draft.name}
            onChange={({ target }) => {
              onTouch('name')
              onChange({ ...draft, name: target.value })
            }}
          />
        )}
      </FieldRow>
      <FieldRow id="description" label={words.description} fault={faultOf('description')}>
        {(field) => <Input {...field} value={draft.description} onChange={({ target }) => onChange({ ...draft, description: target.value })} />}
      </FieldRow>
      <h3 className="define-part" id="columns" tabIndex={-1}>{words.columns}</h3>
      <ColumnsTable columns={draft.columns} faults={faults} onTouch={onTouch} onChange={(columns) => onChange({ ...draft, columns })} onRemove={(column) => onChange({ ...draft, columns: draft.columns.filter(({ key }) => key !== column.key), removed: column.id === null ? draft.removed : [...draft.removed, column] })} />
      <Button
        onClick={() => {
          setMade(made + 1)
          onChange({ ...draft, columns: [...draft.columns, blankColumn(`new-${String(made)}`)] })
        }}
      >
        {words.addColumn}
      </Button>
      {draft.removed.length === 0 ? null : (
        <div className="define-removed">
          <p>{words.removedHint}</p>
          <span className="register-chosen" role="group" aria-label={words.removedColumns}>
            {draft.removed.map((column) => (
              <Button key={column.key} size="small" onClick={() => onChange({ ...draft, columns: [...draft.columns, column], removed: draft.removed.filter(({ key }) => key !== column.key) })}>{words.bringBack(column.title)}</Button>
            ))}
          </span>
        </div>
      )}
      <h3 className="define-part">{words.preview}</h3>
      <div className="define-preview" tabIndex={0} role="region" aria-label={words.preview}>
        <table>
          <thead>
            <tr>
              {draft.columns.filter(({ inList }) => inList).map(({ key, title, unit }) => <th key={key}>{registerWords.withUnit(title === '' ? words.untitled : title, unit.trim() === '' ? null : unit)}</th>)}
            </tr>
          </thead>
        </table>
      </div>
      <h3 className="define-part">{words.proposal}</h3>
      <ProposalFields proposal={draft.proposal} columns={draft.columns} faults={faults} onTouch={onTouch} onChange={(proposal) => onChange({ ...draft, proposal })} />
    </>
  )
}
