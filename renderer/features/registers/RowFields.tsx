import { AutoComplete, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { nameWithCode } from '../../../shared/domain/people/people-in-cell.ts'
import { registerLimits } from '../../../shared/domain/registers/codes.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { FieldRow, type FieldIds } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { DayInput } from '../../frame/DayInput.tsx'
import { findsPerson, type PersonOption } from '../people/person-option.ts'
import { usePeople } from '../people/use-people.ts'
import type { Village } from './register-columns.tsx'
import type { RowDraft } from './row-form.ts'
import type { Column } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

export interface RowFieldsProps {
  readonly columns: readonly Column[]
  readonly villages: readonly Village[]
  readonly draft: RowDraft
  readonly onChange: (draft: RowDraft) => void
  readonly faults: readonly FieldFault[]
  readonly onTouch: (id: string) => void
  /** Only to be read. */
  readonly disabled: boolean
  /** What stands for an attachment column. */
  readonly attachments: ReactNode
}

/** One field a column; the long ones over the whole width. */
export function RowFields({ columns, villages, draft, onChange, faults, onTouch, disabled, attachments }: RowFieldsProps): ReactNode {
  const people = usePeople(undefined, columns.some(({ type }) => type === 'person'))
  const field = (column: Column) => (
    <FieldRow
      key={column.id}
      id={column.id}
      label={column.title}
      required={column.required && !disabled}
      fault={faults.find(({ id }) => id === column.id)?.sentence}
    >
      {(ids) =>
        column.type === 'attachment' ? (
          <div id={ids.id}>{attachments}</div>
        ) : disabled ? (
          <output id={ids.id} className="register-plain">{draft[column.id] ?? words.nothing}</output>
        ) : (
          <CellInput
            column={column}
            ids={ids}
            villages={villages}
            people={people}
            value={draft[column.id] ?? ''}
            onChange={(text) => {
              onTouch(column.id)
              onChange({ ...draft, [column.id]: text })
            }}
          />
        )
      }
    </FieldRow>
  )
  const isWide = ({ type }: Column) => type === 'long_text' || type === 'attachment'
  return (
    <>
      {pairs(columns, isWide).map((part) => (part.length === 1 && part[0] !== undefined && isWide(part[0]) ? field(part[0]) : <div key={part.map(({ id }) => id).join()} className="register-pair">{part.map(field)}</div>))}
    </>
  )
}

/** Two short fields stand side by side, a wide one alone. */
function pairs(columns: readonly Column[], isWide: (column: Column) => boolean): readonly (readonly Column[])[] {
  const parts: Column[][] = []
  for (const column of columns) {
    const last = parts.at(-1)
    if (last === undefined || isWide(column) || last.length === 2 || last.some(isWide)) parts.push([column])
    else last.push(column)
  }
  return parts
}

interface CellInputProps {
  readonly column: Column
  readonly ids: FieldIds
  readonly villages: readonly Village[]
  readonly people: readonly PersonOption[]
  readonly value: string
  readonly onChange: (text: string) => void
}

function CellInput({ column, ids, villages, people, value, onChange }: CellInputProps): ReactNode {
  switch (column.type) {
    case 'long_text':
      return <Input.TextArea {...ids} autoSize={{ minRows: 3, maxRows: 12 }} value={value} count={{ max: registerLimits.longText }} onChange={({ target }) => onChange(target.value)} />
    case 'date':
      return <DayInput {...ids} value={value === '' ? null : value} onChange={(day) => onChange(day ?? '')} />
    case 'choice':
      return <Select<string> {...ids} allowClear showSearch placeholder={words.pick} style={{ width: '100%' }} {...(value === '' ? {} : { value })} options={column.options.map((option) => ({ value: option, label: option }))} onChange={(next?: string) => onChange(next ?? '')} />
    case 'person':
      return (
        <AutoComplete
          {...ids}
         
          style={{ width: '100%' }}
          value={value}
          placeholder={words.personHint}
          options={peopleOptions(people).filter(({ person }) => value === '' || findsPerson(person, value)).slice(0, 30).map(({ text, person }) => ({ value: text, label: `${person.name}　${person.note}` }))}
          onChange={(text: string) => onChange(text)}
        />
      )
    case 'village':
      return <AutoComplete {...ids} style={{ width: '100%' }} value={value} options={villages.filter(({ name }) => name.includes(value)).map(({ name }) => ({ value: name }))} onChange={(text: string) => onChange(text)} />
    case 'number':
    case 'amount':
      return <Input {...ids} inputMode="decimal" {...(column.unit === null ? {} : { suffix: column.unit })} value={value} onChange={({ target }) => onChange(target.value)} />
    case 'text':
      return <Input {...ids} value={value} onChange={({ target }) => onChange(target.value)} />
    case 'attachment':
      return null
    default:
      return assertNever(column.type)
  }
}

/** A namesake is written with his code. */
function peopleOptions(people: readonly PersonOption[]): readonly { readonly text: string; readonly person: PersonOption }[] {
  const names = Map.groupBy(people, ({ name }) => name)
  return people.map((person) => ({ person, text: (names.get(person.name)?.length ?? 0) > 1 ? nameWithCode(person) : person.name }))
}
