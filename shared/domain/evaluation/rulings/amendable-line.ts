import type { ChangeValue, PathStep, Scalar } from './amendment.ts'

export interface ValueChoice {
  readonly value: Scalar
  readonly label: string
}

/** How the new value of a line is given. `blank` is what an empty one means; null where it may not be empty. */
export type AmendEdit =
  | { readonly kind: 'bandOrScore'; readonly bands: readonly string[]; readonly max: string }
  | { readonly kind: 'decimal'; readonly max: string }
  | { readonly kind: 'whole'; readonly blank: string | null }
  | { readonly kind: 'day'; readonly blank: string | null }
  | { readonly kind: 'choice'; readonly choices: readonly ValueChoice[] }
  | { readonly kind: 'range' }
  | { readonly kind: 'remove' }
  /** Nothing is typed: what stands elsewhere now is taken over, `label` in words. */
  | { readonly kind: 'adopt'; readonly after: ChangeValue; readonly label: string }

/** One value of a person's frozen quarter that a ruling may set right; `now` is what stands there, in words. */
export interface AmendableLine {
  readonly path: readonly PathStep[]
  readonly before: ChangeValue
  readonly what: string
  readonly now: string
  readonly edit: AmendEdit
  /** The row may be taken out as a whole. */
  readonly isRemovable: boolean
}

export interface AddedField {
  readonly name: string
  readonly kind: 'text' | 'decimal' | 'day' | 'openDay' | 'choice'
  readonly choices: readonly ValueChoice[]
}

/** A row that a ruling may add: `fixed` fields, and those to be given. */
export interface AddableRow {
  readonly what: string
  readonly path: readonly PathStep[]
  /** Which row of the outer list it is added to: its choice is the `id` of that step of the path which is empty. */
  readonly within: AddedField | null
  readonly fixed: Readonly<Record<string, Scalar>>
  readonly fields: readonly AddedField[]
}

export interface Amendable {
  readonly lines: readonly AmendableLine[]
  readonly additions: readonly AddableRow[]
}

/** A line before it is said in words. */
export type BareLine = Omit<AmendableLine, 'what' | 'now'>
