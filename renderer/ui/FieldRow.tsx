import { useId } from 'react'
import type { ReactNode } from 'react'
import './form.css'
import { words } from './vocabulary.ts'

/** What the input of a row takes, so that label, help and fault belong to it. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
  readonly status: '' | 'error'
}

export interface FieldRowProps {
  readonly label: string
  readonly required?: boolean
  /** The id of the input, when FormErrors is to lead to it. */
  readonly id?: string
  readonly help?: ReactNode
  /** One sentence that names the field and the way out. */
  readonly fault?: string | undefined
  readonly children: (field: FieldIds) => ReactNode
}

/** A label, its input, and under it the fault or the help: `<FieldRow label="姓名">{(field) => <Input {...field} />}</FieldRow>`. */
export function FieldRow({ label, required = false, id, help, fault, children }: FieldRowProps): ReactNode {
  const own = useId()
  const input = id ?? own
  const note = `${input}-note`
  const noted = fault !== undefined || help !== undefined
  return (
    <div className="ui-field">
      <label className="ui-field-label" htmlFor={input}>
        {label}
        {required ? <span className="ui-field-required" title={words.required}>*</span> : null}
      </label>
      <div className="ui-field-input">
        {children({ id: input, 'aria-describedby': noted ? note : undefined, 'aria-invalid': fault !== undefined, 'aria-required': required, status: fault === undefined ? '' : 'error' })}
        {fault === undefined ? (
          help === undefined ? null : <div id={note} className="ui-field-help">{help}</div>
        ) : (
          <div id={note} className="ui-field-fault" role="alert">{fault}</div>
        )}
      </div>
    </div>
  )
}
