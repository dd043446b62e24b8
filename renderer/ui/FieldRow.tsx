import { useContext, useId } from 'react'
import type { ReactNode } from 'react'
import './form.css'
import { MarkedFields, sentenceId } from './marked-fields.ts'
import { words } from './vocabulary.ts'

/** What the input of a row takes, so that label, help and fault belong to it. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  /** Of a group of choices, which no label element can name. */
  readonly 'aria-labelledby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
  readonly status: '' | 'error'
}

export interface FieldRowProps {
  readonly label: string
  readonly required?: boolean
  /** The input is a group of choices. */
  readonly isGroup?: boolean
  /** The id of the input, when FormErrors is to lead to it. */
  readonly id?: string
  readonly help?: ReactNode
  /** One sentence that names the field and the way out. */
  readonly fault?: string | undefined
  readonly children: (field: FieldIds) => ReactNode
}

/** A label, its input, and under it the fault or the help: `<FieldRow label="姓名">{(field) => <Input {...field} />}</FieldRow>`. */
export function FieldRow({ label, required = false, isGroup = false, id, help, fault, children }: FieldRowProps): ReactNode {
  const own = useId()
  const input = id ?? own
  const note = `${input}-note`
  const named = `${input}-label`
  const title = (
    <>
      {label}
      {required ? <span className="ui-field-required" aria-hidden="true" title={words.required}>*</span> : null}
    </>
  )
  const isMarked = useContext(MarkedFields).includes(input)
  const isWrong = fault !== undefined || isMarked
  // What the list above says is not said twice.
  const shown = isMarked ? undefined : fault
  const notes = [...(isMarked ? [sentenceId(input)] : []), ...(shown !== undefined || help !== undefined ? [note] : [])]
  return (
    <div className="ui-field">
      {isGroup ? <span id={named} className="ui-field-label">{title}</span> : <label className="ui-field-label" htmlFor={input}>{title}</label>}
      <div className="ui-field-input">
        {children({ id: input, 'aria-labelledby': isGroup ? named : undefined, 'aria-describedby': notes.length === 0 ? undefined : notes.join(' '), 'aria-invalid': isWrong, 'aria-required': required, status: isWrong ? 'error' : '' })}
        {shown === undefined ? (
          help === undefined ? null : <div id={note} className="ui-field-help">{help}</div>
        ) : (
          <div id={note} className="ui-field-fault" role="alert">{shown}</div>
        )}
      </div>
    </div>
  )
}
