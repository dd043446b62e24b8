import type { TownshipClient } from '../../../api/connection.ts'
import { failureOf } from '../../../api/failure.ts'
import type { CellRefusal } from '../../../grid/types.ts'
import type { SheetRow } from '../../plans/api-types.ts'
import { entryFields, type Entry } from './entry-edits.ts'

/** What one entry is refused for; everything else is a failure of the whole step. */
const refusalsOfOne: readonly string[] = ['score_out_of_range', 'band_or_score', 'about_self', 'changed_meanwhile']

/** A sheet as it is loaded, and when that was, in ms. */
export interface LoadedSheet {
  readonly sheet: SheetRow
  readonly updatedAt: number
}

export interface EntryWriter {
  /** A person's entry as it stands, before the sheet has been loaded again too. */
  readonly present: (of: LoadedSheet, staffId: string) => Entry | undefined
  /** Writes all of the entries, one by its own command, several as one paste, or none and says why not. */
  readonly write: (of: LoadedSheet, entries: readonly Entry[]) => Promise<readonly CellRefusal[]>
}

/** Writes entries on sheets. What has been written counts as present at once; `onWritten` hears of the version the sheet has then. */
export function createEntryWriter(client: TownshipClient, onWritten: (sheetId: string, sheetVersion: number) => void): EntryWriter {
  const written = new Map<string, { readonly entry: Entry; readonly at: number }>()
  const keyOf = (sheet: SheetRow, staffId: string) => `${sheet.id} ${staffId}`
  return {
    present({ sheet, updatedAt }, staffId) {
      const own = written.get(keyOf(sheet, staffId))
      return own !== undefined && own.at >= updatedAt ? own.entry : sheet.entries.find((entry) => entry.staffId === staffId)
    },
    async write({ sheet }, entries) {
      if (entries.length === 0) return []
      const { refused, sheetVersion } = await writeEntries(client, sheet, entries)
      if (sheetVersion === null || refused.length > 0) return refused
      entries.forEach((entry) => written.set(keyOf(sheet, entry.staffId), { entry: { ...entry, version: entry.version + 1 }, at: Date.now() }))
      onWritten(sheet.id, sheetVersion)
      return []
    },
  }
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

/** Hands a sheet in, by its scorer or by proxy. */
export async function submitSheet({ scores }: TownshipClient, sheet: SheetRow, version: number): Promise<void> {
  const submit = !sheet.isOwn ? scores.submitByProxy : sheet.kind === 'head' ? scores.submitHead : scores.submitLeader
  await submit({ sheetId: sheet.id, version })
}
