import { and, eq } from 'drizzle-orm'
import { groupGrade, specialGroup } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { acts, fields, nouns } from '../../app/vocabulary.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { groupsAtWork } from './groups-at-work.ts'
import { isPublic, planDocumentOf, requireOpenForInput, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { requirePlanWord } from '../../plans/stored-plan.ts'

/** 专项组评级 of a period. */
export const gradeProcedures = {
  grades: guarded.groups.grades.handler(({ input, context: { guard: { read, view } } }) => {
    const row = requirePeriodById(read, input.periodId)
    if (view.kind === 'some' && view.modules.length === 0 && !isPublic(row)) return []
    return groupsAtWork(read, row)
  }),

  grade: guarded.groups.grade.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriodById(tx, input.periodId)
        requireOpenForInput(row, acts.gradeGroup)
        writeGrades(tx, row, { grades: [input], newId: app.environment.newId })
        return {}
      },
      audit: () => ({ subject: input.groupId, detail: input }),
    }),
  ),

  gradeMany: guarded.groups.gradeMany.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriodById(tx, input.periodId)
        requireOpenForInput(row, acts.gradeGroup)
        writeGrades(tx, row, { grades: input.grades, newId: app.environment.newId })
        return {}
      },
      audit: () => ({ subject: input.periodId, detail: { grades: input.grades } }),
    }),
  ),
}

interface Grades {
  readonly grades: readonly { readonly groupId: string; readonly grade: string | null }[]
  readonly newId: () => string
}

function writeGrades(tx: Write, period: PeriodRow, { grades, newId }: Grades): void {
  const { special } = planDocumentOf(tx, period).quarter
  for (const { groupId, grade } of grades) {
    requireRow(tx.select().from(specialGroup).where(eq(specialGroup.id, groupId)).get(), nouns.group)
    if (grade !== null) requirePlanWord(special.grades, grade, fields.groupGrade)
    const present = tx.select().from(groupGrade).where(and(eq(groupGrade.groupId, groupId), eq(groupGrade.periodId, period.id))).get()
    if (grade === null) tx.delete(groupGrade).where(and(eq(groupGrade.groupId, groupId), eq(groupGrade.periodId, period.id))).run()
    else if (present === undefined) tx.insert(groupGrade).values({ id: newId(), groupId, periodId: period.id, grade }).run()
    else tx.update(groupGrade).set({ grade, version: present.version + 1 }).where(eq(groupGrade.id, present.id)).run()
  }
}
