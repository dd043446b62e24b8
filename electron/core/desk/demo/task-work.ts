import { asc, eq, inArray } from 'drizzle-orm'
import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { proposeMilestones } from '../../../../shared/domain/tasks/tasks/milestones.ts'
import { daysOverdue, proposedSupervision } from '../../../../shared/domain/tasks/supervision/supervision.ts'
import { usualMilestones } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { extension, milestone, moduleOffice, moduleTable, staff, supervision, supervisionDay, supervisionFinding, task, taskLog, taskParty } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { codeOf, nextSeq } from '../../app/rows.ts'
import { diceOf, type Dice } from './dice.ts'
import { readWorkTable, type WorkTable } from './tables.ts'
import { stockDay } from './task-course.ts'
import { plusDays } from './workdays.ts'

type TaskRow = typeof task.$inferSelect
type PartyRow = typeof taskParty.$inferSelect
type LogEntry = Pick<typeof taskLog.$inferInsert, 'at' | 'staffId' | 'actor' | 'action' | 'fromState' | 'toState' | 'reason' | 'partyId'>

interface Person {
  readonly id: string
  readonly name: string
}

interface Scene {
  readonly tx: Write
  readonly newId: () => string
  readonly dice: Dice
  readonly texts: WorkTable
  readonly inspector: Person
  readonly headOf: (moduleId: string) => Person
  readonly personOf: (id: string) => Person
}

/** Tasks due from this day on have their history written out. */
const firstDue = '2026-06-20'

/** What the work on the demo's tasks has left behind: who took which step, milestones, 延期, 督办单, 督查日. Nothing of it counts in the evaluation. */
export function writeTaskWork(tx: Write, newId: () => string): void {
  const scene = sceneOf(tx, newId)
  const rows = tx.select().from(task).where(inArray(task.state, ['issued', 'active', 'submitted', 'reviewed', 'completed', 'suspended'])).orderBy(asc(task.seq)).all()
  const parties = Map.groupBy(tx.select().from(taskParty).orderBy(asc(taskParty.seq)).all(), ({ taskId }) => taskId)
  const logs: (LogEntry & { readonly taskId: string })[] = []
  for (const row of rows.filter(({ due }) => due >= firstDue)) {
    const own = parties.get(row.id) ?? []
    logs.push(...handIn(scene, row, own).map((entry) => ({ ...entry, taskId: row.id })))
    if (row.form === 'assignment_order' && scene.dice.chance(0.6)) writeMilestones(scene, row)
  }
  let seq = nextSeq(tx, taskLog)
  for (const entry of logs.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) tx.insert(taskLog).values({ ...entry, id: newId(), seq: seq++ }).run()
  writeExtensions(scene, rows)
  writeSupervisions(scene, rows)
  writeDays(scene, rows)
}

function sceneOf(tx: Write, newId: () => string): Scene {
  const people = new Map(tx.select({ id: staff.id, name: staff.name }).from(staff).all().map((row) => [row.id, row]))
  const personOf = (id: string): Person => people.get(id) ?? { id, name: '' }
  const heads = new Map(tx.select().from(moduleOffice).where(eq(moduleOffice.office, 'head')).all().map(({ moduleId, staffId }) => [moduleId, staffId]))
  const office = tx.select({ id: moduleTable.id }).from(moduleTable).where(eq(moduleTable.code, 'coordinate')).get()
  const inspector = personOf(heads.get(office?.id ?? '') ?? '')
  return { tx, newId, dice: diceOf(2026, 'task-work'), texts: readWorkTable(), inspector, headOf: (moduleId) => personOf(heads.get(moduleId) ?? ''), personOf }
}

/** The steps that brought a task to where it stands, and the days they leave on its parts. */
function handIn({ tx, dice, texts, inspector, headOf, personOf }: Scene, row: TaskRow, parties: readonly PartyRow[]): readonly LogEntry[] {
  const issuedOn = row.issuedOn ?? stockDay
  const head = headOf(row.moduleId)
  const [host] = parties
  const step = (day: string, hour: number, who: Person, action: string, fromState: TaskState, toState: TaskState, reason: string | null = null, partyId: string | null = null): LogEntry => ({
    at: `${day}T${String(hour).padStart(2, '0')}:${String(dice.between(10, 59))}:00.000Z`, staffId: who.id, actor: who.name, action, fromState, toState, reason, partyId,
  })
  const entries = [step(issuedOn, 1, head, 'propose', 'draft', 'pending'), step(issuedOn, 2, head, 'issue', 'pending', 'issued')]
  if (row.state === 'issued' || host === undefined) return entries
  const acceptedOn = plusDays(issuedOn, 1) < stockDay ? plusDays(issuedOn, 1) : issuedOn
  const several = parties.length > 1
  parties.forEach(({ id, staffId }, place) => {
    tx.update(taskParty).set({ acceptedOn }).where(eq(taskParty.id, id)).run()
    entries.push(step(acceptedOn, 3, personOf(staffId), 'accept', place === 0 ? 'issued' : 'active', 'active', null, several ? staffId : null))
  })
  const middle = plusDays(issuedOn, 4)
  if (middle < stockDay && dice.chance(0.7)) entries.push(step(middle, 8, personOf(host.staffId), 'feedback', 'active', 'active', dice.pick(texts.feedback), several ? host.staffId : null))
  if (row.state === 'suspended') {
    tx.update(task).set({ suspendedOn: plusDays(stockDay, -5) }).where(eq(task.id, row.id)).run()
    entries.push(step(plusDays(stockDay, -5), 6, inspector, 'suspend', 'active', 'suspended', dice.pick(texts.extensionReasons)))
  }
  if (row.state === 'submitted' || row.state === 'reviewed' || row.state === 'completed') entries.push(...submission())
  return entries

  function submission(): readonly LogEntry[] {
    const latest = row.completedOn ?? (row.due < stockDay ? row.due : plusDays(stockDay, -1))
    const submittedOn = latest < acceptedOn ? acceptedOn : latest
    const made: LogEntry[] = []
    parties.forEach(({ id, staffId, completedOn }, place) => {
      const day = completedOn ?? submittedOn
      tx.update(taskParty).set({ submittedOn: day }).where(eq(taskParty.id, id)).run()
      made.push(step(day, 9, personOf(staffId), 'submit', 'active', place === parties.length - 1 ? 'submitted' : 'active', place === 0 ? dice.pick(texts.submitted) : null, several ? staffId : null))
    })
    if (row.state !== 'submitted') made.push(step(plusDays(submittedOn, 1), 2, head, 'review', 'submitted', 'reviewed'))
    if (row.state === 'completed') made.push(step(plusDays(submittedOn, 2), 2, inspector, 'verify', 'reviewed', 'completed'))
    return made
  }
}

