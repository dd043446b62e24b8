import { asc, eq } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { checkTuesdayCell, type TuesdayChange } from '../../../../shared/domain/villages/tuesday/tuesday-cell.ts'
import { tuesdayFields, type TuesdayField } from '../../../../shared/domain/villages/villages/codes.ts'
import { tuesdayFieldNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import { staff, tuesdayPlan, village } from '../../../db/schema/index.ts'
import { accessFault } from '../../app/access.ts'
import { refusedCell, refusedField, refusedRow, runBatch, type CellRows, type Refused } from '../../app/batch.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextVersion } from '../../app/rows.ts'
import { acts, fields, named, nouns } from '../../app/vocabulary.ts'
import { planName, planOf } from './plan.ts'
import { planRow, subjectsOfPlans, type PlanRow } from './subject.ts'

interface PlanEdit {
  readonly row: PlanRow
  readonly villageId: string
  readonly changes: TuesdayChange
}

/** Cells of the plan of a Tuesday as typed or pasted, of lines where nobody has checked in. */
export function editTuesdayCells(guard: Guarded, { rows, mode }: CellRows<TuesdayField>) {
  const villages = guard.read.select().from(village).orderBy(asc(village.seq)).all()
  const subjectOf = subjectsOfPlans(guard.read, guard)
  const { meta } = contract.tuesday.editCells['~orpc']
  const ready: PlanEdit[] = []
  const refused: Refused<TuesdayField>[] = []

  function plan(id: string, seen: number, cells: CellRows<TuesdayField>['rows'][number]['changes']): void {
    const row = planRow(guard.read, id)
    const fault = accessFault(guard.actor, meta, subjectOf(row))
    if (fault !== null) throw new Refusal(fault)
    if (row.checkedInAt !== null) throw new Refusal('not_in_state', { state: fields.checkedIn, action: acts.editTuesday })
    nextVersion(row, seen)
    let changes: TuesdayChange = {}
    const wrong: Refused<TuesdayField>[] = []
    for (const field of tuesdayFields) {
      const cell = cells[field]
      if (cell === undefined) continue
      const read = checkTuesdayCell(field, cell === null ? null : String(cell), villages)
      if (read.kind === 'bad') wrong.push(refusedCell(id, field, tuesdayFieldNames[field], read.fault))
      else changes = { ...changes, ...read.value }
    }
    const villageId = changes.village ?? row.villageId
    if (villageId !== row.villageId) wrong.push(...villageFaults(guard, row, villageId, villages))
    if (wrong.length > 0) refused.push(...wrong)
    else ready.push({ row, villageId, changes })
  }

  for (const { id, version, changes } of rows) {
    try {
      plan(id, version, changes)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(refusedRow(id, error))
    }
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: (_, { row, villageId }) => [subjectOf(row), subjectOf({ staffId: row.staffId, villageId })],
    write(tx, _, { row, villageId, changes }) {
      const version = row.version + 1
      const { theme = row.theme, content = row.content } = changes
      tx.update(tuesdayPlan).set({ villageId, theme, content, version }).where(eq(tuesdayPlan.id, row.id)).run()
      return { id: row.id, version, detail: { id: row.id, before: { villageId: row.villageId, theme: row.theme, content: row.content }, after: { villageId, theme, content } } }
    },
  })
}

/** Another village may be outside the caller's reach, or be planned for the person already. */
function villageFaults(guard: Guarded, row: PlanRow, villageId: string, villages: readonly { readonly id: string; readonly name: string }[]): readonly Refused<TuesdayField>[] {
  const fault = accessFault(guard.actor, contract.tuesday.editCells['~orpc'].meta, subjectsOfPlans(guard.read, guard)({ staffId: row.staffId, villageId }))
  if (fault !== null) return [refusedField(row.id, 'village', new Refusal(fault))]
  if (planOf(guard.read, row.date, { staffId: row.staffId, villageId }) === undefined) return []
  const person = guard.read.select({ name: staff.name }).from(staff).where(eq(staff.id, row.staffId)).get()?.name ?? ''
  const name = villages.find(({ id }) => id === villageId)?.name ?? ''
  return [refusedField(row.id, 'village', new Refusal('duplicate', { what: named(nouns.tuesdayPlan, planName(row.date, person, name)) }))]
}
