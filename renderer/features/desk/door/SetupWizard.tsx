import { useState, type ReactNode } from 'react'
import { AccountsStep } from './AccountsStep.tsx'
import { OfficersStep } from './OfficersStep.tsx'
import { RosterStep } from './RosterStep.tsx'

type Step = 'roster' | 'accounts' | 'officers'

/** The part of the wizard inside the new township: roster, accounts, offices. Stands in place of the tabs while the role `setup` is held. */
export function SetupWizard(): ReactNode {
  const [step, setStep] = useState<Step>('roster')
  switch (step) {
    case 'roster':
      return <RosterStep onNext={() => setStep('accounts')} />
    case 'accounts':
      return <AccountsStep onPrevious={() => setStep('roster')} onNext={() => setStep('officers')} />
    case 'officers':
      return <OfficersStep onPrevious={() => setStep('accounts')} />
  }
}
