import type { ScoreScale } from '../../../../shared/domain/plans/scorer-rules.ts'
import type { CellRefusal, RowEdit } from '../../../grid/types.ts'
import { readGiven, type Given } from './given.ts'

/** The fields of a row that a scorer may change. */
export const entryFields = { given: 'given', note: 'note' } as const

export interface Entry extends Given {
  readonly staffId: string
  readonly note: string | null
  /** As the scorer saw it. */
  readonly version: number
}

export interface ReadEdits {
  readonly entries: readonly Entry[]
  readonly refused: readonly CellRefusal[]
}

/** The edits of a step as whole entries: what is not changed stays as `present` has it. */
export function readEdits(edits: readonly RowEdit[], present: (staffId: string) => Entry | undefined, scaleOf: (staffId: string) => ScoreScale): ReadEdits {
  const entries: Entry[] = []
  const refused: CellRefusal[] = []
  for (const { key, version, changes } of edits) {
    const before = present(key)
    if (before === undefined) continue
    const note = entryFields.note in changes ? textOf(changes[entryFields.note]) : before.note
    const reading = entryFields.given in changes ? readGiven(textOf(changes[entryFields.given]) ?? '', scaleOf(key)) : { kind: 'given' as const, given: before }
    if (reading.kind === 'refused') refused.push({ key, field: entryFields.given, reason: reading.sentence })
    else entries.push({ staffId: key, band: reading.given.band, score: reading.given.score, note, version })
  }
  return { entries, refused }
}

function textOf(value: unknown): string | null {
  const text = value === null || value === undefined ? '' : String(value).trim()
  return text === '' ? null : text
}
