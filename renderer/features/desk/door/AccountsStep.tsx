import { Button } from 'antd'
import type { ReactNode } from 'react'
import { BulkBody } from '../../township/accounts/BulkBody.tsx'
import { useBulkAccounts } from '../../township/accounts/use-bulk-accounts.ts'
import { bulkWords, slipWords } from '../../township/accounts/vocabulary.ts'
import { LeaveButton } from './LeaveButton.tsx'
import { accountsStepWords as words, wizardWords } from './vocabulary.ts'
import { WizardFrame } from './WizardFrame.tsx'

export interface AccountsStepProps {
  readonly onPrevious: () => void
  readonly onNext: () => void
}

/** Accounts for everybody of the roster, and their slips. */
export function AccountsStep({ onPrevious, onNext }: AccountsStepProps): ReactNode {
  const bulk = useBulkAccounts()
  const { state } = bulk
  const chosen = state.kind === 'choosing' ? state.drafts.filter(({ isChosen }) => isChosen).length : 0
  const isOffered = state.kind === 'choosing' && state.drafts.length > 0
  const next = state.kind === 'made' ? { label: slipWords.done, onNext } : isOffered ? { label: bulkWords.create(chosen), isDisabled: chosen === 0, onNext: () => void bulk.make() } : { label: wizardWords.next, isDisabled: state.kind !== 'choosing' && state.kind !== 'failed', onNext }
  return (
    <WizardFrame
      step="accounts"
      body="fill"
      hint={words.hint}
      aside={
        state.kind === 'making' || state.kind === 'made' ? null : (
          <>
            <LeaveButton />
            {isOffered ? <Button onClick={onNext}>{wizardWords.skipAccounts}</Button> : null}
          </>
        )
      }
      next={next}
      {...(state.kind === 'making' || state.kind === 'made' ? {} : { onPrevious })}
    >
      <div className="wizard-fill wizard-pad">
        <BulkBody bulk={bulk} />
      </div>
    </WizardFrame>
  )
}
