import { and, asc, eq, exists, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { lightOf } from '../../../shared/domain/tasks/light.ts'
import { moduleTable, staff, task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { dayInChina } from '../app/environment.ts'
import { guarded, type View } from '../app/guard.ts'
import { codeOf, countRows, nextSeq, requireRow } from '../app/rows.ts'
import { aboutTask, takeStep } from './steps.ts'
import { named, nouns } from '../app/vocabulary.ts'

export const tasksRouter = {
  list: guarded.tasks.list.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const conditions = [visibleTasks(read, view)]
    if (input.moduleId !== undefined) conditions.push(eq(task.moduleId, input.moduleId))
    if (input.state !== undefined) conditions.push(eq(task.state, input.state))
    if (input.search) conditions.push(or(like(task.title, `%${input.search}%`), like(task.docNo, `%${input.search}%`)))
    const where = and(...conditions)
    const rows = read.select().from(task).where(where).orderBy(asc(task.seq)).limit(input.limit).offset(input.offset).all()
    return { rows: describeTasks(read, rows, input.on), total: countRows(read, task, where) }
  }),

  get: guarded.tasks.get.handler(({ input, context: { guard } }) => {
    const { read } = guard
    const row = requireRow(read.select().from(task).where(eq(task.id, input.id)).get(), nouns.task)
    guard.requireScope(aboutTask(read, row.id, guard.actor.standing.staffId))
    const [described] = describeTasks(read, [row], input.on)
    if (described === undefined) throw new Refusal('not_found', { what: nouns.task })
    const log = read.select().from(taskLog).where(eq(taskLog.taskId, row.id)).orderBy(asc(taskLog.seq)).all()
    return { ...described, content: row.content, log }
  }),

  draft: guarded.tasks.draft.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ modules: [input.moduleId], staff: input.parties.map(({ staffId }) => staffId) }),
      write(tx) {
        const { parties, ...fields } = input
        requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, input.moduleId)).get(), nouns.module)
        if (input.docNo !== null && tx.select().from(task).where(eq(task.docNo, input.docNo)).get() !== undefined) {
          throw new Refusal('duplicate', { what: named(nouns.docNo, input.docNo) })
        }
        if (new Set(parties.map(({ staffId }) => staffId)).size < parties.length) throw new Refusal('duplicate', { what: nouns.party })
        const seq = nextSeq(tx, task)
        const id = app.environment.newId()
        const code = codeOf('T', seq)
        tx.insert(task).values({ ...fields, id, seq, code, state: 'draft', issuedOn: null }).run()
        parties.forEach((party) => {
          requireRow(tx.select().from(staff).where(eq(staff.id, party.staffId)).get(), nouns.party)
          tx.insert(taskParty).values({ ...party, id: app.environment.newId(), seq: nextSeq(tx, taskParty), taskId: id }).run()
        })
        return { id, code }
      },
      audit: ({ id }) => ({ subject: id, detail: { title: input.title, moduleId: input.moduleId, due: input.due } }),
    }),
  ),

  propose: guarded.tasks.propose.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'propose', input)),
  sendBack: guarded.tasks.sendBack.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'sendBack', input)),
  issue: guarded.tasks.issue.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'issue', input, () => ({ issuedOn: dayInChina(guard.now) }))),
  accept: guarded.tasks.accept.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'accept', input)),
  feedback: guarded.tasks.feedback.handler(({ input, context: { app, guard } }) =>
    takeStep(app, guard, 'feedback', { ...input, reason: input.text }, () => ({ progress: input.progress })),
  ),
  submit: guarded.tasks.submit.handler(({ input, context: { app, guard } }) =>
    takeStep(app, guard, 'submit', input, (row, tx) => {
      handIn(tx, row.id, guard.actor.standing.staffId, dayInChina(guard.now))
      return isHandedIn(tx, row.id) ? { progress: 100 } : { state: row.state }
    }),
  ),
  review: guarded.tasks.review.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'review', input, () => ({ quality: input.quality }))),
  rejectAtReview: guarded.tasks.rejectAtReview.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'rejectAtReview', input, takeBack)),
  rejectAtVerification: guarded.tasks.rejectAtVerification.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'rejectAtVerification', input, takeBack)),
  verify: guarded.tasks.verify.handler(({ input, context: { app, guard } }) =>
    takeStep(app, guard, 'verify', input, (row, tx) => {
      tx.update(taskParty).set({ completedOn: sql`${taskParty.submittedOn}` }).where(eq(taskParty.taskId, row.id)).run()
      return { completedOn: lastSubmission(tx, row.id) }
    }),
  ),
  closeOut: guarded.tasks.closeOut.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'closeOut', input)),
  suspend: guarded.tasks.suspend.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'suspend', input)),
  resume: guarded.tasks.resume.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'resume', input)),
  revoke: guarded.tasks.revoke.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'revoke', input)),
  reopen: guarded.tasks.reopen.handler(({ input, context: { app, guard } }) => takeStep(app, guard, 'reopen', input, (row, tx) => ({ ...takeBack(row, tx), completedOn: null }))),
}

type TaskRow = typeof task.$inferSelect

function describeTasks(read: Read, rows: readonly TaskRow[], today: string) {
  const parties = read
    .select({ taskId: taskParty.taskId, staffId: taskParty.staffId, staffName: staff.name, role: taskParty.role, submittedOn: taskParty.submittedOn, completedOn: taskParty.completedOn })
    .from(taskParty)
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
    .where(inArray(taskParty.taskId, rows.map(({ id }) => id)))
    .orderBy(asc(taskParty.seq))
    .all()
  return rows.map((row) => ({ ...row, light: lightOf(row, today), parties: parties.filter(({ taskId }) => taskId === row.id) }))
}

/** A party hands in its own part; whoever acts for the module (no party) hands in what is still open. */
function handIn(tx: Write, taskId: string, staffId: string | null, today: string): void {
  const open = and(eq(taskParty.taskId, taskId), isNull(taskParty.submittedOn))
  const parties = tx.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, taskId)).all()
  const isParty = staffId !== null && parties.some((party) => party.staffId === staffId)
  tx.update(taskParty).set({ submittedOn: today }).where(isParty ? and(open, eq(taskParty.staffId, staffId)) : open).run()
}

function isHandedIn(read: Read, taskId: string): boolean {
  return read.select({ id: taskParty.id }).from(taskParty).where(and(eq(taskParty.taskId, taskId), isNull(taskParty.submittedOn))).all().length === 0
}

/** A return opens every part again. */
function takeBack(row: TaskRow, tx: Write): Partial<TaskRow> {
  tx.update(taskParty).set({ submittedOn: null, completedOn: null }).where(eq(taskParty.taskId, row.id)).run()
  return {}
}

/** The submission that verification accepts: the parties' last. */
function lastSubmission(read: Read, taskId: string): string | null {
  const days = read.select({ day: taskParty.submittedOn }).from(taskParty).where(eq(taskParty.taskId, taskId)).all().flatMap(({ day }) => day ?? [])
  return days.sort().at(-1) ?? null
}

function visibleTasks(read: Read, view: View): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own =
    view.staffId === null
      ? sql`0`
      : exists(read.select({ id: taskParty.id }).from(taskParty).where(and(eq(taskParty.taskId, task.id), eq(taskParty.staffId, view.staffId))))
  return or(own, inArray(task.moduleId, [...view.modules]))
}
