import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import './form.css'
import { sentenceId } from './marked-fields.ts'
import { words } from './vocabulary.ts'

export interface FieldFault {
  /** The id given to the FieldRow; empty when the fault is about the whole form. */
  readonly id: string
  readonly sentence: string
}

export interface FormErrorsProps {
  readonly faults: readonly FieldFault[]
}

/** All that is wrong with a form, above it; each sentence leads to its field. Takes the focus when a fault appears. */
export function FormErrors({ faults }: FormErrorsProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const told = useRef<readonly string[]>([])
  useEffect(() => {
    const keys = faults.map(keyOf)
    // A fault that goes while its field is typed in must not take the keyboard out of the field.
    if (keys.some((key) => !told.current.includes(key))) box.current?.focus()
    told.current = keys
  }, [faults])
  const count = faults.length
  if (count === 0) return null
  return (
    <div ref={box} className="ui-form-errors" role="alert" tabIndex={-1}>
      <strong>{words.formFaults(count)}</strong>
      <ul>
        {faults.map((fault) => (
          <li key={keyOf(fault)} {...(fault.id === '' ? {} : { id: sentenceId(fault.id) })}>
            {fault.id === '' ? fault.sentence : <button type="button" onClick={() => fieldOf(fault.id)?.focus()}>{fault.sentence}</button>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function keyOf({ id, sentence }: FieldFault): string {
  return `${id}:${sentence}`
}

/** The field of an id; of a group of choices its first one. */
function fieldOf(id: string): HTMLElement | null {
  const found = document.getElementById(id)
  return found?.querySelector('input') ?? found
}
