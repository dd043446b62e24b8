import { Select } from 'antd'
import type { ReactNode } from 'react'
import { planWord } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { proposalKinds } from '../../../shared/domain/registers/codes.ts'
import { partTypes } from '../../../shared/domain/registers/proposal.ts'
import { proposalKindNames, proposalPartNames } from '../../../shared/domain/registers/vocabulary.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { openParts, parts, type ColumnDraft, type ProposalDraft } from './definition-form.ts'
import { defineWords as words } from './vocabulary.ts'

export interface ProposalFieldsProps {
  readonly proposal: ProposalDraft
  readonly columns: readonly ColumnDraft[]
  readonly faults: readonly FieldFault[]
  readonly onTouch: (id: string) => void
  readonly onChange: (proposal: ProposalDraft) => void
}

const serviceKinds = ['visit', 'mediation', 'issue', 'grid', 'tuesday'] as const
const kinds = ['none', ...proposalKinds] as const

/** What a row may propose, and which columns it is made of; only columns of the right type are offered. */
export function ProposalFields({ proposal, columns, faults, onTouch, onChange }: ProposalFieldsProps): ReactNode {
  return (
    <>
      <FieldRow label={words.proposal} help={words.proposalHelp}>
        {(field) => <Select {...field} style={{ width: 240 }} value={proposal.kind} options={kinds.map((value) => ({ value, label: value === 'none' ? words.proposalNone : proposalKindNames[value] }))} onChange={(kind) => onChange({ ...proposal, kind })} />}
      </FieldRow>
      {proposal.kind !== 'event' ? null : (
        <FieldRow label={words.eventKind} required>
          {(field) => <Select<string> {...field} style={{ width: 240 }} value={proposal.eventKind} options={serviceKinds.map((value) => ({ value, label: planWord('service', value) }))} onChange={(eventKind) => onChange({ ...proposal, eventKind })} />}
        </FieldRow>
      )}
      {parts[proposal.kind].map((part) => {
        const id = `proposal.${part}`
        const isOpen = openParts.includes(part)
        const value = proposal.columns[part] ?? ''
        const titles = columns.filter(({ type }) => partTypes[part].includes(type)).map(({ title }) => title.trim())
        const options = [...(isOpen ? [{ value: '', label: words.notUsed }] : []), ...titles.map((title) => ({ value: title, label: title }))]
        return (
          <FieldRow key={part} id={id} label={proposalPartNames[part]} required={!isOpen} fault={faults.find((fault) => fault.id === id)?.sentence}>
            {(field) => (
              <Select<string>
                {...field}
                placeholder={words.pickColumn}
                style={{ width: 240 }}
                {...(value === '' && !isOpen ? {} : { value })}
                options={options}
                onChange={(title) => {
                  onTouch(id)
                  onChange({ ...proposal, columns: { ...proposal.columns, [part]: title } })
                }}
              />
            )}
          </FieldRow>
        )
      })}
    </>
  )
}
