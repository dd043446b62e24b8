import { useRef, useState } from 'react'
import { useApi } from '../../../api/api.ts'
import type { EditOutcome, GridEditing } from '../../../grid/types.ts'
import type { SheetRow } from '../../plans/api-types.ts'
import { readEdits, type Entry } from './entry-edits.ts'
import { createEntryWriter } from './entry-writer.ts'

/** Writes what is typed on one sheet; `onWritten` hears of the version the sheet has then. */
export function useEntryWriter(sheet: SheetRow, updatedAt: number, onWritten: (sheetVersion: number) => void): GridEditing['apply'] {
  const { client } = useApi()
  const hears = useRef(onWritten)
  hears.current = onWritten
  const [writer] = useState(() => createEntryWriter(client, (_, version) => hears.current(version)))
  const latest = useRef({ sheet, updatedAt })
  latest.current = { sheet, updatedAt }

  function scaleOf(staffId: string) {
    return latest.current.sheet.entries.find((entry) => entry.staffId === staffId)?.scale ?? latest.current.sheet.scale
  }

  return async (edits, mode): Promise<EditOutcome> => {
    const read = readEdits(edits, (staffId) => writer.present(latest.current, staffId), scaleOf)
    if (mode === 'all' && read.refused.length > 0) return { applied: [], refused: read.refused }
    const refused = await writer.write(latest.current, read.entries)
    if (refused.length === 0) return { applied: appliedOf(read.entries), refused: read.refused }
    if (mode === 'all') return { applied: [], refused }
    const good = read.entries.filter(({ staffId }) => refused.every(({ key }) => key !== staffId))
    const again = await writer.write(latest.current, good)
    return { applied: again.length === 0 ? appliedOf(good) : [], refused: [...read.refused, ...refused, ...again] }
  }
}

function appliedOf(entries: readonly Entry[]): EditOutcome['applied'] {
  return entries.map(({ staffId, version }) => ({ key: staffId, version: version + 1 }))
}
