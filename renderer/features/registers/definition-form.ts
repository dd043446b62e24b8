import { proposalFaults, type Proposal, type ProposalPart } from '../../../shared/domain/registers/proposal.ts'
import { definitionFaults, tidyColumn } from '../../../shared/domain/registers/definition.ts'
import type { RegisterColumnType } from '../../../shared/domain/registers/codes.ts'
import { changeFaultPath, changeFaultText } from '../../../shared/domain/registers/vocabulary.ts'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { lengthFaults } from '../../frame/field-faults.ts'
import { moduleWords } from '../../frame/vocabulary.ts'
import type { Column, Register, RegisterProposal } from './types.ts'
import { defineWords } from './vocabulary.ts'

/** A column as it stands in the form; `key` tells new ones apart. */
export interface ColumnDraft {
  readonly key: string
  readonly id: string | null
  readonly title: string
  readonly type: RegisterColumnType
  readonly unit: string
  /** `已办结、办理中` */
  readonly options: string
  readonly required: boolean
  readonly isUnique: boolean
  readonly inList: boolean
  readonly total: boolean
}

/** What is proposed, by titles; '' where no column is chosen. */
export interface ProposalDraft {
  readonly kind: RegisterProposal['kind'] | 'none'
  readonly eventKind: string
  readonly columns: Readonly<Partial<Record<ProposalPart, string>>>
}

export interface DefinitionDraft {
  readonly name: string
  readonly description: string
  readonly columns: readonly ColumnDraft[]
  readonly removed: readonly ColumnDraft[]
  readonly proposal: ProposalDraft
}

const noProposal: ProposalDraft = { kind: 'none', eventKind: 'visit', columns: {} }

export const parts = { none: [], event: ['staff', 'village', 'date', 'household', 'quantity'], honour: ['staff', 'date', 'matter', 'level'], circular: ['staff', 'date', 'matter', 'circular'] } as const satisfies Readonly<Record<ProposalDraft['kind'], readonly ProposalPart[]>>
/** Parts that may stay open. */
export const openParts: readonly ProposalPart[] = ['household', 'quantity']

export function blankColumn(key: string, title = ''): ColumnDraft {
  return { key, id: null, title, type: 'text', unit: '', options: '', required: false, isUnique: false, inList: true, total: false }
}

export function blankDefinition(): DefinitionDraft {
  return { name: '', description: '', columns: [blankColumn('new-0')], removed: [], proposal: noProposal }
}

function draftOfColumn(column: Column): ColumnDraft {
  return { ...column, key: column.id, unit: column.unit ?? '', options: column.options.join('、') }
}

export function draftOfRegister({ name, description, columns, removedColumns, proposal }: Register): DefinitionDraft {
  return { name, description: description ?? '', columns: columns.map(draftOfColumn), removed: removedColumns.map(draftOfColumn), proposal: proposal === null ? noProposal : draftOfProposal(proposal) }
}

function draftOfProposal(proposal: RegisterProposal): ProposalDraft {
  switch (proposal.kind) {
    case 'event': {
      const { staff, village, date, household, quantity } = proposal
      return { kind: 'event', eventKind: proposal.eventKind, columns: { staff, village, date, household: household ?? '', quantity: quantity ?? '' } }
    }
    case 'honour': {
      const { staff, date, matter, level } = proposal
      return { ...noProposal, kind: 'honour', columns: { staff, date, matter, level } }
    }
    case 'circular': {
      const { staff, date, matter, circular } = proposal
      return { ...noProposal, kind: 'circular', columns: { staff, date, matter, circular } }
    }
  }
}

/** `已办结、办理中`, also with commas or one a line. */
export function splitOptions(text: string): string[] {
  return text.split(/[、，,;；\n]+/u).map((option) => option.trim()).filter((option) => option !== '')
}

export function proposalOf({ kind, eventKind, columns }: ProposalDraft): RegisterProposal | null {
  const named = (part: ProposalPart): string => columns[part] ?? ''
  const optional = (part: ProposalPart): string | null => (named(part) === '' ? null : named(part))
  const common = { staff: named('staff'), date: named('date') }
  switch (kind) {
    case 'none':
      return null
    case 'event':
      return { kind, eventKind, ...common, village: named('village'), household: optional('household'), quantity: optional('quantity') }
    case 'honour':
      return { kind, ...common, matter: named('matter'), level: named('level') }
    case 'circular':
      return { kind, ...common, matter: named('matter'), circular: named('circular') }
  }
}

export interface DefinitionInput {
  readonly name: string
  readonly description: string | null
  readonly columns: { id: string | null; title: string; type: RegisterColumnType; unit: string | null; options: string[]; required: boolean; isUnique: boolean; inList: boolean; total: boolean }[]
  readonly proposal: RegisterProposal | null
}

export type DefinitionReading = { readonly kind: 'good'; readonly input: DefinitionInput } | { readonly kind: 'bad'; readonly faults: readonly FieldFault[] }

/** The form as the contract takes it, or all that the rules find wrong without knowing the rows. */
export function readDefinition(draft: DefinitionDraft): DefinitionReading {
  const columns = draft.columns.map(({ key: _, unit, options, ...column }) => {
    const tidy = tidyColumn({ ...column, unit: unit.trim() === '' ? null : unit, options: splitOptions(options) })
    return { ...tidy, options: [...tidy.options] }
  })
  const proposal = proposalOf(draft.proposal)
  const name = draft.name.trim()
  const faults: FieldFault[] = [
    ...(name === '' ? [{ id: 'name', sentence: moduleWords.required(defineWords.name) }] : lengthFaults('name', defineWords.name, name, 50)),
    ...lengthFaults('description', defineWords.description, draft.description, 500),
    ...definitionFaults(columns).map((fault) => ({ id: changeFaultPath(fault), sentence: `${changeFaultText(fault)}。` })),
    ...proposalFaults(proposal satisfies Proposal | null, columns).map((fault) => ({ id: `proposal.${fault.part}`, sentence: `${changeFaultText({ kind: 'proposal', fault })}。` })),
  ]
  if (faults.length > 0) return { kind: 'bad', faults }
  return { kind: 'good', input: { name, description: draft.description.trim() === '' ? null : draft.description.trim(), columns, proposal } }
}

/** The path of a fault is the id of its field. */
export function fieldOfDefinition(path: string): string {
  return /^(?:name|description|columns|proposal)\b/.test(path) ? path : ''
}

/** The columns with one moved up (−1) or down (1). */
export function moved(columns: readonly ColumnDraft[], index: number, by: -1 | 1): readonly ColumnDraft[] {
  const [one, other] = [columns[index], columns[index + by]]
  if (one === undefined || other === undefined) return columns
  return columns.map((column, place) => (place === index ? other : place === index + by ? one : column))
}
