import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import './form.css'
import { words } from './vocabulary.ts'

export interface FieldFault {
  /** The id given to the FieldRow; empty when the fault is about the whole form. */
  readonly id: string
  readonly sentence: string
}

export interface FormErrorsProps {
  readonly faults: readonly FieldFault[]
}

/** All that is wrong with a form, above it; each sentence leads to its field. Takes the focus when faults appear. */
export function FormErrors({ faults }: FormErrorsProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const count = faults.length
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [count])
  if (count === 0) return null
  return (
    <div ref={box} className="ui-form-errors" role="alert" tabIndex={-1}>
      <strong>{words.formFaults(count)}</strong>
      <ul>
        {faults.map(({ id, sentence }) => (
          <li key={`${id}:${sentence}`}>
            {id === '' ? sentence : <button type="button" onClick={() => document.getElementById(id)?.focus()}>{sentence}</button>}
          </li>
        ))}
      </ul>
    </div>
  )
}
