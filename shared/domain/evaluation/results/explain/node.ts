import type { Arithmetic } from './arithmetic.ts'

/** One number of a result and what it is made of, as it is told to somebody; `Source` is the row at the caller's side. */
export interface ToldNode<Source> {
  /** What it is, the same for everybody: `total`, `module`, `M1`, `task` … Unique only together with its place. */
  readonly key: string
  readonly label: string
  /** The rule with the numbers in it; null where the number was simply given. */
  readonly formula: string | null
  /** As it is printed; null where there is none: missing, or not to be shown. */
  readonly value: string | null
  /** How it enters its parent's number: added, taken off, or by the parent's formula alone. */
  readonly enters: 'plus' | 'minus' | 'asStated'
  /** The value is exactly what its children add up to. */
  readonly isSum: boolean
  /** What else must be known about it: roundings, caps, missing scores, exemptions. */
  readonly notes: readonly string[]
  readonly children: readonly ToldNode<Source>[]
  readonly source: Source | null
}

/** The same in the pure tree: sources as the frozen snapshot names them, and the arithmetic of the number, null where it was given or is missing. */
export interface ExplainNode extends ToldNode<ExplainedSource> {
  readonly arithmetic: Arithmetic | null
  readonly children: readonly ExplainNode[]
}

/** One fact of a source row, in words. */
export interface ExplainedFact {
  readonly label: string
  readonly text: string
}

export const sourceKinds = ['assignment', 'rating', 'task', 'ballots', 'leaderScore', 'village', 'event', 'group', 'honour', 'circular', 'deduction', 'quarter'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** A row as the snapshot names it: codes, never database ids. */
export type SourceRef =
  | { readonly kind: 'assignment' }
  | { readonly kind: 'rating'; readonly scorer: string; readonly module: string }
  | { readonly kind: 'task'; readonly task: string }
  | { readonly kind: 'ballots' }
  | { readonly kind: 'leaderScore'; readonly scorer: string }
  | { readonly kind: 'village'; readonly village: string }
  | { readonly kind: 'event'; readonly village: string; readonly date: string; readonly eventKind: string; readonly household: string | null }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'honour'; readonly matter: string; readonly level: string }
  | { readonly kind: 'circular'; readonly effect: 'positive' | 'negative' }
  | { readonly kind: 'deduction'; readonly deduction: string }
  | { readonly kind: 'quarter'; readonly quarter: number }

export interface ExplainedSource {
  readonly ref: SourceRef
  readonly facts: readonly ExplainedFact[]
}
