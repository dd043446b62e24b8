import { Input } from 'antd'
import type { ReactNode } from 'react'
import { townshipKinds } from '../../../../shared/contract/desk/door.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { Section } from '../../../ui/Section.tsx'
import { faultAt, stillOpen } from '../../township/system/form-faults.ts'
import { kindOf, reportingUnitOf, townshipFaults, townshipIds as ids, type TownshipDraft } from './new-township.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { PasswordRules } from './PasswordRules.tsx'
import { passwordState } from './password-rules.ts'
import { townshipKindLabels, townshipWords as words } from './vocabulary.ts'
import { wizardForm } from './WizardFrame.tsx'

export interface TownshipStepProps {
  readonly draft: TownshipDraft
  readonly faults: readonly FieldFault[]
  readonly onChange: (draft: TownshipDraft) => void
  readonly onSubmit: () => void
}

/** What the township is called and to whom it reports, and who makes it. */
export function TownshipStep({ draft, faults, onChange, onSubmit }: TownshipStepProps): ReactNode {
  const set = (change: Partial<TownshipDraft>) => onChange({ ...draft, ...change })
  // A field that was wrong is marked until it is right; the list above stays as it was when the page was sent.
  const open = stillOpen(faults, townshipFaults(draft))
  return (
    <form
      id={wizardForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormErrors faults={faults} />
      <div className="wizard-columns">
        <Section title={words.section}>
          <FieldRow label={words.name} id={ids.name} required fault={faultAt(open, ids.name)}>
            {(field) => <Input {...field} autoFocus placeholder={words.namePlaceholder} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
          </FieldRow>
          <FieldRow label={words.kind} isGroup>
            {(field) => <Choices field={field} value={kindOf(draft)} onChange={(kind) => set({ kind })} options={townshipKinds.map((kind) => ({ value: kind, label: townshipKindLabels[kind] }))} />}
          </FieldRow>
          <FieldRow label={words.county} id={ids.county} required fault={faultAt(open, ids.county)}>
            {(field) => <Input {...field} placeholder={words.countyPlaceholder} value={draft.county} onChange={(event) => set({ county: event.target.value })} />}
          </FieldRow>
          <FieldRow label={words.reportingUnit} id={ids.reportingUnit} required fault={faultAt(open, ids.reportingUnit)} help={words.reportingHelp}>
            {(field) => <Input {...field} value={reportingUnitOf(draft)} onChange={(event) => set({ reportingUnit: event.target.value })} />}
          </FieldRow>
          <FieldRow label={words.year} id={ids.year} required fault={faultAt(open, ids.year)}>
            {(field) => <Input {...field} inputMode="numeric" value={draft.year} onChange={(event) => set({ year: event.target.value })} style={{ width: 120 }} />}
          </FieldRow>
        </Section>
        <Section title={words.administrator} note={words.administratorNote}>
          <FieldRow label={words.account} id={ids.account} required fault={faultAt(open, ids.account)} help={words.accountHelp}>
            {(field) => <Input {...field} autoComplete="username" spellCheck={false} value={draft.account} onChange={(event) => set({ account: event.target.value })} />}
          </FieldRow>
          <FieldRow label={words.password} id={ids.password} required fault={faultAt(open, ids.password)}>
            {(field) => <PasswordInput field={field} purpose="new-password" value={draft.password} onChange={(password) => set({ password })} />}
          </FieldRow>
          <FieldRow label={words.repeat} id={ids.repeat} required fault={faultAt(open, ids.repeat)} help={<PasswordRules state={passwordState({ next: draft.password, repeat: draft.repeat, current: '' })} replaces={false} />}>
            {(field) => <PasswordInput field={field} purpose="new-password" value={draft.repeat} onChange={(repeat) => set({ repeat })} />}
          </FieldRow>
        </Section>
      </div>
    </form>
  )
}
