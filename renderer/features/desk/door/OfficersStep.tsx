import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { AccountRow } from '../../township/accounts/account-columns.tsx'
import { SlipDialog } from '../../township/accounts/SlipDialog.tsx'
import type { Slip } from '../../township/accounts/slip-text.ts'
import { faultAt, faultsOfCall, stillOpen } from '../../township/system/form-faults.ts'
import { LeaveButton } from './LeaveButton.tsx'
import { OfficerSelect } from './OfficerSelect.tsx'
import { administratorsOf, officerFaults, officerIds, type OfficerDraft, type OfficerMode } from './officers.ts'
import { officerWords as words } from './vocabulary.ts'
import { WizardFrame, wizardForm } from './WizardFrame.tsx'

const modes: readonly { readonly value: OfficerMode; readonly label: ReactNode }[] = [
  { value: 'one', label: withHelp(words.one, words.oneHelp) },
  { value: 'some', label: withHelp(words.some, words.someHelp) },
  { value: 'three', label: withHelp(words.three, words.threeHelp) },
]

function withHelp(label: string, help: string): ReactNode {
  return (
    <>
      {label}
      <span className="door-small door-below">{help}</span>
    </>
  )
}

/** Who administrates: one person, or three who do nothing else. Ends the wizard. */
export function OfficersStep({ onPrevious }: { readonly onPrevious: () => void }): ReactNode {
  const { client, orpc, session } = useApi()
  const me = useMe()
  const notice = useNotice()
  const accounts = useQuery(orpc.system.accounts.queryOptions())
  const [draft, setDraft] = useState<OfficerDraft>({ mode: 'one', secadmin: null, auditor: null })
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [slip, setSlip] = useState<Slip | null>(null)
  const [isWorking, setWorking] = useState(false)
  const own = accounts.data?.find(({ name }) => name === me.name)
  const open = own === undefined ? [] : stillOpen(faults, officerFaults(draft, own.id))

  async function finish(): Promise<void> {
    if (own === undefined) return
    const found = officerFaults(draft, own.id)
    setFaults(found)
    if (found.length > 0) return
    setWorking(true)
    try {
      await client.system.finishSetup({ administrators: administratorsOf(draft, own.id), threePeople: draft.mode === 'three' })
      notice.done(words.done)
      await session.refresh()
    } catch (error) {
      setFaults(faultsOfCall(error, []))
      setWorking(false)
    }
  }

  const officer = (role: 'secadmin' | 'auditor', rows: readonly AccountRow[]) => (
    <FieldRow label={words[role]} id={officerIds[role]} required fault={faultAt(open, officerIds[role])} {...(draft.mode === 'three' && role === 'auditor' ? { help: words.threeOnly } : {})}>
      {(field) => <OfficerSelect field={field} label={words[role]} accounts={draft.mode === 'three' ? rows.filter(({ roles }) => roles.length === 0) : rows} value={draft[role]} onChange={(id) => setDraft({ ...draft, [role]: id })} onCreated={setSlip} />}
    </FieldRow>
  )

  return (
    <WizardFrame step="officers" hint={words.hint} aside={<LeaveButton />} onPrevious={onPrevious} next={{ label: words.finish, isWorking, isDisabled: own === undefined }}>
      <Loaded query={accounts}>
        {(rows) => (
          <form
            id={wizardForm}
            className="wizard-officers"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              if (!isWorking) void finish()
            }}
          >
            <FormErrors faults={faults} />
            <FieldRow label={words.mode} isGroup>
              {(field) => <Choices field={field} look="list" value={draft.mode} onChange={(mode) => setDraft({ secadmin: null, auditor: null, mode })} options={modes} />}
            </FieldRow>
            <FieldRow label={words.sysadmin}>{({ id }) => <output id={id} className="wizard-plain">{words.me(me.name)}</output>}</FieldRow>
            {draft.mode === 'one' ? null : (
              <>
                {officer('secadmin', rows)}
                {officer('auditor', rows)}
              </>
            )}
          </form>
        )}
      </Loaded>
      {slip === null ? null : <SlipDialog slip={slip} onClose={() => setSlip(null)} />}
    </WizardFrame>
  )
}
