import { canonicalJson } from '../../lib/canonical-json.ts'

export type Scalar = string | number | boolean | null

/** A field, or a whole row of plain fields; null is an empty field, or a row that is not there. */
export type ChangeValue = Scalar | Readonly<Record<string, Scalar>>

/** A field by its name, or the one row of a list by fields it has: `{ id: 'T012' }`. Never by place, which an earlier amendment may have moved. */
export type PathStep = string | Readonly<Record<string, string>>

/**
 * One value of a frozen quarter that becomes another: `['villages', { id: 'V1' }, 'quarterRank']` 2 → 1. A row is taken out when
 * `after` is null, and added when the path ends at its list and `before` is null.
 */
export interface SnapshotChange {
  readonly path: readonly PathStep[]
  readonly before: ChangeValue
  readonly after: ChangeValue
}

export type Amended =
  | { readonly kind: 'amended'; readonly document: unknown }
  /** What stands there now is not what the change was made from; `place` is that of the change. */
  | { readonly kind: 'stale'; readonly place: number }

type Replaced = { readonly kind: 'replaced'; readonly value: unknown } | { readonly kind: 'stale' }

const stale: Replaced = { kind: 'stale' }
const removed = Symbol('removed')

/** The document of a snapshot with every change made in it, one after the other; the document itself stays as it is. */
export function amend(document: unknown, changes: readonly SnapshotChange[]): Amended {
  let amended = document
  for (const [place, change] of changes.entries()) {
    const made = replaceAt(amended, change.path, change)
    if (made.kind === 'stale') return { kind: 'stale', place }
    amended = made.value
  }
  return { kind: 'amended', document: amended }
}

function replaceAt(value: unknown, [step, ...rest]: readonly PathStep[], change: SnapshotChange): Replaced {
  const { before, after } = change
  if (step === undefined) {
    if (Array.isArray(value)) return before === null && after !== null ? { kind: 'replaced', value: [...value.map((row: unknown) => row), after] } : stale
    return isSame(value, before) ? { kind: 'replaced', value: after } : stale
  }
  if (typeof step === 'string') {
    const fields = fieldsOf(value)
    if (fields === null || !fields.has(step)) return stale
    const made = replaceAt(fields.get(step), rest, change)
    return made.kind === 'stale' ? stale : { kind: 'replaced', value: Object.fromEntries([...fields, [step, made.value]]) }
  }
  if (!Array.isArray(value)) return stale
  const rows: readonly unknown[] = value
  const at = rows.findIndex((row) => hasFields(row, step))
  if (at < 0) return stale
  const made = replaceAt(rows[at], rest, change)
  if (made.kind === 'stale') return stale
  const row = rest.length === 0 && after === null ? removed : made.value
  return { kind: 'replaced', value: rows.map((old, place) => (place === at ? row : old)).filter((one) => one !== removed) }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null
}

function hasFields(row: unknown, wanted: Readonly<Record<string, string>>): boolean {
  const fields = fieldsOf(row)
  return fields !== null && Object.entries(wanted).every(([name, text]) => String(fields.get(name) ?? '') === text)
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
