import type { ReactNode } from 'react'
import './steps.css'
import { words } from './vocabulary.ts'

export type StepState = 'done' | 'current' | 'late' | 'ahead'

export interface Step {
  readonly key: string
  readonly label: string
  readonly state: StepState
  /** “4月10日前”, “3月28日完成”. */
  readonly date?: string
  /** Who or how many are missing. */
  readonly note?: string
  /** Further lines below: planned days, who sees to it. */
  readonly lines?: readonly string[]
}

export interface StepsProps {
  readonly label: string
  readonly steps: readonly Step[]
  readonly onOpen?: (key: string) => void
}

/** The stages of a cycle from left to right, each with its date; the state is said in words too. */
export function Steps({ label, steps, onOpen }: StepsProps): ReactNode {
  return (
    <ol className="ui-steps" aria-label={label}>
      {steps.map((step, place) => {
        const inside = (
          <>
            <span className="ui-step-number" aria-hidden="true">{step.state === 'done' ? '✓' : String(place + 1)}</span>
            <span className="ui-step-text">
              <span className="ui-step-label">{step.label}</span>
              <span className="ui-step-date">{step.date ?? words.steps[step.state]}</span>
              {step.note === undefined ? null : <span className="ui-step-note">{step.note}</span>}
            </span>
            {step.lines === undefined ? null : <span className="ui-step-lines">{step.lines.map((line) => <span key={line}>{line}</span>)}</span>}
          </>
        )
        const current = step.state === 'current' || step.state === 'late'
        return (
          <li key={step.key} className={`ui-step ui-step-${step.state}`} aria-current={current ? 'step' : undefined} title={`${step.label}：${words.steps[step.state]}`}>
            {onOpen === undefined ? <span className="ui-step-inside">{inside}</span> : <button type="button" className="ui-step-inside" onClick={() => onOpen(step.key)}>{inside}</button>}
          </li>
        )
      })}
    </ol>
  )
}
