import { and, asc, eq, inArray } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { TuesdayTheme } from '../../../../shared/domain/villages/villages/codes.ts'
import { proposeTuesday } from '../../../../shared/domain/villages/tuesday/propose-tuesday.ts'
import { isTuesday } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { staff, tuesdayPlan, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import type { App } from '../../app/app.ts'
import { refusedRow, runBatch, type Refused } from '../../app/batch.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq, requireRow, requireSaneDay, wrongField } from '../../app/rows.ts'
import { acts, faults, fields, named, nouns } from '../../app/vocabulary.ts'
import { requireInService } from '../../people/in-service.ts'
import { teamPlacesOn } from '../villages/teams.ts'
import { subjectsOfPlans, type PlanRow } from './subject.ts'

/** By the 组团 of the day, for whom the caller may plan: each person who has no plan yet, with his village. */
export function proposeFor(guard: Guarded, date: string) {
  requireTuesday(date)
  const { read, actor } = guard
  const taken = new Set(read.select({ staffId: tuesdayPlan.staffId }).from(tuesdayPlan).where(eq(tuesdayPlan.date, date)).all().map(({ staffId }) => staffId))
  const proposed = proposeTuesday(date, teamPlacesOn(read, date), taken)
  const people = new Map(read.select().from(staff).where(inArray(staff.id, proposed.map((row) => row.staff))).all().map((row) => [row.id, row]))
  const villages = new Map(read.select().from(village).orderBy(asc(village.seq)).all().map((row) => [row.id, row.name]))
  const subjectOf = subjectsOfPlans(read, guard)
  return proposed.flatMap(({ staff: staffId, village: villageId }) => {
    const person = people.get(staffId)
    const villageName = villages.get(villageId)
    const isGone = person === undefined || villageName === undefined || (person.leftOn !== null && person.leftOn < date)
    const isBarred = isGone || accessFault(actor, contract.tuesday.add['~orpc'].meta, subjectOf({ staffId, villageId })) !== null
    return isBarred ? [] : [{ staffId, staffName: person.name, villageId, villageName, theme: 'team' as const }]
  })
}

export interface PlanLines {
  readonly date: string
  readonly rows: readonly { readonly staffId: string; readonly villageId: string; readonly theme: TuesdayTheme; readonly content: string | null }[]
}

export function addTuesday(app: App, guard: Guarded, { date, rows }: PlanLines): { readonly ids: string[] } {
  return guard.mutate({
    about: (read) => rows.map(subjectsOfPlans(read, guard)),
    write(tx) {
      requireTuesday(date)
      requireSaneDay(date, dayInChina(guard.now), 'date')
      let seq = nextSeq(tx, tuesdayPlan)
      const ids = rows.map((row, place) => {
        const { name } = requireRow(tx.select().from(staff).where(eq(staff.id, row.staffId)).get(), nouns.person)
        requireInService(tx, row.staffId, date, `rows.${String(place)}.staffId`)
        const { name: villageName } = requireRow(tx.select().from(village).where(eq(village.id, row.villageId)).get(), nouns.village)
        if (planOf(tx, date, row) !== undefined) {
          const data = { what: named(nouns.tuesdayPlan, planName(date, name, villageName)) }
          const refusal = new Refusal('duplicate', data)
          throw new Refusal('duplicate', data, [{ path: `rows.${String(place)}.staffId`, code: 'duplicate', message: refusal.message }])
        }
        const id = app.environment.newId()
        tx.insert(tuesdayPlan).values({ ...row, id, date, seq: seq++ }).run()
        return id
      })
      return { ids }
    },
    audit: ({ ids }) => ({ subject: ids[0] ?? null, detail: { date, rows, ids } }),
  })
}

/** Takes out lines where nobody has checked in; the audit entry holds what they were. */
export function removeTuesday(guard: Guarded, { rows, mode }: { readonly rows: readonly { readonly id: string; readonly version: number }[]; readonly mode: 'all' | 'good' }) {
  const subjectOf = subjectsOfPlans(guard.read, guard)
  const ready: PlanRow[] = []
  const refused: Refused<never>[] = []
  for (const { id, version } of rows) {
    const row = guard.read.select().from(tuesdayPlan).where(eq(tuesdayPlan.id, id)).get()
    const fault = row === undefined ? null : accessFault(guard.actor, contract.tuesday.remove['~orpc'].meta, subjectOf(row))
    if (fault !== null) refused.push(refusedRow(id, new Refusal(fault)))
    else if (row === undefined || row.version !== version) refused.push(refusedRow(id, new Refusal('changed_meanwhile')))
    else if (row.checkedInAt !== null) refused.push(refusedRow(id, new Refusal('not_in_state', { state: fields.checkedIn, action: acts.removeTuesday })))
    else ready.push(row)
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: (_, row) => [subjectOf(row)],
    write(tx, _, row) {
      tx.delete(tuesdayPlan).where(eq(tuesdayPlan.id, row.id)).run()
      return { id: row.id, version: row.version, detail: row }
    },
  })
}

/** The plan of a person in a village on a day. */
export function planOf(read: Read, date: string, { staffId, villageId }: Pick<PlanRow, 'staffId' | 'villageId'>): PlanRow | undefined {
  return read.select().from(tuesdayPlan).where(and(eq(tuesdayPlan.date, date), eq(tuesdayPlan.staffId, staffId), eq(tuesdayPlan.villageId, villageId))).get()
}

/** What a refusal calls a line: 2026-06-02 张三 上溪村 */
export function planName(date: string, person: string, villageName: string): string {
  return [date, person, villageName].join(' ')
}

function requireTuesday(date: string): void {
  if (!isTuesday(date)) throw wrongField('date', faults.notTuesday(date))
}
