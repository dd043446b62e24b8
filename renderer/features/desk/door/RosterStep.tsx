import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { ImportPanel } from '../../reports/imports/ImportPanel.tsx'
import { LeaveButton } from './LeaveButton.tsx'
import { rosterWords as words, wizardWords } from './vocabulary.ts'
import { WizardFrame } from './WizardFrame.tsx'

/** The roster, imported or put off. */
export function RosterStep({ onNext }: { readonly onNext: () => void }): ReactNode {
  const { orpc } = useApi()
  const people = useQuery(orpc.people.list.queryOptions({ input: { on: today(), limit: 1 } }))
  const count = people.data?.total ?? 0
  return (
    <WizardFrame step="roster" body="fill" hint={`${count === 0 ? words.none : words.present(count)}${words.hint}`} aside={<LeaveButton />} next={{ label: count === 0 ? wizardWords.skip : wizardWords.next, isQuiet: count === 0, onNext }}>
      <div className="wizard-fill">
        <ImportPanel kind="staff" />
      </div>
    </WizardFrame>
  )
}
