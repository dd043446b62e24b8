import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Steps } from '../../../ui/Steps.tsx'
import './door.css'
import { doorWords, wizardWords } from './vocabulary.ts'

export const wizardSteps = ['township', 'modules', 'key', 'roster', 'accounts', 'officers'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** The id of the form of a page: the button at the foot sends it. */
export const wizardForm = 'wizard-form'

export interface WizardFrameProps {
  readonly step: WizardStep
  readonly hint?: ReactNode
  /** Stands left in the foot: leaving, skipping. */
  readonly aside?: ReactNode
  readonly onPrevious?: () => void
  /** Without `onNext` the button sends the form `wizardForm`. */
  readonly next?: { readonly label: string; readonly isWorking?: boolean; readonly isDisabled?: boolean; /** Not what one is meant to do here. */ readonly isQuiet?: boolean; readonly onNext?: () => void }
  /** `fill`: one thing that fills the rest (a grid). */
  readonly body?: 'scroll' | 'fill'
  readonly children: ReactNode
}

/** A page of the first-run wizard: the six steps above, one page, and the way back and on at the foot. */
export function WizardFrame({ step, hint, aside, onPrevious, next, body = 'scroll', children }: WizardFrameProps): ReactNode {
  const present = wizardSteps.indexOf(step)
  return (
    <div className="wizard">
      <header className="door-head ui-no-print">
        <strong>{doorWords.product}</strong>
        <span>{wizardWords.title}</span>
      </header>
      <Steps label={wizardWords.steps} steps={wizardSteps.map((key, place) => ({ key, label: wizardWords.step[key], state: place < present ? 'done' : place === present ? 'current' : 'ahead' }))} />
      <main className={`wizard-body wizard-body-${body}`}>
        <div className="wizard-title">
          <h1>{wizardWords.step[step]}</h1>
          {hint === undefined ? null : <p>{hint}</p>}
        </div>
        {children}
      </main>
      <footer className="wizard-foot ui-no-print">
        <div className="wizard-aside">{aside}</div>
        {onPrevious === undefined ? null : <Button onClick={onPrevious}>{wizardWords.previous}</Button>}
        {next === undefined ? null : (
          // A button that became another one while it is being pressed would send the form that has just come.
          <Button
            key={next.onNext === undefined ? 'send' : 'press'}
            type={next.isQuiet === true ? 'default' : 'primary'}
            loading={next.isWorking ?? false}
            disabled={next.isDisabled ?? false}
            {...(next.onNext === undefined ? { htmlType: 'submit' as const, form: wizardForm } : { onClick: next.onNext })}
          >
            {next.label}
          </Button>
        )}
      </footer>
    </div>
  )
}
