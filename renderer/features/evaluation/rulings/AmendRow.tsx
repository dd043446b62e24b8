import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { changeOfAddition, changeOfLine, type ReadChange, type TypedValue } from '../../../../shared/domain/evaluation/rulings/amended-value.ts'
import type { Scalar } from '../../../../shared/domain/evaluation/rulings/amendment.ts'
import { tabWords } from '../vocabulary.ts'
import type { AddedRow, AmendLine, Change } from './api-types.ts'
import type { ChosenChange } from './api-types.ts'
import { amendFieldNames, amendWords as words, rulingWords } from './vocabulary.ts'

export interface AmendRowProps {
  readonly line: AmendLine
  readonly isOpen: boolean
  /** It is among the changes already. */
  readonly isTaken: boolean
  readonly onOpen: () => void
  readonly onAdd: (change: ChosenChange) => void
}

/** One value that may be set right; open it takes the new one. */
export function AmendRow({ line, isOpen, isTaken, onOpen, onAdd }: AmendRowProps): ReactNode {
  return (
    <tr>
      <td>{line.what}</td>
      <td>{line.now}</td>
      <td>{isOpen ? <Editor line={line} onCancel={onOpen} onAdd={onAdd} /> : <Button type="link" size="small" disabled={isTaken} aria-label={`${words.pick}${line.what}`} onClick={onOpen}>{line.edit.kind === 'remove' ? words.removeRow : line.edit.kind === 'adopt' ? words.adopt : words.pick}</Button>}</td>
    </tr>
  )
}

function Editor({ line, onCancel, onAdd }: { readonly line: AmendLine; readonly onCancel: () => void; readonly onAdd: (change: ChosenChange) => void }): ReactNode {
  const { edit, what } = line
  const [text, setText] = useState('')
  const [choice, setChoice] = useState<string | null>(null)
  const [range, setRange] = useState({ from: fieldOf(line, 'from'), to: fieldOf(line, 'to') })
  const [fault, setFault] = useState<string | null>(null)
  const choices = edit.kind === 'choice' ? edit.choices : []

  function typed(): { readonly value: TypedValue; readonly shown: string } {
    if (edit.kind === 'choice') {
      const picked = choices.find(({ value }) => String(value) === choice)
      return { value: picked === undefined ? { kind: 'text', text: '' } : { kind: 'choice', value: picked.value }, shown: picked?.label ?? '' }
    }
    if (edit.kind === 'range') return { value: { kind: 'range', ...range }, shown: `${range.from} — ${range.to}` }
    if (edit.kind === 'adopt') return { value: { kind: 'adopt' }, shown: edit.label }
    if (edit.kind === 'remove') return { value: { kind: 'remove' }, shown: words.removeRow }
    const isBlank = text.trim() === '' && (edit.kind === 'whole' || edit.kind === 'day')
    return { value: { kind: 'text', text }, shown: isBlank ? (edit.blank ?? '') : text.trim() }
  }

  function take(given: { readonly value: TypedValue; readonly shown: string }): void {
    const read = changeOfLine(line, given.value)
    if (read.kind === 'fault') setFault(words.fieldWrong(what, read.reason))
    else onAdd({ change: sent(read), what, was: line.now, becomes: given.shown })
  }

  return (
    <div className="amend-edit">
      {edit.kind === 'choice' ? (
        <Select aria-label={words.becomes} autoFocus size="small" placeholder={tabWords.pick} value={choice} options={choices.map(({ value, label }) => ({ value: String(value), label }))} onChange={setChoice} style={{ minWidth: 120 }} />
      ) : edit.kind === 'range' ? (
        <>
          <Input aria-label={amendFieldNames['from'] ?? ''} autoFocus size="small" value={range.from} onChange={({ target }) => setRange({ ...range, from: target.value.trim() })} style={{ width: 110 }} />
          <Input aria-label={amendFieldNames['to'] ?? ''} size="small" value={range.to} onChange={({ target }) => setRange({ ...range, to: target.value.trim() })} style={{ width: 110 }} />
        </>
      ) : edit.kind === 'remove' ? null : edit.kind === 'adopt' ? (
        <span>{edit.label}</span>
      ) : (
        <Input aria-label={words.becomes} autoFocus size="small" value={text} placeholder={edit.kind === 'whole' || edit.kind === 'day' ? words.blank(edit.blank ?? '') : ''} onChange={({ target }) => setText(target.value)} onPressEnter={(event) => {
          event.preventDefault()
          take(typed())
        }} style={{ width: 150 }} />
      )}
      <Button size="small" type="primary" onClick={() => take(typed())}>{words.add}</Button>
      {line.isRemovable && edit.kind !== 'remove' ? <Button size="small" onClick={() => take({ value: { kind: 'remove' }, shown: words.removeRow })}>{words.removeRow}</Button> : null}
      <Button size="small" type="link" onClick={onCancel}>{words.cancel}</Button>
      {fault === null ? null : <span className="amend-fault" role="alert">{fault}</span>}
    </div>
  )
}

export interface AddRowProps {
  readonly row: AddedRow
  readonly onCancel: () => void
  readonly onAdd: (change: ChosenChange) => void
}

/** A row that was not there: its fields, one beside the other. */
export function AddRow({ row, onCancel, onAdd }: AddRowProps): ReactNode {
  const [given, setGiven] = useState<Readonly<Record<string, Scalar>>>({})
  const [fault, setFault] = useState<string | null>(null)
  const labelOf = (name: string) => amendFieldNames[name] ?? name
  const fields = row.within === null ? row.fields : [row.within, ...row.fields]
  return (
    <div className="amend-edit amend-added">
      <strong>{row.what}</strong>
      {fields.map(({ name, kind, choices }) =>
        kind === 'choice' ? (
          <Select key={name} aria-label={labelOf(name)} size="small" showSearch={{ optionFilterProp: 'label' }} placeholder={labelOf(name)} value={given[name] === undefined ? null : String(given[name])} options={choices.map(({ value, label }) => ({ value: String(value), label }))} onChange={(value: string) => setGiven({ ...given, [name]: value })} style={{ minWidth: 140 }} />
        ) : (
          <Input key={name} aria-label={labelOf(name)} size="small" placeholder={labelOf(name)} value={String(given[name] ?? '')} onChange={({ target }) => setGiven({ ...given, [name]: target.value.trim() })} style={{ width: kind === 'text' ? 220 : 170 }} />
        ),
      )}
      <Button
        size="small"
        type="primary"
        onClick={() => {
          const read = changeOfAddition(row, given)
          if (read.kind === 'fault') setFault(words.fieldWrong(row.what, read.reason))
          else onAdd({ change: sent(read), what: row.what, was: rulingWords.none, becomes: fields.map(({ name, choices }) => choices.find(({ value }) => value === given[name])?.label ?? String(given[name] ?? '')).filter((text) => text !== '').join(' ') })
        }}
      >
        {words.add}
      </Button>
      <Button size="small" type="link" onClick={onCancel}>{words.cancel}</Button>
      {fault === null ? null : <span className="amend-fault" role="alert">{fault}</span>}
    </div>
  )
}

function sent({ change: { path, before, after } }: Extract<ReadChange, { kind: 'change' }>): Change {
  return { path: path.map((step) => (typeof step === 'string' ? step : { ...step })), before: typeof before === 'object' && before !== null ? { ...before } : before, after: typeof after === 'object' && after !== null ? { ...after } : after }
}

function fieldOf({ before }: AmendLine, name: string): string {
  return typeof before === 'object' && before !== null ? String(before[name] ?? '') : ''
}
