import { canonicalJson } from '../../../lib/canonical-json.ts'

export type Scalar = string | number | boolean | null

/** A field, or a whole row of plain fields; null is an empty field, or a row that is not there. */
export type ChangeValue = Scalar | Readonly<Record<string, Scalar>>

/** A field by its name, or the one row of a list by fields it has: `{ id: 'T012' }`; of several that have them only equal ones. Never by place, which an earlier amendment may have moved. */
export type PathStep = string | Readonly<Record<string, string>>

/**
 * One value of a frozen quarter that becomes another: `['villages', { id: 'V1' }, 'quarterRank']` 2 → 1. A row is taken out when
 * `after` is null, and added when the path ends at its list and `before` is null; a task is added with its doer: `staff` and `role`
 * beside its own fields.
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
    const made = replaceAt(amended, change.path, { before: change.before, after: change.path.length === 1 ? asRowOf(change.path[0], change.after) : change.after })
    if (made.kind === 'stale') return { kind: 'stale', place }
    amended = made.value
  }
  return { kind: 'amended', document: amended }
}

/** A row as its list holds it. */
function asRowOf(list: PathStep | undefined, row: ChangeValue): unknown {
  if (list !== 'tasks' || typeof row !== 'object' || row === null) return row
  const { staff, role, ...task } = row
  return { ...task, parties: [{ staff, role, completedOn: null, reworks: null, quality: null }] }
}

interface Values {
  readonly before: ChangeValue
  readonly after: unknown
}

function replaceAt(value: unknown, [step, ...rest]: readonly PathStep[], change: Values): Replaced {
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
  const at = placeOf(rows, step)
  if (at === null) return stale
  const made = replaceAt(rows[at], rest, change)
  if (made.kind === 'stale') return stale
  const row = rest.length === 0 && after === null ? removed : made.value
  return { kind: 'replaced', value: rows.map((old, place) => (place === at ? row : old)).filter((one) => one !== removed) }
}

/** What stands at a path of a document; undefined where nothing does, or where the path does not say which of several rows. */
export function valueAt(document: unknown, path: readonly PathStep[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (typeof step === 'string') return fieldsOf(at)?.get(step)
    if (!Array.isArray(at)) return undefined
    const rows: readonly unknown[] = at
    const place = placeOf(rows, step)
    return place === null ? undefined : rows[place]
  }, document)
}

/** The place of the row that has the fields; null where none has, or where those that have are not all the same. */
function placeOf(rows: readonly unknown[], wanted: Readonly<Record<string, string>>): number | null {
  const [first, ...others] = rows.flatMap((row, place) => (hasFields(row, wanted) ? [{ row, place }] : []))
  return first === undefined || others.some(({ row }) => !isSame(row, first.row)) ? null : first.place
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null
}

/** A row that is a bare text has the one field `value`. */
function hasFields(row: unknown, wanted: Readonly<Record<string, string>>): boolean {
  const fields = typeof row === 'string' ? new Map([['value', row]]) : fieldsOf(row)
  return fields !== null && Object.entries(wanted).every(([name, text]) => String(fields.get(name) ?? '') === text)
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
