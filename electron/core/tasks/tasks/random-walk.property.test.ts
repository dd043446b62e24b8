import fc from 'fast-check'
import { asc, count, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../../shared/domain/township/access/roles.ts'
import { extensionsByInspector } from '../../../../shared/domain/tasks/tasks/extension.ts'
import { batchSteps, isPartStep, standingAfter, taskActions, type TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { lightOf, lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { nextSteps } from '../../../../shared/domain/tasks/tasks/next-step.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { auditEntry, extension, milestone, supervision, task, taskLog, taskParty } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { concernedBy } from './concerned.ts'

const bundle = demo2026
const cast = castOf(bundle)

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(bundle)
})
afterAll(() => town.dispose())

/** Everybody who may come near a task: both doers, one of them with an office besides, and those who have none in it. */
const actors: readonly (readonly [string | null, Role])[] = [
  [cast.own.code, 'clerk'],
  [cast.foreign.code, 'clerk'],
  [cast.own.code, 'leader'],
  [cast.head, 'head'],
  [cast.leader, 'leader'],
  [null, 'principal'],
  [null, 'inspector'],
  [cast.foreign.code, 'inspector'],
  [cast.other.code, 'clerk'],
  [null, 'auditor'],
]

const verifying: readonly TaskAction[] = ['review', 'rejectAtReview', 'verify', 'rejectAtVerification', 'closeOut', 'issue', 'suspend', 'resume', 'revoke', 'reopen']

/** The steps that judge what somebody has handed in. */
const judging: readonly TaskAction[] = ['review', 'rejectAtReview', 'verify', 'rejectAtVerification', 'closeOut']

/** What is done beside the flow. */
const besides = ['feedback', 'ask', 'decide', 'supervise', 'reply', 'settle', 'plan', 'finish'] as const
type Beside = (typeof besides)[number]

/** Of these nobody who does the work may take one. */
const judgingBeside: readonly Beside[] = ['decide', 'supervise', 'settle']

const firstDue = '2026-08-05'

const choices = fc.array(
  fc.record({
    actor: fc.nat(actors.length - 1),
    action: fc.constantFrom(...taskActions),
    beside: fc.option(fc.constantFrom(...besides), { freq: 2 }),
    isWild: fc.boolean(),
    place: fc.nat(),
    days: fc.integer({ min: 0, max: 3 }),
    percent: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: 60, maxLength: 72 },
)

/** All that is stored of one task. */
function storedOf(id: string) {
  const read = town.app.read()
  const row = read.select().from(task).where(eq(task.id, id)).get()
  if (row === undefined) throw new Error('the task is gone')
  return {
    row,
    parts: read.select().from(taskParty).where(eq(taskParty.taskId, id)).orderBy(taskParty.seq).all(),
    logs: read.select().from(taskLog).where(eq(taskLog.taskId, id)).orderBy(asc(taskLog.seq)).all(),
    extensions: read.select().from(extension).where(eq(extension.taskId, id)).orderBy(desc(extension.seq)).all(),
    papers: read.select().from(supervision).where(eq(supervision.taskId, id)).orderBy(desc(supervision.seq)).all(),
    milestones: read.select().from(milestone).where(eq(milestone.taskId, id)).orderBy(asc(milestone.seq)).all(),
  }
}
type Stored = ReturnType<typeof storedOf>

const standingOf = ({ row, parts }: Stored) => ({ state: row.state, parts: parts.map(({ state }) => state) })

function entries(): number {
  return town.app.read().select({ rows: count() }).from(auditEntry).get()?.rows ?? 0
}

/** What an act beside the flow asks of the data side; null where there is nothing to do it to. */
function besideCall(client: ReturnType<TestTownship['as']>, act: Beside, { row, extensions, papers, milestones }: Stored, percent: number): Promise<unknown> | null {
  const today = town.clock.now.slice(0, 10)
  const isYes = percent >= 40
  switch (act) {
    case 'feedback':
      return client.tasks.feedback({ id: row.id, version: row.version, progress: percent, text: '随机进展' })
    case 'ask':
      return client.extensions.ask({ taskId: row.id, version: row.version, toDue: dayText(dayNumber(row.due) + 1 + (percent % 9)), reason: '随机延期' })
    case 'decide': {
      const asked = extensions.find(({ state }) => state === 'asked')
      return asked === undefined ? null : client.extensions.decide({ id: asked.id, version: asked.version, isGranted: isYes, answer: '随机审批' })
    }
    case 'supervise':
      return client.supervisions.issue({ taskId: row.id, level: isYes ? 'yellow' : 'red', docNo: null, demand: '随机督办', replyDue: today })
    case 'reply': {
      const open = papers.find(({ state }) => state === 'issued')
      return open === undefined ? null : client.supervisions.reply({ id: open.id, version: open.version, reply: '随机回复' })
    }
    case 'settle': {
      const answered = papers.find(({ state }) => state === 'answered')
      return answered === undefined ? null : client.supervisions.settle({ id: answered.id, version: answered.version, isAccepted: isYes, reason: '随机退回' })
    }
    case 'plan':
      return client.tasks.setMilestones({ id: row.id, version: row.version, milestones: [{ name: '随机节点', due: row.due, note: null }] })
    case 'finish': {
      const open = milestones.find(({ doneOn }) => doneOn === null)
      return open === undefined ? null : client.tasks.finishMilestone({ id: row.id, version: row.version, milestoneId: open.id, doneOn: today })
    }
  }
}

test('random steps by random people: only along the flow, never by who did the work, each one in the log and the audit', async () => {
  const clients = actors.map(([code, role]) => town.as(code, role))
  const doers = [town.staffId(cast.own.code), town.staffId(cast.foreign.code)]
  const selves = actors.map(([code]) => (code === null ? null : town.staffId(code)))
  const reached = { states: new Set<string>(), lights: new Set<string>(), besides: new Set<string>() }
  let refusals = 0

  /** The first of the actors, from one on, to whom a step is offered: so that a walk comes far. */
  async function whoever(id: string, first: number, wanted: TaskAction): Promise<number> {
    for (const place of actors.keys()) {
      const actor = (first + place) % actors.length
      const offered = await clients[actor]?.tasks.get({ id, on: town.clock.now.slice(0, 10) }).then(({ allowedSteps }) => allowedSteps).catch((): TaskAction[] => [])
      if (offered?.includes(wanted)) return actor
    }
    return first
  }

  /** Each in turn tries it, and a refusal changes nothing. */
  async function takeBeside(id: string, act: Beside, first: number, percent: number): Promise<void> {
    for (const place of actors.keys()) {
      const actor = (first + place) % actors.length
      const before = storedOf(id)
      const audited = entries()
      const called = besideCall(clients[actor] ?? town.asConsole(), act, before, percent)
      if (called === null) return
      const isTaken = await called.then(() => true, () => false)
      const after = storedOf(id)
      if (!isTaken) {
        refusals += 1
        expect(after).toEqual(before)
        continue
      }
      reached.besides.add(act)
      expect([standingOf(after), entries()]).toEqual([standingOf(before), audited + 1])
      expect(after.logs.slice(0, before.logs.length)).toEqual(before.logs)
      expect(after.logs.length).toBe(before.logs.length + 1)
      const self = selves[actor] ?? null
      if (judgingBeside.includes(act)) expect(doers).not.toContain(self)
      if (act === 'feedback') expect(after.row.progress === before.row.progress || after.row.progress === percent).toBe(true)
      if (act === 'decide') expectDecided(before, after, actors[actor]?.[1])
      if (act === 'settle') for (const { state, repliedBy, settledBy } of after.papers) if (state === 'settled') expect(settledBy).not.toBe(repliedBy)
      return
    }
  }

  function expectDecided(before: Stored, after: Stored, role: Role | undefined): void {
    const asked = before.extensions.find(({ state }) => state === 'asked')
    const decided = after.extensions.find(({ id }) => id === asked?.id)
    expect(decided?.decidedBy).not.toBe(decided?.askedBy)
    const isGranted = decided?.state === 'granted'
    if (before.extensions.filter(({ state }) => state === 'granted').length >= extensionsByInspector) expect(['leader', 'principal']).toContain(role)
    const moved = isGranted ? dayNumber(decided.toDue) - dayNumber(before.row.due) : 0
    expect(after.row.due).toBe(dayText(dayNumber(before.row.due) + moved))
    expect(after.milestones.map(({ due }) => due)).toEqual(before.milestones.map(({ due, doneOn }) => (doneOn === null ? dayText(dayNumber(due) + moved) : due)))
  }

  /** What everybody sees of the task follows from what is stored and the day alone. */
  async function expectSeen(id: string): Promise<void> {
    const { row, parts, extensions, papers } = storedOf(id)
    const on = town.clock.now.slice(0, 10)
    const seen = await town.asConsole().tasks.get({ id, on })
    const expected = nextSteps({
      state: row.state,
      parts: parts.map(({ state }) => state),
      hasAskedExtension: extensions.some(({ state }) => state === 'asked'),
      needsLeader: extensions.filter(({ state }) => state === 'granted').length >= extensionsByInspector,
      supervisionsToReply: papers.filter(({ state }) => state === 'issued').length,
      supervisionsToSettle: papers.filter(({ state }) => state === 'answered').length,
    })
    expect([seen.light, seen.next.map(({ action }) => action)]).toEqual([lightOf(row, on), expected.map(({ action }) => action)])
    reached.states.add(row.state)
    reached.lights.add(seen.light)
  }

  await fc.assert(
    fc.asyncProperty(choices, async (walk) => {
      town.clock.now = '2026-07-08T02:00:00.000Z'
      const { id } = await town.asConsole().tasks.draft({ docNo: null, form: 'assignment_order', source: null, title: '随机流转', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: firstDue, parties: [{ staffId: doers[0] ?? '', role: 'host' }, { staffId: doers[1] ?? '', role: 'cohost' }] })
      for (const { actor: first, action: wanted, beside, isWild, place, days, percent } of walk) {
        town.clock.now = new Date(Date.parse(town.clock.now) + days * 86_400_000).toISOString()
        if (beside !== null) {
          await takeBeside(id, beside, first, percent)
          await expectSeen(id)
          continue
        }
        const before = storedOf(id)
        const { row, parts } = before
        const standing = standingOf(before)
        const open = batchSteps.filter((one) => one !== 'revoke' && standingAfter(one, standing, [...parts.keys()]) !== null)
        const action = isWild || open.length === 0 ? wanted : open.includes('closeOut') ? 'closeOut' : (open[place % open.length] ?? wanted)
        if (action === 'feedback') continue
        const actor = isWild ? first : await whoever(id, first, action)
        const audited = entries()
        const outcome = await clients[actor]?.tasks.stepMany({ tasks: [{ id, version: row.version }], step: action, mode: 'all', reason: '随机', quality: 'good' }).catch(() => null)
        const after = storedOf(id)
        const self = selves[actor] ?? null
        if (outcome === null || outcome === undefined || outcome.applied.length === 0) {
          refusals += 1
          expect(after).toEqual(before)
          continue
        }
        const line = after.logs[before.logs.length]
        if (verifying.includes(action)) expect(doers).not.toContain(self)
        if (judging.includes(action)) expect(before.logs.filter((entry) => entry.action === 'submit').map((entry) => entry.actor)).not.toContain(line?.actor)
        const concerned = concernedBy(action, parts, self, undefined)
        expect(standingOf(after)).toEqual(standingAfter(action, standing, concerned.map((part) => parts.indexOf(part))))
        const withdrawn = before.extensions.filter(({ state }) => state === 'asked').length - after.extensions.filter(({ state }) => state === 'asked').length
        expect(after.logs.length).toBe(before.logs.length + 1 + withdrawn)
        expect(line).toMatchObject({ action, fromState: row.state, toState: after.row.state, staffId: self })
        expect(entries()).toBe(audited + 1)
        if (isPartStep(action) && doers.includes(self ?? '')) expect(concerned.map(({ staffId }) => staffId)).toEqual([self])
        await expectSeen(id)
      }
    }),
    { seed: 20261125, numRuns: 12 },
  )
  expect([...reached.states].sort()).toEqual(['active', 'closed', 'completed', 'draft', 'issued', 'pending', 'reviewed', 'revoked', 'submitted', 'suspended'].sort())
  expect([...reached.lights].sort()).toEqual([...lights].sort())
  expect([...reached.besides].sort()).toEqual([...besides].sort())
  expect(refusals).toBeGreaterThan(40)
}, 60_000)
