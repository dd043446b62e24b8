import { and, asc, eq } from 'drizzle-orm'
import { groupGrade, groupMember, specialGroup, staff } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireOrder, requireRow } from '../app/rows.ts'
import { groupsAtWork } from '../evaluation/missing.ts'
import { isPublic, planDocumentOf, planOnDay, requireOpenForInput, requirePeriodById, type PeriodRow } from '../evaluation/periods.ts'
import { requirePlanWord } from '../evaluation/stored-plan.ts'
import { acts, fields, nouns } from '../app/vocabulary.ts'

export const groupsRouter = {
  list: guarded.groups.list.handler(({ context: { guard } }) => {
    const members = guard.read
      .select({ id: groupMember.id, groupId: groupMember.groupId, staffId: groupMember.staffId, staffName: staff.name, role: groupMember.role, from: groupMember.from, to: groupMember.to })
      .from(groupMember)
      .innerJoin(staff, eq(staff.id, groupMember.staffId))
      .orderBy(asc(groupMember.seq))
      .all()
    return guard.read.select().from(specialGroup).orderBy(asc(specialGroup.seq)).all().map((row) => ({ ...row, members: members.filter(({ groupId }) => groupId === row.id) }))
  }),

  grades: guarded.groups.grades.handler(({ input, context: { guard: { read, view } } }) => {
    const row = requirePeriodById(read, input.periodId)
    if (view.kind === 'some' && view.modules.length === 0 && !isPublic(row)) return []
    return groupsAtWork(read, row)
  }),

  propose: guarded.groups.propose.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOrder(input.from, input.to, fields.range)
        const seq = nextSeq(tx, specialGroup)
        const id = app.environment.newId()
        tx.insert(specialGroup).values({ ...input, id, seq, code: codeOf('G', seq), approvalNo: null }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  approve: guarded.groups.approve.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireRow(tx.select().from(specialGroup).where(eq(specialGroup.id, input.id)).get(), nouns.group)
        const version = nextVersion(row, input.version)
        tx.update(specialGroup).set({ approvalNo: input.approvalNo, version }).where(eq(specialGroup.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { approvalNo: input.approvalNo } }),
    }),
  ),

  addMember: guarded.groups.addMember.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ staff: [input.staffId] }),
      write(tx) {
        requireOrder(input.from, input.to, fields.range)
        requireRow(tx.select().from(specialGroup).where(eq(specialGroup.id, input.groupId)).get(), nouns.group)
        requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        requirePlanWord(planOnDay(tx, input.from).quarter.special.roles, input.role, fields.groupRole)
        const id = app.environment.newId()
        tx.insert(groupMember).values({ ...input, id, seq: nextSeq(tx, groupMember) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

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
