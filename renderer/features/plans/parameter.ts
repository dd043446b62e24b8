import type { DocumentPath } from './document-path.ts'
import type { groupNames } from './vocabulary.ts'
import type { ListKind, TableKind } from './parameter-kinds.ts'

export interface ParameterChoice {
  readonly value: string
  readonly label: string
}

/** How a constant is typed. A nullable number may be empty, which says “no limit”; an optional choice or text that is empty is not in the document. */
export type ParameterKind =
  | { readonly kind: 'decimal' | 'count'; readonly nullable: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly ParameterChoice[]; readonly optional: boolean }
  /** A list of codes. */
  | { readonly kind: 'codes'; readonly choices: readonly ParameterChoice[] }
  /** A word of the township's own instead of the usual one. */
  | { readonly kind: 'text'; readonly usual: string }

/** One constant of a plan: where it stands in the document and what it is called. */
export interface Parameter {
  readonly path: DocumentPath
  readonly label: string
  readonly type: ParameterKind
}

/** One row of a table or list that can grow: its name or place, and its constants. */
export interface ParameterRow {
  readonly key: string | number
  readonly name: string
  readonly parameters: readonly Parameter[]
}

/** What a part of a plan is made of: single constants, a table whose names are the plan's own, a list by place, the pools. */
export type GroupPart =
  | { readonly kind: 'fields'; readonly parameters: readonly Parameter[] }
  | { readonly kind: 'table'; readonly of: TableKind; readonly path: DocumentPath; readonly rows: readonly ParameterRow[] }
  | { readonly kind: 'list'; readonly of: ListKind; readonly path: DocumentPath; readonly rows: readonly ParameterRow[] }
  | { readonly kind: 'pools'; readonly path: DocumentPath; readonly rows: readonly ParameterRow[] }

export type GroupKey = keyof typeof groupNames

export interface ParameterGroup {
  readonly key: GroupKey
  readonly title: string
  readonly parts: readonly GroupPart[]
}

export function parametersOf({ parts }: ParameterGroup): readonly Parameter[] {
  return parts.flatMap((part) => (part.kind === 'fields' ? part.parameters : part.rows.flatMap(({ parameters }) => parameters)))
}
