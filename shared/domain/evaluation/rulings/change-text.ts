import type { ChangeValue, PathStep, Scalar, SnapshotChange } from './amendment.ts'
import { amendmentWords as words } from './amendment-vocabulary.ts'

/** A change in words: `上溪村·季度名次` 第 2 名 → 第 1 名; `staff` are the codes of those whose own matter it is. */
export interface DescribedChange {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly staff: readonly string[]
}

/** What is needed to say one change: its two values by `said`, and whose it is by the row it takes out, puts in or writes. */
export interface ChangeTexts {
  readonly said: (what: string, text: (value: ChangeValue) => string, staff: readonly string[]) => DescribedChange
  /** The row itself, where the change is of a whole row. */
  readonly row: ChangeValue
  /** The person of the path, and whoever stands in the row before and after. */
  readonly about: (staff: string) => readonly string[]
}

export function changeTexts({ before, after }: Pick<SnapshotChange, 'before' | 'after'>): ChangeTexts {
  return {
    said: (what, text, staff) => ({ what, before: text(before), after: text(after), staff }),
    row: rowOf(before) ?? rowOf(after),
    about: (staff) => [...new Set([staff, ...[before, after].flatMap((value) => (typeof rowOf(value)?.['staff'] === 'string' ? [fieldOf(value, 'staff')] : []))])],
  }
}

/** A row that is named by a field which tells whose it is: without it a change could be about somebody else. */
export function hasKey(step: PathStep | undefined, field: 'id' | 'staff'): step is Readonly<Record<string, string>> {
  return typeof step === 'object' && Object.hasOwn(step, field)
}

export function rowOf(value: ChangeValue): Readonly<Record<string, Scalar>> | null {
  return typeof value === 'object' ? value : null
}

export function fieldOf(value: ChangeValue, name: string): string {
  return String(rowOf(value)?.[name] ?? '')
}

export function textOf(value: ChangeValue): string {
  return value === null || typeof value === 'object' ? words.nothing : String(value)
}

/** `什么（起 至 止）` of a row with days. */
export function rangeText(what: (value: ChangeValue) => string): (value: ChangeValue) => string {
  return (value) => (value === null ? words.nothing : words.range(what(value), fieldOf(value, 'from'), fieldOf(value, 'to')))
}

/** The name of a code; the code itself where there is none, and 无 for nothing. */
export function wordOf<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>, code: string): string {
  const known = codes.find((one) => one === code)
  return known === undefined ? code || words.nothing : names[known]
}
