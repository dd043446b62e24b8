import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { Subject } from '../../../shared/domain/township/access/scope.ts'
import { cellFaultReason } from '../../../shared/domain/cells/vocabulary.ts'
import type { CellFault } from '../../../shared/domain/cells/fault.ts'
import type { Read, Write } from '../../db/types.ts'
import type { Guarded } from './guard.ts'

/** A row (`field` null), or one cell of it, that a batch leaves as it was, and why. `code` may be finer than the refusal's. */
export interface Refused<Field extends string> {
  readonly id: string
  readonly field: Field | null
  readonly code: string
  readonly refusal: Refusal
}

export function refusedRow(id: string, refusal: Refusal): Refused<never> {
  return { id, field: null, code: refusal.code, refusal }
}

export function refusedField<Field extends string>(id: string, field: Field, refusal: Refusal): Refused<Field> {
  return { id, field, code: refusal.code, refusal }
}

/** A cell whose content is at fault. */
export function refusedCell<Field extends string>(id: string, field: Field, fieldName: string, fault: CellFault): Refused<Field> {
  return { id, field, code: fault.kind, refusal: new Refusal('invalid_input', { field: fieldName, reason: cellFaultReason(fault) }) }
}

/** The input of an edit of cells: each as typed, null or blank text to empty it. */
export interface CellRows<Field extends string> {
  readonly rows: readonly { readonly id: string; readonly version: number; readonly changes: Readonly<Partial<Record<Field, string | number | null | undefined>>> }[]
  readonly mode: 'all' | 'good'
}

/** What is ready to be written, and what is refused, before anything is written. */
export interface Batch<Item, Field extends string> {
  readonly ready: readonly Item[]
  readonly refused: readonly Refused<Field>[]
}

export interface BatchAct<Item> {
  /** What writing the item concerns; the guard checks it once more inside the transaction. */
  readonly about: (read: Read, item: Item) => readonly Subject[]
  /** Writes one item; `detail` is what the audit log keeps of it. */
  readonly write: (tx: Write, now: string, item: Item) => { readonly id: string; readonly version: number; readonly detail: unknown }
}

const accessCodes: ReadonlySet<string> = new Set<ErrorCode>(['out_of_scope', 'about_self', 'doer_verifies'])

/**
 * Writes what is ready in one transaction with one audit entry, that also names the rows barred by scope. Mode `all` writes
 * nothing as soon as anything is refused.
 */
export function runBatch<Item, Field extends string>(guard: Guarded, mode: 'all' | 'good', batch: Batch<Item, Field>, act: BatchAct<Item>) {
  const refused = batch.refused.map(({ id, field, code, refusal }) => ({ id, field, code, message: refusal.message }))
  const ready = mode === 'all' && refused.length > 0 ? [] : batch.ready
  const barred = refused.filter(({ code }) => accessCodes.has(code)).map(({ id, code }) => ({ id, code }))
  if (ready.length === 0 && barred.length === 0) return { applied: [], refused }
  const written = guard.mutate({
    about: (read) => ready.flatMap((item) => act.about(read, item)),
    write: (tx, now) => ready.map((item) => act.write(tx, now, item)),
    audit: (rows) => ({ subject: null, detail: { rows: rows.map(({ detail }) => detail), refused: barred } }),
  })
  return { applied: written.map(({ id, version }) => ({ id, version })), refused }
}
