import type { BookLists, LedgerList, LedgerRows, TeamList, TeamRows } from './export-job.ts'
import { packedRows, type PackedRows } from './packed-rows.ts'

/** The lists of a book as the process that makes it receives them, piece by piece; those that may be long are packed. */
export type ReceivedRows = { readonly [List in LedgerList]: PackedRows<LedgerRows[List]> } & { readonly [List in TeamList]: TeamRows[List][] }

export function noRows(): ReceivedRows {
  return { tasks: packedRows(), overdue: packedRows(), supervisions: packedRows(), orders: packedRows(), tuesdays: [], visits: [], issues: [] }
}

/** Adds one piece. */
export function receiveRows(rows: ReceivedRows, piece: Partial<BookLists>): void {
  rows.tasks.add(piece.tasks ?? [])
  rows.overdue.add(piece.overdue ?? [])
  rows.supervisions.add(piece.supervisions ?? [])
  rows.orders.add(piece.orders ?? [])
  for (const row of piece.tuesdays ?? []) rows.tuesdays.push(row)
  for (const row of piece.visits ?? []) rows.visits.push(row)
  for (const row of piece.issues ?? []) rows.issues.push(row)
}
