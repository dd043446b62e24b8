import { sheetCount } from '../../../../../shared/domain/plans/scorer-rules.ts'
import type { BallotAnswer, EntryRow, SheetRow } from '../../../plans/api-types.ts'
import type { Choice, Choices } from '../ballot/ballot-choice.ts'

/** A person on a sheet of the scorer. */
export interface OnSheet {
  readonly sheet: SheetRow
  readonly entry: EntryRow
}

/** One person in one module, with all that one scorer gives him: M1, M4, and his vote. */
export interface DeskRow {
  readonly key: string
  readonly staffId: string
  readonly staffName: string
  readonly moduleName: string
  readonly postName: string
  readonly head: OnSheet | null
  readonly leader: OnSheet | null
  /** He is to be voted on; `choice` is null until it has been chosen. */
  readonly ballot: { readonly choice: Choice | null } | null
}

/** The sheets that a scorer has still to hand in, and his ballot while he may cast it. */
export interface Desk {
  readonly sheets: readonly SheetRow[]
  readonly ballot: BallotAnswer | null
}

/** What a scorer has still to give in a period. */
export function deskOf(sheets: readonly SheetRow[], ballot: BallotAnswer): Desk {
  return { sheets: sheets.filter(({ isOwn, state }) => isOwn && state === 'draft'), ballot: ballot.isOpen && !ballot.hasVoted ? ballot : null }
}

/** How many things there are to hand in. */
export function itemsOf({ sheets, ballot }: Desk): number {
  return sheets.length + (ballot === null ? 0 : 1)
}

/** The people of all sheets and of the ballot, each once a module, in the order of the sheets; who is only voted on comes last. */
export function deskRows({ sheets, ballot }: Desk, choices: Choices): readonly DeskRow[] {
  const rows = new Map<string, DeskRow>()
  for (const sheet of sheets) {
    for (const entry of sheet.entries) {
      const key = `${entry.staffId} ${sheet.moduleId ?? ''}`
      const before = rows.get(key) ?? { key, staffId: entry.staffId, staffName: entry.staffName, moduleName: entry.moduleName, postName: entry.postName, head: null, leader: null, ballot: null }
      rows.set(key, { ...before, [sheet.kind]: { sheet, entry } })
    }
  }
  const voted = new Set<string>()
  const colleagues = new Map((ballot?.colleagues ?? []).map((colleague) => [colleague.staffId, colleague]))
  const onSheets = [...rows.values()].map((row): DeskRow => {
    if (!colleagues.has(row.staffId) || voted.has(row.staffId)) return row
    voted.add(row.staffId)
    return { ...row, ballot: { choice: choices.get(row.staffId) ?? null } }
  })
  const others = [...colleagues.values()].filter(({ staffId }) => !voted.has(staffId)).map((colleague): DeskRow => ({ ...colleague, key: `${colleague.staffId} `, head: null, leader: null, ballot: { choice: choices.get(colleague.staffId) ?? null } }))
  return [...onSheets, ...others]
}

/** A sheet that could be handed in as it stands, or what keeps it back. */
export interface SheetReadiness {
  readonly sheet: SheetRow
  readonly left: number
  readonly isReady: boolean
}

export function readinessOf(sheet: SheetRow): SheetReadiness {
  const { left, faults } = sheetCount(sheet.entries, sheet.scale, sheet.rules)
  return { sheet, left, isReady: left === 0 && faults.length === 0 }
}

/** How many of the colleagues have not been chosen for. */
export function votesLeft({ ballot }: Desk, choices: Choices): number {
  return (ballot?.colleagues ?? []).filter(({ staffId }) => !choices.has(staffId)).length
}
