import { and, asc, eq } from 'drizzle-orm'
import type { gridScoreFields } from '../../../../shared/contract/villages/grids.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { gridParts, gridTotal, rankGrids, readGridPart, type GridPart } from '../../../../shared/domain/villages/grids/grid-score.ts'
import { isGridMonth } from '../../../../shared/domain/villages/grids/grid-stop.ts'
import { gridMarkFault, gridPartNames } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import { grid, gridPerson, gridScore, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { refusedField, refusedRow, runBatch, type CellRows, type Refused } from '../../app/batch.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { coversDay } from '../../app/standing.ts'
import { nouns } from '../../app/vocabulary.ts'
import { keepersOf } from '../../township/organisation/keepers.ts'
import { stoppedRefusal } from './standing.ts'
import { gridActs, gridFaults, gridFieldNames } from './vocabulary.ts'

type ScoreField = (typeof gridScoreFields)[number]

const noMarks = { routine: null, handling: null, opinion: null, bonus: null, note: null } as const

/** The grids of a month with their marks: those in use, and those stopped in it or later. */
export function scoresOf(read: Read, month: string) {
  const day = `${month}-01`
  const people = read.select({ gridId: gridPerson.gridId, role: gridPerson.role, name: gridPerson.name }).from(gridPerson).where(coversDay(gridPerson.from, gridPerson.to, day)).orderBy(asc(gridPerson.seq)).all()
  const named = (gridId: string, role: 'head' | 'full_time') => people.filter((person) => person.gridId === gridId && person.role === role).map(({ name }) => name).join('、')
  const rows = read
    .select({ gridId: grid.id, code: grid.code, name: grid.name, villageName: village.name, stoppedOn: grid.stoppedOn, score: gridScore })
    .from(grid)
    .innerJoin(village, eq(village.id, grid.villageId))
    .leftJoin(gridScore, and(eq(gridScore.gridId, grid.id), eq(gridScore.month, month)))
    .orderBy(asc(village.seq), asc(grid.seq))
    .all()
    .filter(({ stoppedOn }) => isGridMonth(stoppedOn, month))
    .map(({ score, gridId, code, name, villageName }) => {
      const { routine, handling, opinion, bonus, note } = score ?? noMarks
      return { gridId, code, name, villageName, head: named(gridId, 'head'), fullTime: named(gridId, 'full_time'), routine, handling, opinion, bonus, note, total: gridTotal({ routine, handling, opinion, bonus }), version: seenVersion(score) }
    })
  const ranks = rankGrids(rows.map(({ total }) => total))
  return rows.map((row, place) => ({ ...row, rank: ranks[place] ?? null }))
}

/** 1 where nothing has been entered; what has been entered counts on from there. */
function seenVersion(score: { readonly version: number } | null): number {
  return score === null ? 1 : score.version + 1
}

interface ScoreEdit {
  readonly gridId: string
  readonly version: number
  readonly changes: Readonly<Partial<Record<GridPart, number | null>>> & { readonly note?: string | null }
}

/** Marks of many grids as typed or pasted. */
export function editScores(app: App, guard: Guarded, { rows, mode, month }: CellRows<ScoreField> & { readonly month: string }) {
  if (month > dayInChina(guard.now).slice(0, 7)) throw new Refusal('invalid_input', { field: gridFieldNames.month, reason: gridFaults.monthAhead })
  const plans = rows.map(({ id, version, changes }) => planOf(guard.read, month, id, version, changes))
  return runBatch(guard, mode, { ready: plans.flatMap(({ edit }) => edit ?? []), refused: plans.flatMap(({ refused }) => refused) }, {
    about: (read) => [keepersOf(read, 'grids', guard.actor.standing)],
    write(tx, _, { gridId, version, changes }: ScoreEdit) {
      const present = tx.select().from(gridScore).where(and(eq(gridScore.gridId, gridId), eq(gridScore.month, month))).get()
      // A bonus taken out is none.
      const { bonus, ...marks } = changes
      const columns = bonus === undefined ? marks : { ...marks, bonus: bonus ?? 0 }
      if (present === undefined) tx.insert(gridScore).values({ id: app.environment.newId(), gridId, month, ...columns }).run()
      else tx.update(gridScore).set({ ...columns, version: present.version + 1 }).where(eq(gridScore.id, present.id)).run()
      return { id: gridId, version: version + 1, detail: { gridId, month, ...changes } }
    },
  })
}

function planOf(read: Read, month: string, gridId: string, version: number, changes: CellRows<ScoreField>['rows'][number]['changes']): { readonly edit: ScoreEdit | null; readonly refused: readonly Refused<ScoreField>[] } {
  const place = read.select().from(grid).where(eq(grid.id, gridId)).get()
  if (place === undefined) return { edit: null, refused: [refusedRow(gridId, new Refusal('not_found', { what: nouns.grid }))] }
  if (!isGridMonth(place.stoppedOn, month)) return { edit: null, refused: [refusedRow(gridId, stoppedRefusal(place, gridActs.mark(month)))] }
  const present = read.select().from(gridScore).where(and(eq(gridScore.gridId, gridId), eq(gridScore.month, month))).get()
  if (seenVersion(present ?? null) !== version) return { edit: null, refused: [refusedRow(gridId, new Refusal('changed_meanwhile'))] }
  const refused: Refused<ScoreField>[] = []
  let good: ScoreEdit['changes'] = {}
  for (const part of gridParts) {
    const cell = changes[part]
    if (cell === undefined) continue
    const reading = readGridPart(part, cell === null ? '' : String(cell))
    const fault = gridMarkFault(reading)
    if (reading.kind === 'good') good = { ...good, [part]: reading.value }
    else refused.push(refusedField(gridId, part, new Refusal('invalid_input', { field: gridPartNames[part], reason: fault ?? '' })))
  }
  if (changes.note !== undefined) {
    const note = changes.note === null ? '' : String(changes.note).trim()
    if (note.length > 200) refused.push(refusedField(gridId, 'note', new Refusal('invalid_input', { field: gridFieldNames.note, reason: gridFaults.noteTooLong })))
    else good = { ...good, note: note === '' ? null : note }
  }
  return { edit: Object.keys(good).length === 0 ? null : { gridId, version, changes: good }, refused }
}
