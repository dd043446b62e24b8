import fc from 'fast-check'
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/access/roles.ts'
import { batchSteps, isPartStep, standingAfter, taskActions, type TaskAction } from '../../../shared/domain/tasks/flow.ts'
import { lightOf } from '../../../shared/domain/tasks/light.ts'
import { nextSteps } from '../../../shared/domain/tasks/next-step.ts'
import { auditEntry, task, taskLog, taskParty } from '../../db/schema/index.ts'
import { generateDemo } from '../demo/demo.ts'
import { castOf } from '../testing/cast.testing.ts'
import { testTownship, type TestTownship } from '../testing/township.testing.ts'
import { concernedBy } from './concerned.ts'

const bundle = generateDemo(2026)
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

const choices = fc.array(fc.record({ actor: fc.nat(actors.length - 1), action: fc.constantFrom(...taskActions), isWild: fc.boolean(), place: fc.nat(), days: fc.integer({ min: 0, max: 3 }) }), { minLength: 28, maxLength: 38 })

test('random steps by random people: only along the flow, never by who did the work, each one in the log and the audit', async () => {
  const clients = actors.map(([code, role]) => town.as(code, role))
  const doers = [town.staffId(cast.own.code), town.staffId(cast.foreign.code)]
  const selves = actors.map(([code]) => (code === null ? null : town.staffId(code)))
  /** The first of the actors, from one on, to whom a step is offered: so that a walk comes far. */
  async function whoever(id: string, first: number, wanted: TaskAction): Promise<number> {
    for (const place of actors.keys()) {
      const actor = (first + place) % actors.length
      const offered = await clients[actor]?.tasks.get({ id, on: town.clock.now.slice(0, 10) }).then(({ allowedSteps }) => allowedSteps).catch((): TaskAction[] => [])
      if (offered?.includes(wanted)) return actor
    }
    return first
  }
  const reached = new Set<string>()
  let refusals = 0
  await fc.assert(
    fc.asyncProperty(choices, async (walk) => {
      town.clock.now = '2026-07-08T02:00:00.000Z'
      const { id } = await town.asConsole().tasks.draft({ docNo: null, form: 'assignment_order', source: null, title: '随机流转', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2027-08-20', parties: [{ staffId: doers[0] ?? '', role: 'host' }, { staffId: doers[1] ?? '', role: 'cohost' }] })
      const read = town.app.read()
      const stands = () => {
        const row = read.select().from(task).where(eq(task.id, id)).get()
        if (row === undefined) throw new Error('the task is gone')
        return { row, parts: read.select().from(taskParty).where(eq(taskParty.taskId, id)).orderBy(taskParty.seq).all() }
      }
      const entries = () => read.select({ rows: count() }).from(auditEntry).get()?.rows ?? 0
      const logged = () => read.select().from(taskLog).where(eq(taskLog.taskId, id)).all()
      for (const { actor: first, action: wanted, isWild, place, days } of walk) {
        town.clock.now = new Date(Date.parse(town.clock.now) + days * 86_400_000).toISOString()
        const { row, parts } = stands()
        const standing = { state: row.state, parts: parts.map(({ state }) => state) }
        const open = batchSteps.filter((one) => one !== 'revoke' && standingAfter(one, standing, [...parts.keys()]) !== null)
        const action = isWild || open.length === 0 ? wanted : open.includes('closeOut') ? 'closeOut' : (open[place % open.length] ?? wanted)
        const actor = isWild ? first : await whoever(id, first, action)
        if (action === 'feedback') continue
        const before = { logs: logged().length, audits: entries() }
        const outcome = await clients[actor]?.tasks.stepMany({ tasks: [{ id, version: row.version }], step: action, mode: 'all', reason: '随机', quality: 'good' }).catch(() => null)
        const after = stands()
        const self = selves[actor] ?? null
        if (outcome === null || outcome === undefined || outcome.applied.length === 0) {
          refusals += 1
          expect([after, logged().length]).toEqual([{ row, parts }, before.logs])
          continue
        }
        if (verifying.includes(action)) expect(doers).not.toContain(self)
        if (judging.includes(action)) expect(logged().slice(0, -1).filter((entry) => entry.action === 'submit').map((entry) => entry.actor)).not.toContain(logged().at(-1)?.actor)
        const concerned = concernedBy(action, parts, self, undefined)
        expect({ state: after.row.state, parts: after.parts.map(({ state }) => state) }).toEqual(standingAfter(action, standing, concerned.map((part) => parts.indexOf(part))))
        expect(logged().length).toBe(before.logs + 1)
        expect(logged().at(-1)).toMatchObject({ action, fromState: row.state, toState: after.row.state, staffId: self })
        expect(entries()).toBe(before.audits + 1)
        if (isPartStep(action) && doers.includes(self ?? '')) expect(concerned.map(({ staffId }) => staffId)).toEqual([self])
        const on = town.clock.now.slice(0, 10)
        const seen = await town.asConsole().tasks.get({ id, on })
        expect([seen.light, seen.next.length > 0]).toEqual([lightOf(after.row, on), nextSteps({ state: after.row.state, parts: after.parts.map(({ state }) => state), hasAskedExtension: false, needsLeader: false, supervisionsToReply: 0, supervisionsToSettle: 0 }).length > 0])
        reached.add(after.row.state)
      }
    }),
    { seed: 20261125, numRuns: 10 },
  )
  expect([[...reached].sort(), refusals > 40]).toEqual([['active', 'closed', 'completed', 'draft', 'issued', 'pending', 'reviewed', 'revoked', 'submitted', 'suspended'].sort(), true])
})
