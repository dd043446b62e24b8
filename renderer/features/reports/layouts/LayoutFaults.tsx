import { useEffect, useRef, type ReactNode } from 'react'
import '../../../ui/form.css'
import { layoutWords } from './vocabulary.ts'

export interface LayoutFaultsProps {
  readonly faults: readonly { readonly sheet: string | null; readonly sentence: string }[]
  /** Opens the sheet a fault is on; null: the whole book. */
  readonly onOpen: (sheet: string | null) => void
}

/** All that keeps a form from being saved; each sentence leads to its sheet. */
export function LayoutFaults({ faults, onOpen }: LayoutFaultsProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="ui-form-errors layout-faults" role="alert" tabIndex={-1}>
      <strong>{layoutWords.faults(faults.length)}</strong>
      <ul>
        {faults.map(({ sheet, sentence }) => (
          <li key={sentence}>
            <button type="button" onClick={() => onOpen(sheet)}>{sentence}</button>
          </li>
        ))}
      </ul>
    </div>
  )
}
