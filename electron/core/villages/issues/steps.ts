import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Satisfaction } from '../../../../shared/domain/villages/issues/codes.ts'
import { isSaneDay } from '../../../../shared/domain/cells/sane-day.ts'
import { issueSteps, mayStep, type IssueAction, type IssueStep } from '../../../../shared/domain/villages/issues/flow.ts'
import { issueActionNames, issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { isDoer, mayTake, type IssueStanding } from '../../../../shared/domain/villages/issues/who.ts'
import { moduleTable, publicIssue, serviceEvent, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireReason, requireRow } from '../../app/rows.ts'
import { faults, nouns } from '../../app/vocabulary.ts'
import { isDayOpen } from '../../plans/periods.ts'
import { staffOfModules } from '../../people/assignments.ts'
import { departedReason } from '../../people/in-service.ts'
import { wrongField, writeIssueLog } from './record.ts'
import { aboutDispatch, standingsOver, subjectOfIssue, type IssueRow } from './standing.ts'
import { issueFaults, serviceHousehold, serviceNote } from './vocabulary.ts'

/** What a step says besides: as much as it asks for. */
export interface IssueStepInput {
  readonly id: string
  readonly version: number
  /** The reason, the result, or what the dispatcher asks for. */
  readonly words?: string | null
  readonly satisfaction?: Satisfaction
  readonly dispatch?: { readonly moduleId: string; readonly handlerId: string | null; readonly due: string }
}

interface Stepping {
  readonly tx: Write
  readonly app: App
  readonly input: IssueStepInput
  readonly self: string | null
  readonly today: string
}

/** What a step changes on the issue besides state and version. */
type Effect = (row: IssueRow, stepping: Stepping) => Partial<IssueRow>

const effects: Readonly<Partial<Record<IssueAction, Effect>>> = {
  dispatch(_, { tx, input: { dispatch }, today }) {
    if (dispatch === undefined) return {}
    if (dispatch.due < today) throw wrongField('due', issueFaults.inPast)
    if (!isSaneDay(dispatch.due, today)) throw wrongField('due', faults.insaneDay)
    requireOfModule(tx, dispatch.handlerId, dispatch.moduleId, today)
    return { moduleId: dispatch.moduleId, handlerId: dispatch.handlerId, due: dispatch.due }
  },
  settle: resolved,
  resolve: resolved,
  accept: (row, { self }) => ({ handlerId: row.handlerId ?? self }),
  sendBack: () => ({ moduleId: null, handlerId: null, due: null }),
  rework: (row, { input }) => ({ satisfaction: input.satisfaction ?? 'unsatisfied', reworks: row.reworks + 1, resolvedOn: null }),
  close(row, stepping) {
    proposeServiceRecord(row, stepping)
    return { satisfaction: stepping.input.satisfaction ?? 'satisfied', closedOn: stepping.today }
  },
}

function resolved(row: IssueRow, { input, self, today }: Stepping): Partial<IssueRow> {
  return { result: input.words ?? null, resolvedOn: today, handlerId: row.handlerId ?? self }
}

/** Takes one step of the flow: checks who, state, version and words, writes issue and log together. */
export function takeIssueStep(app: App, guard: Guarded, action: IssueAction, input: IssueStepInput) {
  const isDesk = action === 'dispatch' || action === 'decline' || action === 'reconsider'
  return guard.mutate({
    about: (read) => (isDesk ? aboutDispatch(read, guard.actor) : aboutStep(read, guard, action, input.id)),
    write(tx, now) {
      const row = requireIssue(tx, input.id)
      requireTurn(action, standingsOver(tx, guard.actor, [row])(row), guard)
      const step: IssueStep = issueSteps[action]
      if (!mayStep(action, row.state)) throw new Refusal('not_in_state', { state: issueStateNames[row.state], action: issueActionNames[action] })
      if (step.needs !== undefined) requireReason(input.words ?? '', issueActionNames[action])
      const version = nextVersion(row, input.version)
      const changed = effects[action]?.(row, { tx, app, input, self: guard.actor.standing.staffId, today: dayInChina(guard.now) }) ?? {}
      tx.update(publicIssue).set({ ...changed, state: step.to, version }).where(eq(publicIssue.id, row.id)).run()
      writeIssueLog(tx, app, guard, now, { issueId: row.id, action, fromState: row.state, toState: step.to, note: input.words === '' ? null : (input.words ?? null) })
      return { state: step.to, version }
    },
    audit: ({ state }) => ({ subject: input.id, detail: { state, words: input.words ?? null, ...(input.satisfaction === undefined ? {} : { satisfaction: input.satisfaction }), ...(input.dispatch ?? {}) } }),
  })
}

export function requireIssue(read: Read, id: string): IssueRow {
  return requireRow(read.select().from(publicIssue).where(eq(publicIssue.id, id)).get(), nouns.publicIssue)
}

function aboutStep(read: Read, guard: Guarded, action: IssueAction, id: string) {
  const row = requireIssue(read, id)
  const who = standingsOver(read, guard.actor, [row])(row)
  // Whoever did the work is told that, and not that it is somebody else's business.
  return subjectOfIssue(guard.actor, mayTake(action, who) || isDoer(who))
}

/** The rule of who takes a step stands above the reach of a role: 党政正职 and 督考 too leave the handling to the handler. */
function requireTurn(action: IssueAction, who: IssueStanding, { actor }: Guarded): void {
  if (mayTake(action, who) || actor.kind === 'console') return
  throw new Refusal((action === 'close' || action === 'rework') && isDoer(who) ? 'doer_verifies' : 'out_of_scope')
}

/** Whoever handles an issue works in the module it goes to. */
export function requireOfModule(read: Read, staffId: string | null, moduleId: string, today: string): void {
  const module = requireRow(read.select({ name: moduleTable.name }).from(moduleTable).where(and(eq(moduleTable.id, moduleId), eq(moduleTable.enabled, true))).get(), nouns.module)
  if (staffId === null) return
  const person = requireRow(read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  const departed = departedReason(read, staffId, today)
  if (departed !== null) throw wrongField('handlerId', departed)
  if (!staffOfModules(read, [moduleId], today).all().some(({ id }) => id === staffId)) throw wrongField('handlerId', issueFaults.notOfModule(person.name, module.name))
}

/**
 * 民情 counts for who handled it: a service record in state 已录入, once an issue, for the 团长 of the village to verify. It is of the day
 * of the result; where that quarter is frozen of the day it is closed, and none where that one is frozen too.
 */
function proposeServiceRecord(row: IssueRow, { tx, app, today }: Stepping): void {
  const origin = `issue:${row.id}`
  if (row.handlerId === null || tx.select({ id: serviceEvent.id }).from(serviceEvent).where(eq(serviceEvent.origin, origin)).get() !== undefined) return
  const { handlerId } = row
  const date = [row.resolvedOn ?? today, today].find((day) => isDayOpen(tx, day))
  if (date === undefined || departedReason(tx, handlerId, date) !== null) return
  tx.insert(serviceEvent)
    .values({
      id: app.environment.newId(), seq: nextSeq(tx, serviceEvent), staffId: handlerId, villageId: row.villageId, date, kind: 'issue',
      household: serviceHousehold(row.code, row.reporter), quantity: '1', note: serviceNote(row.code, row.title), state: 'entered', origin,
    })
    .run()
}