function writeMilestones({ tx, newId, dice }: Scene, row: TaskRow): void {
  let seq = nextSeq(tx, milestone)
  const isDone = row.state === 'completed' || row.state === 'submitted' || row.state === 'reviewed'
  for (const { name, due } of proposeMilestones(row.issuedOn ?? stockDay, row.due, usualMilestones)) {
    const doneOn = isDone || (due < stockDay && dice.chance(0.7)) ? (due < stockDay ? due : stockDay) : null
    tx.insert(milestone).values({ id: newId(), seq: seq++, taskId: row.id, name, due, doneOn }).run()
  }
}

function writeExtensions({ tx, newId, dice, texts, inspector, headOf }: Scene, rows: readonly TaskRow[]): void {
  const open = rows.filter(({ state, due, issuedOn }) => state === 'active' && due >= '2026-06-10' && issuedOn !== null)
  let seq = nextSeq(tx, extension)
  open.slice(0, 9).forEach((row, place) => {
    const state = place < 3 ? 'asked' : place < 7 ? 'granted' : 'refused'
    const fromDue = state === 'granted' ? plusDays(row.due, -7) : row.due
    const toDue = state === 'granted' ? row.due : plusDays(row.due, 10)
    const decided = state === 'asked' ? {} : { decidedBy: inspector.name, decidedAt: '2026-07-06T02:00:00.000Z', answer: dice.pick(state === 'granted' ? texts.extensionAnswers : texts.extensionRefusals) }
    tx.insert(extension).values({ id: newId(), seq: seq++, taskId: row.id, askedBy: headOf(row.moduleId).name, askedAt: '2026-07-05T03:00:00.000Z', reason: dice.pick(texts.extensionReasons), fromDue, toDue, state, ...decided }).run()
  })
}

function writeSupervisions({ tx, newId, dice, texts, inspector, headOf }: Scene, rows: readonly TaskRow[]): void {
  const late = rows.filter((row) => proposedSupervision({ ...row, supervisions: [] }, stockDay) !== null).slice(0, 12)
  let seq = nextSeq(tx, supervision)
  late.forEach((row, place) => {
    const state = (['settled', 'answered', 'issued'] as const)[place % 3] ?? 'issued'
    const issuedOn = plusDays(stockDay, -place - 1) > row.due ? plusDays(stockDay, -place - 1) : stockDay
    const reply = state === 'issued' ? {} : { reply: dice.pick(texts.replies), repliedOn: issuedOn, repliedBy: headOf(row.moduleId).name }
    const settled = state === 'settled' ? { settledOn: stockDay, settledBy: inspector.name } : {}
    const level = daysOverdue(row, issuedOn) > 7 ? 'red' : 'yellow'
    tx.insert(supervision).values({ id: newId(), code: codeOf('DB', seq), seq, docNo: `清政督办〔2026〕${String(place + 1).padStart(2, '0')}号`, taskId: row.id, level, demand: dice.pick(texts.demands), issuedOn, issuedBy: inspector.name, replyDue: plusDays(issuedOn, 3), state, ...reply, ...settled }).run()
    seq += 1
  })
}

function writeDays({ tx, newId, dice, texts }: Scene, rows: readonly TaskRow[]): void {
  const modules = tx.select({ id: moduleTable.id }).from(moduleTable).orderBy(asc(moduleTable.seq)).all()
  let seq = nextSeq(tx, supervisionDay)
  let finding = nextSeq(tx, supervisionFinding)
  modules.forEach(({ id: moduleId }, place) => {
    const held = { id: newId(), seq: seq++, moduleId, date: `2026-06-${String(15 + place)}`, inspectors: inspectorsOf(tx, place), state: 'held' as const, findings: dice.pick(texts.dayFindings) }
    tx.insert(supervisionDay).values(held).run()
    for (const { id: taskId } of rows.filter((row) => row.moduleId === moduleId && row.state === 'active').slice(0, 2)) {
      tx.insert(supervisionFinding).values({ id: newId(), seq: finding++, dayId: held.id, taskId, finding: dice.pick(texts.findings) }).run()
    }
    if (place % 2 === 0) tx.insert(supervisionDay).values({ id: newId(), seq: seq++, moduleId, date: `2026-07-${String(20 + place)}`, inspectors: inspectorsOf(tx, place + 1) }).run()
  })
}

/** Two people of the 大协调 office go together. */
function inspectorsOf(read: Read, place: number): string {
  const names = read.select({ name: staff.name }).from(staff).where(eq(staff.track, 'mid')).orderBy(asc(staff.seq)).all().map(({ name }) => name)
  return [names[place % names.length], names[(place + 3) % names.length]].join('、')
}
