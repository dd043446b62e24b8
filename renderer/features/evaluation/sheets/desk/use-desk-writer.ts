import { useRef, useState } from 'react'
import { useApi } from '../../../../api/api.ts'
import type { CellRefusal, EditOutcome, GridEditing, RowEdit } from '../../../../grid/types.ts'
import type { SheetRow } from '../../../plans/api-types.ts'
import { readChoice, type Choice } from '../ballot/ballot-choice.ts'
import { entryFields, readEdits } from '../entry-edits.ts'
import { createEntryWriter } from '../entry-writer.ts'
import { deskFields, noted, type SheetField } from './desk-columns.tsx'
import type { DeskRow } from './desk-rows.ts'

export interface DeskWriter {
  readonly apply: GridEditing['apply']
  /** The version of a sheet that is on the screen: as loaded, or as written from here since. */
  readonly versionOf: (sheet: SheetRow) => number
}

interface DeskState {
  readonly rows: readonly DeskRow[]
  readonly updatedAt: number
  readonly bands: readonly string[]
}

/** Writes what is typed on the desk: scores and notes on their sheets at once, votes into the page alone. */
export function useDeskWriter(state: DeskState, onChoose: (staffId: string, choice: Choice | null) => void): DeskWriter {
  const { client } = useApi()
  const versions = useRef(new Map<string, number>())
  const [writer] = useState(() =>
    createEntryWriter(client, (sheetId, version) => {
      if (version === (versions.current.get(sheetId) ?? version - 1) + 1) versions.current.set(sheetId, version)
    }),
  )
  const latest = useRef(state)
  latest.current = state

  const versionOf = (sheet: SheetRow) => Math.max(versions.current.get(sheet.id) ?? 0, sheet.version)

  /** One sheet's part of a step, as edits of its people. */
  async function writeSheet(sheet: SheetRow, edits: readonly RowEdit[], rows: ReadonlyMap<string, DeskRow>): Promise<readonly CellRefusal[]> {
    versions.current.set(sheet.id, versionOf(sheet))
    const loaded = { sheet, updatedAt: latest.current.updatedAt }
    const field: SheetField = sheet.kind
    const ofPeople = edits.flatMap(({ key, changes }): readonly RowEdit[] => {
      const row = rows.get(key)
      const on = row?.[field] ?? null
      if (row === undefined || on === null || on.sheet.id !== sheet.id) return []
      const own = {
        ...(field in changes ? { [entryFields.given]: changes[field] ?? null } : {}),
        ...(deskFields.note in changes && noted(row)?.sheet.id === sheet.id ? { [entryFields.note]: changes[deskFields.note] ?? null } : {}),
      }
      return Object.keys(own).length === 0 ? [] : [{ key: row.staffId, version: writer.present(loaded, row.staffId)?.version ?? 0, changes: own }]
    })
    const scaleOf = (staffId: string) => sheet.entries.find((entry) => entry.staffId === staffId)?.scale ?? sheet.scale
    const read = readEdits(ofPeople, (staffId) => writer.present(loaded, staffId), scaleOf)
    const refused = read.refused.length > 0 ? read.refused : await writer.write(loaded, read.entries)
    return refused.map(({ key, reason }) => ({ key: [...rows.values()].find((row) => row.staffId === key && row[field]?.sheet.id === sheet.id)?.key ?? key, field, reason }))
  }

  return {
    versionOf,
    async apply(edits): Promise<EditOutcome> {
      const rows = new Map(latest.current.rows.map((row) => [row.key, row]))
      const touched = new Map(edits.flatMap(({ key }) => [rows.get(key)?.head, rows.get(key)?.leader].flatMap((on) => (on ? [[on.sheet.id, on.sheet] as const] : []))))
      const refused: CellRefusal[] = []
      for (const sheet of touched.values()) refused.push(...(await writeSheet(sheet, edits, rows)))
      for (const { key, changes } of edits) {
        const row = rows.get(key)
        if (row === undefined || !(deskFields.ballot in changes)) continue
        const choice = readChoice(String(changes[deskFields.ballot] ?? ''), latest.current.bands)
        if (choice !== 'refused') onChoose(row.staffId, choice)
      }
      const bad = new Set(refused.map(({ key }) => key))
      return { applied: edits.filter(({ key }) => !bad.has(key)).map(({ key, version, changes }) => ({ key, version: version + stepsOf(changes) })), refused }
    },
  }
}

/** How far the version of a row rises: with each entry, and with the vote. */
function stepsOf(changes: RowEdit['changes']): number {
  const entries = ['head', 'leader'].filter((field) => field in changes).length
  return Math.max(entries, deskFields.note in changes ? 1 : 0) + (deskFields.ballot in changes ? 1 : 0)
}
