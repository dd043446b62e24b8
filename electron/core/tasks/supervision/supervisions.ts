import { and, asc, eq } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { daysOverdue } from '../../../../shared/domain/tasks/supervision/supervision.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { supervisionLevelNames, supervisionStateNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { deduction, supervision, task, taskParty } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { actorNames } from '../../app/actor-names.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded } from '../../app/guard.ts'
import { alreadyThere, atField, codeOf, nextSeq, nextVersion, requireReason, requireRow } from '../../app/rows.ts'
import { acts, faults, fields, named, nouns } from '../../app/vocabulary.ts'
import { subjectOfStep, type TaskRow } from '../tasks/describe.ts'
import { isHandOf } from '../tasks/other-hands.ts'
import { aboutTask } from '../tasks/steps.ts'
import { noteOnTask, touchTask } from '../tasks/task-log.ts'
import { tasksAbout } from './about-tasks.ts'
import { pageOfPapers } from './list-papers.ts'
import { listProposals } from './proposals.ts'
import { supervisionMatter } from './vocabulary.ts'

type SupervisionRow = typeof supervision.$inferSelect

export const supervisionsRouter = {
  proposals: guarded.supervisions.proposals.handler(({ input, context: { guard } }) => listProposals(guard, input)),

  list: guarded.supervisions.list.handler(({ input, context: { guard } }) => {
    const { read, actor } = guard
    const { rows, total } = pageOfPapers(guard, input)
    const about = tasksAbout(read, rows.map((row) => row.taskId))
    const nameOf = actorNames(read)
    const orNull = (actor: string | null) => (actor === null ? null : nameOf(actor))
    return {
      rows: rows.flatMap((row) => {
        const of = about.get(row.taskId)
        if (of === undefined) return []
        const subject = subjectOfStep(of.row, of.parties.map(({ staffId }) => staffId), actor.standing.staffId)
        return [
          {
            ...row,
            ...of.line,
            issuedBy: nameOf(row.issuedBy),
            repliedBy: orNull(row.repliedBy),
            settledBy: orNull(row.settledBy),
            overdue: row.state === 'issued' && row.replyDue < input.on,
            mayReply: row.state === 'issued' && accessFault(actor, contract.supervisions.reply['~orpc'].meta, subject) === null,
            maySettle: row.state === 'answered' && !isHandOf(actor, row.repliedBy) && accessFault(actor, contract.supervisions.settle['~orpc'].meta, subject) === null,
          },
        ]
      }),
      total,
    }
  }),

  issue: guarded.supervisions.issue.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutTask(read, input.taskId, guard.actor.standing.staffId),
      write(tx, now) {
        const row = requireRow(tx.select().from(task).where(eq(task.id, input.taskId)).get(), nouns.task)
        if (!underWay.some((state) => state === row.state)) throw new Refusal('not_in_state', { state: taskStateNames[row.state], action: acts.supervise })
        const issuedOn = dayInChina(now)
        if (input.replyDue < issuedOn) throw atField('replyDue', fields.replyDue, faults.pastDay)
        if (input.replyDue > dayText(dayNumber(issuedOn) + mostDaysToReply)) throw atField('replyDue', fields.replyDue, faults.tooFar(mostDaysToReply))
        if (input.docNo !== null && tx.select({ id: supervision.id }).from(supervision).where(eq(supervision.docNo, input.docNo)).get() !== undefined) throw alreadyThere('docNo', named(nouns.docNo, input.docNo))
        requireFirst(tx, row, input.level)
        const id = app.environment.newId()
        const seq = nextSeq(tx, supervision)
        const code = codeOf('DB', seq)
        tx.insert(supervision).values({ ...input, id, code, seq, issuedOn, issuedBy: guard.actor.name }).run()
        const isLate = daysOverdue(row, issuedOn) > 0
        const deductions = !isLate ? 0 : declareDeductions(tx, app, row, { id, level: input.level, date: issuedOn, docNo: input.docNo ?? code })
        touchTask(tx, row.id)
        noteOnTask(tx, app, guard, now, row, 'supervise', `${supervisionLevelNames[input.level]} ${input.docNo ?? code}：${input.demand}`)
        return { id, code, deductions }
      },
      audit: ({ id, code, deductions }) => ({ subject: id, detail: { ...input, code, deductions } }),
    }),
  ),

  reply: guarded.supervisions.reply.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutTask(read, requireSupervision(read, input.id).taskId, guard.actor.standing.staffId),
      write(tx, now) {
        const row = requireSupervision(tx, input.id)
        if (row.state !== 'issued') throw new Refusal('not_in_state', { state: supervisionStateNames[row.state], action: acts.replySupervision })
        const version = nextVersion(row, input.version)
        tx.update(supervision).set({ state: 'answered', reply: input.reply, repliedOn: dayInChina(now), repliedBy: guard.actor.name, version }).where(eq(supervision.id, row.id)).run()
        const of = requireRow(tx.select().from(task).where(eq(task.id, row.taskId)).get(), nouns.task)
        touchTask(tx, of.id)
        noteOnTask(tx, app, guard, now, of, 'reply', `${row.docNo ?? row.code}：${input.reply}`)
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { reply: input.reply } }),
    }),
  ),

  settle: guarded.supervisions.settle.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutTask(read, requireSupervision(read, input.id).taskId, guard.actor.standing.staffId),
      write(tx, now) {
        const row = requireSupervision(tx, input.id)
        const act = input.isAccepted ? acts.settleSupervision : acts.returnReply
        if (row.state !== 'answered') throw new Refusal('not_in_state', { state: supervisionStateNames[row.state], action: act })
        if (isHandOf(guard.actor, row.repliedBy)) throw new Refusal('same_hand', { action: act })
        if (!input.isAccepted) requireReason(input.reason, act)
        const version = nextVersion(row, input.version)
        const changed: Partial<SupervisionRow> = input.isAccepted ? { state: 'settled', settledOn: dayInChina(now), settledBy: guard.actor.name } : { state: 'issued' }
        tx.update(supervision).set({ ...changed, version }).where(eq(supervision.id, row.id)).run()
        const of = requireRow(tx.select().from(task).where(eq(task.id, row.taskId)).get(), nouns.task)
        touchTask(tx, of.id)
        noteOnTask(tx, app, guard, now, of, input.isAccepted ? 'settle' : 'returnReply', [row.docNo ?? row.code, input.reason].filter((part) => part !== '').join('：'))
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { isAccepted: input.isAccepted, reason: input.reason } }),
    }),
  ),
}

