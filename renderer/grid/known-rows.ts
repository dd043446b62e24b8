import type { CellChange, CellFault } from './paste-plan.ts'
import type { CellRefusal, CellValue } from './types.ts'
import { words } from './vocabulary.ts'

/** A cell as it was loaded. */
export interface SeenCell {
  readonly value: CellValue
  readonly text: string
  /** Whether the server may write it otherwise than it was typed. */
  readonly isFree: boolean
  /** Why the cell may not take the value, by the rules of its column, or null. */
  readonly refuses: (value: CellValue) => string | null
}

/** A row as it was loaded; null of a field nobody types into. */
export interface SeenRow {
  readonly key: string
  readonly version: number
  readonly cell: (field: string) => SeenCell | null
}

/** A value written here whose row was not loaded again yet. */
export interface Written {
  readonly value: CellValue
  readonly text: string
  readonly version: number
}

/** What is known of the rows at the server: as loaded last, and what was written since. */
export interface KnownRows {
  readonly seen: (row: SeenRow) => void
  readonly wrote: (change: CellChange, version: number) => void
  readonly written: (key: string, field: string) => Written | undefined
  readonly versionOf: (key: string) => number
  /** The changes whose cell holds something else than what the user saw. */
  readonly conflicts: (step: readonly CellChange[]) => readonly CellRefusal[]
  /** The changes that the rules of their columns do not take. */
  readonly faults: (step: readonly CellChange[]) => readonly CellFault[]
}

const filled = (value: CellValue) => (value === '' ? null : value)
const same = (one: CellValue, other: CellValue) => Object.is(filled(one), filled(other))

interface OwnWrite extends Written {
  /** Whether the write made a new version of the row: then a row of that version holds what was written and nothing of others. */
  readonly isVersioned: boolean
}

export function createKnownRows(): KnownRows {
  const rows = new Map<string, SeenRow>()
  const versions = new Map<string, number>()
  const writes = new Map<string, Map<string, OwnWrite>>()
  /** What the server made of a value written here (spaces cut, a number rounded). */
  const forms = new Map<string, { readonly wrote: CellValue; readonly stands: CellValue }>()
  const cellId = (key: string, field: string) => `${field}\u0000${key}`
  const versionOf = (key: string) => versions.get(key) ?? 0

  function conflict({ key, field, before, after }: CellChange): string | null {
    const present = writes.get(key)?.get(field) ?? rows.get(key)?.cell(field)
    if (!present || same(present.value, before) || same(present.value, after)) return null
    const form = forms.get(cellId(key, field))
    if (form && same(form.wrote, before) && same(form.stands, present.value)) return null
    return words.changedMeanwhile(present.text)
  }

  return {
    seen: (row) => {
      const { key, version, cell } = row
      if (version < (rows.get(key)?.version ?? 0)) return
      rows.set(key, row)
      versions.set(key, Math.max(version, versionOf(key)))
      const own = writes.get(key)
      for (const [field, write] of own ?? []) {
        if (version < write.version) continue
        own?.delete(field)
        const stands = cell(field)
        if (stands && (write.isVersioned ? version === write.version : stands.isFree) && !same(stands.value, write.value)) forms.set(cellId(key, field), { wrote: write.value, stands: stands.value })
      }
    },
    wrote: ({ key, field, after, afterText }, version) => {
      const own = writes.get(key) ?? new Map<string, OwnWrite>()
      // Nobody else came between two versions that follow upon each other: the older write stands in the newer as well.
      for (const [other, write] of own) if (write.version === version - 1) own.set(other, { ...write, version })
      own.set(field, { value: after, text: afterText, version, isVersioned: version > (rows.get(key)?.version ?? 0) })
      writes.set(key, own)
      forms.delete(cellId(key, field))
      versions.set(key, Math.max(version, versionOf(key)))
    },
    written: (key, field) => writes.get(key)?.get(field),
    versionOf,
    conflicts: (step) =>
      step.flatMap((change) => {
        const reason = conflict(change)
        return reason === null ? [] : [{ key: change.key, field: change.field, reason }]
      }),
    faults: (step) =>
      step.flatMap(({ key, field, after, afterText }) => {
        const reason = rows.get(key)?.cell(field)?.refuses(after) ?? null
        return reason === null ? [] : [{ key, field, reason, row: null, text: afterText }]
      }),
  }
}
