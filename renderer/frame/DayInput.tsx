import { Input, Popover } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readMonth } from '../../shared/domain/cells/read-cell.ts'
import { today } from '../api/today.ts'
import { dayMoved, readDay } from '../grid/cell-text.ts'
import { MonthPanel } from '../grid/MonthPanel.tsx'
import '../grid/sheet.css'
import type { FieldIds } from '../ui/FieldRow.tsx'
import { moduleWords } from './vocabulary.ts'

export interface DayInputProps extends Partial<FieldIds> {
  /** `YYYY-MM-DD`, of a month `YYYY-MM`; null is empty. What was typed and is neither is given as it is, for `dayFaults` to refuse. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly unit?: 'day' | 'month'
  /** Read aloud where no FieldRow gives it a label. */
  readonly label?: string
  readonly disabled?: boolean
  /** false: an emptied field keeps the value it had. */
  readonly allowClear?: boolean
}

/** A click that took the keyboard from the field lands before the field says what is wrong with it and moves what stands below. */
const afterClick = 200

/** A day typed in any usual form (`7.15`, `2026年7月15日`), moved by the arrows up and down, or picked from the month that a click opens; or a month, typed. */
export function DayInput({ value, onChange, unit = 'day', label, disabled = false, allowClear = true, ...field }: DayInputProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const day = value === null ? null : read(value, unit)
  const isWrong = value !== null && day === null && typed === null
  // A FieldRow that is marked says it in its own place.
  const isTold = isWrong && field['aria-invalid'] !== true
  const fault = useId()
  const leaving = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(leaving.current), [])

  function take(next: string): void {
    setTyped(null)
    onChange(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by !== 0 && unit === 'day') {
      event.preventDefault()
      take(day === null ? today() : dayMoved(day, by))
    }
    if (event.key === 'Escape' && isOpen && unit === 'day') {
      // The month closes first, not the form around it.
      event.stopPropagation()
      setOpen(false)
    }
  }

  const input = (
    <Input
      {...field}
      {...(label === undefined ? {} : { 'aria-label': label })}
      disabled={disabled}
      value={typed ?? value ?? ''}
      placeholder={unit === 'day' ? moduleWords.dayHint : moduleWords.monthHint}
      maxLength={20}
      style={{ width: 160 }}
      status={isWrong ? 'error' : (field.status ?? '')}
      {...(isTold ? { 'aria-invalid': true, 'aria-describedby': fault } : {})}
      onFocus={() => window.clearTimeout(leaving.current)}
      onClick={() => setOpen(true)}
      onBlur={() => {
        setOpen(false)
        leaving.current = window.setTimeout(() => setTyped(null), afterClick)
      }}
      onChange={({ target }) => {
        setOpen(false)
        setTyped(target.value)
        const next = target.value.trim() === '' ? null : (read(target.value, unit) ?? target.value)
        if (next !== null || allowClear) onChange(next)
      }}
      onKeyDown={onKeyDown}
    />
  )
  return (
    <>
      {unit === 'month' ? (
        input
      ) : (
        <Popover
          open={isOpen && !disabled}
          placement="bottomLeft"
          arrow={false}
          trigger={[]}
          styles={{ container: { padding: 0 } }}
          content={
            // A press must not take the keyboard from the field.
            <div onMouseDown={(event) => event.preventDefault()}>
              <MonthPanel
                day={day}
                today={today()}
                onPick={(day) => {
                  take(day)
                  setOpen(false)
                }}
              />
            </div>
          }
        >
          {input}
        </Popover>
      )}
      {isTold ? <div id={fault} className="ui-field-fault" role="alert">{sentence(value, unit, label)}</div> : null}
    </>
  )
}

function sentence(text: string, unit: 'day' | 'month', label: string | undefined): string {
  if (unit === 'month') return moduleWords.notAMonth(text)
  return label === undefined ? moduleWords.notADay(text) : moduleWords.wrongDay(label, text)
}

function read(text: string, unit: 'day' | 'month'): string | null {
  if (unit === 'day') return readDay(text, today())
  const month = readMonth(text)
  return month.kind === 'good' ? month.value : null
}
