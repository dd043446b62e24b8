import { useRef } from 'react'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { failureOf } from '../../../api/failure.ts'
import type { CellRefusal, EditOutcome, GridEditing } from '../../../grid/types.ts'
import type { SheetRow } from '../api-types.ts'
import { entryFields, readEdits, type Entry } from './entry-edits.ts'

/** What one entry is refused for; everything else is a failure of the whole step. */
const refusalsOfOne: readonly string[] = ['score_out_of_range', 'band_or_score', 'about_self', 'changed_meanwhile']

/**
 * Writes what is typed on a sheet: one entry by its own command, several as one paste. What has been written counts as
 * present at once, before the sheet has been loaded again; `onWritten` hears of the version the sheet has then.
 */
export function useEntryWriter(sheet: SheetRow, updatedAt: number, onWritten: (sheetVersion: number) => void): GridEditing['apply'] {
  const { client } = useApi()
  const written = useRef(new Map<string, { readonly entry: Entry; readonly at: number }>())
  const latest = useRef({ sheet, updatedAt })
  latest.current = { sheet, updatedAt }

  function present(staffId: string): Entry | undefined {
    const own = written.current.get(staffId)
    return own !== undefined && own.at >= latest.current.updatedAt ? own.entry : latest.current.sheet.entries.find((entry) => entry.staffId === staffId)
  }

  function scaleOf(staffId: string) {
    return latest.current.sheet.entries.find((entry) => entry.staffId === staffId)?.scale ?? latest.current.sheet.scale
  }

  async function write(entries: readonly Entry[]): Promise<readonly CellRefusal[]> {
    if (entries.length === 0) return []
    const { refused, sheetVersion } = await writeEntries(client, latest.current.sheet, entries)
    if (sheetVersion === null || refused.length > 0) return refused
    entries.forEach((entry) => written.current.set(entry.staffId, { entry: { ...entry, version: entry.version + 1 }, at: Date.now() }))
    onWritten(sheetVersion)
    return []
  }

  return async (edits, mode): Promise<EditOutcome> => {
    const read = readEdits(edits, present, scaleOf)
    if (mode === 'all' && read.refused.length > 0) return { applied: [], refused: read.refused }
    const refused = await write(read.entries)
    if (refused.length === 0) return { applied: appliedOf(read.entries), refused: read.refused }
    if (mode === 'all') return { applied: [], refused }
    const good = read.entries.filter(({ staffId }) => refused.every(({ key }) => key !== staffId))
    const again = await write(good)
    return { applied: again.length === 0 ? appliedOf(good) : [], refused: [...read.refused, ...refused, ...again] }
  }
}

function appliedOf(entries: readonly Entry[]): EditOutcome['applied'] {
  return entries.map(({ staffId, version }) => ({ key: staffId, version: version + 1 }))
}

interface Answer {
  readonly refused: readonly CellRefusal[]
  /** Null where nothing was written. */
  readonly sheetVersion: number | null
}

/** Nothing is written unless nothing is refused. */
async function writeEntries({ scores }: TownshipClient, sheet: SheetRow, entries: readonly Entry[]): Promise<Answer> {
  const [first] = entries
  if (first !== undefined && entries.length === 1) {
    const enter = !sheet.isOwn ? scores.enterByProxy : sheet.kind === 'head' ? scores.enterHead : scores.enterLeader
    try {
      return { refused: [], ...(await enter({ sheetId: sheet.id, ...first })) }
    } catch (error) {
      const { code, sentence } = failureOf(error)
      if (!refusalsOfOne.includes(code)) throw error
      return { refused: [{ key: first.staffId, field: entryFields.given, reason: sentence }], sheetVersion: null }
    }
  }
  const enterMany = !sheet.isOwn ? scores.enterManyByProxy : sheet.kind === 'head' ? scores.enterManyHead : scores.enterManyLeader
  const { refused, sheetVersion } = await enterMany({ sheetId: sheet.id, entries: [...entries] })
  return { refused: refused.map(({ staffId, message }) => ({ key: staffId, field: entryFields.given, reason: message })), sheetVersion }
}