function requireSupervision(read: Read, id: string): SupervisionRow {
  return requireRow(read.select().from(supervision).where(eq(supervision.id, id)).get(), nouns.supervision)
}

/** Days that may be given to reply. */
const mostDaysToReply = 60

/** Of each level one, while one of it is unsettled or was issued since the present deadline passed. */
function requireFirst(read: Read, row: TaskRow, level: SupervisionRow['level']): void {
  const there = read.select().from(supervision).where(and(eq(supervision.taskId, row.id), eq(supervision.level, level))).all()
  if (there.some(({ state, issuedOn }) => state !== 'settled' || issuedOn > row.due)) throw new Refusal('supervision_there', { level: supervisionLevelNames[level] })
}

interface Grounds {
  readonly id: string
  readonly level: SupervisionRow['level']
  readonly date: string
  readonly docNo: string
}

/**
 * 结果奖罚, where the task is late: the deduction of the plan for each host whose part is not handed in, or where all hosts have done so for the co-hosts.
 * Whoever issues the 督办单 has verified it; it counts when it is approved.
 */
function declareDeductions(tx: Write, app: App, row: TaskRow, { id: supervisionId, level, date, docNo }: Grounds): number {
  const late = tx.select().from(taskParty).where(eq(taskParty.taskId, row.id)).orderBy(asc(taskParty.seq)).all().filter(({ state }) => state === 'issued' || state === 'active')
  const hosts = late.filter(({ role }) => role === 'host')
  const concerned = hosts.length > 0 ? hosts : late
  let seq = nextSeq(tx, deduction)
  for (const { staffId } of concerned) {
    const rule = level === 'red' ? 'red_supervision' : 'yellow_supervision'
    tx.insert(deduction).values({ id: app.environment.newId(), code: codeOf('D', seq), seq, staffId, rule, date, matter: supervisionMatter(docNo, row.title), origin: `supervision:${supervisionId}`, state: 'verified' }).run()
    seq += 1
  }
  return concerned.length
}
