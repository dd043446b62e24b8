import { assertNever } from '../../lib/assert-never.ts'
import { isJsonObject } from '../../lib/json.ts'
import type { CircularKind } from '../plans/points/codes.ts'
import type { RegisterColumnType } from './codes.ts'
import type { ColumnDefinition } from './column.ts'

/**
 * What a row may propose, and which columns it is made of: by their id where it is kept, by their title where it is defined.
 * `circular` names the column that says whether the 通报 praises or blames.
 */
export type Proposal =
  | { readonly kind: 'event'; readonly eventKind: string; readonly staff: string; readonly village: string; readonly date: string; readonly household: string | null; readonly quantity: string | null }
  | { readonly kind: 'honour'; readonly staff: string; readonly date: string; readonly matter: string; readonly level: string }
  | { readonly kind: 'circular'; readonly staff: string; readonly date: string; readonly matter: string; readonly circular: string }

/** A part of a proposal that no column in use can fill. */
export interface ProposalFault {
  readonly part: ProposalPart
  readonly title: string
  readonly types: readonly RegisterColumnType[]
}

export type ProposalPart = 'staff' | 'village' | 'date' | 'household' | 'quantity' | 'matter' | 'level' | 'circular'

/** What the column of each part must be. */
export const partTypes: Readonly<Record<ProposalPart, readonly RegisterColumnType[]>> = {
  staff: ['person'],
  village: ['village'],
  date: ['date'],
  household: ['text'],
  quantity: ['number'],
  matter: ['text', 'long_text'],
  level: ['text', 'choice'],
  circular: ['choice'],
}

/** The parts of a proposal with the column each names; a part that is left open is not among them. */
export function partsOf(proposal: Proposal): readonly { readonly part: ProposalPart; readonly column: string }[] {
  const named = (part: ProposalPart, column: string | null) => (column === null ? [] : [{ part, column }])
  switch (proposal.kind) {
    case 'event':
      return [...named('staff', proposal.staff), ...named('village', proposal.village), ...named('date', proposal.date), ...named('household', proposal.household), ...named('quantity', proposal.quantity)]
    case 'honour':
      return [...named('staff', proposal.staff), ...named('date', proposal.date), ...named('matter', proposal.matter), ...named('level', proposal.level)]
    case 'circular':
      return [...named('staff', proposal.staff), ...named('date', proposal.date), ...named('matter', proposal.matter), ...named('circular', proposal.circular)]
    default:
      return assertNever(proposal)
  }
}

/** The parts, by title, that the columns in use cannot fill. */
export function proposalFaults(proposal: Proposal | null, columns: readonly Pick<ColumnDefinition, 'title' | 'type'>[]): readonly ProposalFault[] {
  if (proposal === null) return []
  return partsOf(proposal).flatMap(({ part, column }) => {
    const found = columns.find(({ title }) => title === column)
    return found !== undefined && partTypes[part].includes(found.type) ? [] : [{ part, title: column, types: partTypes[part] }]
  })
}

/** The proposal with each column named by what `named` gives for it; null as soon as one is unknown. */
export function renameColumns(proposal: Proposal, named: (column: string) => string | undefined): Proposal | null {
  const parts = partsOf(proposal).map(({ part, column }) => [part, named(column)] as const)
  if (parts.some(([, column]) => column === undefined)) return null
  return readProposal({ ...proposal, ...Object.fromEntries(parts) })
}

/** A proposal as it is kept; null for what is none. */
export function readProposal(value: unknown): Proposal | null {
  if (!isJsonObject(value)) return null
  const text = (key: string): string => (typeof value[key] === 'string' ? value[key] : '')
  const optional = (key: string): string | null => (typeof value[key] === 'string' ? value[key] : null)
  switch (value['kind']) {
    case 'event':
      return { kind: 'event', eventKind: text('eventKind'), staff: text('staff'), village: text('village'), date: text('date'), household: optional('household'), quantity: optional('quantity') }
    case 'honour':
      return { kind: 'honour', staff: text('staff'), date: text('date'), matter: text('matter'), level: text('level') }
    case 'circular':
      return { kind: 'circular', staff: text('staff'), date: text('date'), matter: text('matter'), circular: text('circular') }
    default:
      return null
  }
}

/** `正面通报`, `表扬` praise, `反面通报`, `批评` blame; anything else says neither. */
export function circularKindOf(text: string): CircularKind | null {
  if (/正面|表扬|先进/u.test(text)) return 'positive'
  return /反面|批评|曝光|后进/u.test(text) ? 'negative' : null
}
