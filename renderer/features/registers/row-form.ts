import type { Column, LedgerRow } from './types.ts'

/** What stands in the form by column: as it is typed. */
export type RowDraft = Readonly<Record<string, string>>

/** A row as it is typed again: people and villages by name. */
export function draftOf(columns: readonly Column[], row: Pick<LedgerRow, 'cells' | 'names'>): RowDraft {
  return Object.fromEntries(columns.flatMap(({ id }): [string, string][] => {
    const text = row.names[id] ?? row.cells[id]
    return text === undefined ? [] : [[id, text]]
  }))
}

/** The cells that were typed differently; an emptied one is null. */
export function changedCells(before: RowDraft, after: RowDraft): Record<string, string | null> {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries([...ids].flatMap((id): [string, string | null][] => {
    const [from, to] = [before[id] ?? '', after[id] ?? '']
    return from === to ? [] : [[id, to === '' ? null : to]]
  }))
}

/** `cells.<id>` → the id of its row in the form; '' for anything else. */
export function fieldOfPath(path: string): string {
  return path.startsWith('cells.') ? path.slice('cells.'.length) : ''
}
