import { useId, type ReactNode } from 'react'
import './chips.css'
import { countText } from './count-text.ts'

export interface Chip<Key extends string> {
  readonly key: Key
  readonly label: string
  /** null while it is not known. */
  readonly count: number | null
  /** Red when there is any: what is overdue. */
  readonly isBad?: boolean
}

export interface FilterChipsProps<Key extends string> {
  readonly label: string
  readonly chips: readonly Chip<Key>[]
  readonly value: Key
  readonly onChange: (key: Key) => void
}

/** Quick filters of a list, one at a time, each with how many rows it leaves. Arrow keys move between them. */
export function FilterChips<Key extends string>({ label, chips, value, onChange }: FilterChipsProps<Key>): ReactNode {
  const name = useId()
  return (
    <div className="chips" role="radiogroup" aria-label={label}>
      {chips.map((chip) => (
        <label key={chip.key} className={chip.key === value ? 'chip chip-chosen' : 'chip'}>
          <input type="radio" name={name} checked={chip.key === value} onChange={() => onChange(chip.key)} />
          <span>{chip.label}</span>
          <span className={chip.isBad === true && (chip.count ?? 0) > 0 ? 'chip-count chip-bad' : 'chip-count'}>{chip.count === null ? '' : countText(chip.count)}</span>
        </label>
      ))}
    </div>
  )
}
