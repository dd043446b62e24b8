import { and, asc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { cycleFaults, daysFinishedLate, daysLate, finishedOn, openStage, proposeCycle, publicityDays, publicityEnd, stagesOf } from '../../../../shared/domain/plans/cycle-plan.ts'
import { cycleFaultText } from '../../../../shared/domain/plans/cycle-plan-vocabulary.ts'
import type { PeriodKind, PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames, periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { workingDaysBetween, type Holidays } from '../../../../shared/domain/township/calendar/working-days.ts'
import { account, accountRole, period, periodStep, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { actorNames } from '../../app/actor-names.ts'
import { dayInChina } from '../../app/environment.ts'
import { atField, nextVersion } from '../../app/rows.ts'
import { requireTownshipRow, type Actor } from '../../app/session.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { requireInService } from '../../people/in-service.ts'
import { closeBallot, openBallot, withdrawBallot } from '../sheets/ballot-course.ts'
import { isOpenForInput, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { newestVersion } from './result-versions.ts'
import { stepWords } from '../../plans/vocabulary.ts'

type StepRow = typeof periodStep.$inferSelect

/** Who moves a period, and when. */
export interface Moving {
  readonly tx: Write
  readonly now: string
  readonly actor: string
}

/** Takes a period to a stage: the only way its stage changes, so that each entry is kept. `passed` are stages gone through at once. 互评 opens with 评分 and is closed by the freeze at the latest; whoever calls seals it afterwards. Refusal: `ballot_has_votes`, on the way back. */
export function moveStage({ tx, now, actor }: Moving, row: PeriodRow, to: PeriodStage, passed: readonly PeriodStage[] = []): number {
  const version = row.version + 1
  tx.update(period).set({ stage: to, version }).where(eq(period.id, row.id)).run()
  const day = dayInChina(now)
  if (to === 'scoring') openBallot(tx, row, day)
  else if (row.stage === 'scoring' && isOpenForInput({ stage: to })) withdrawBallot(tx, row)
  else if (row.stage === 'scoring') closeBallot(tx, row, { day, by: actor })
  const entered = { enteredOn: day, enteredBy: actor }
  for (const stage of [...passed, to]) {
    tx.insert(periodStep)
      .values({ periodId: row.id, stage, ...entered })
      .onConflictDoUpdate({ target: [periodStep.periodId, periodStep.stage], set: entered })
      .run()
  }
  forgetLater(tx, row, to)
  return version
}

/** A period that was taken back has not come to what lies ahead of it. */
function forgetLater(tx: Write, { id, kind }: PeriodRow, stage: PeriodStage): void {
  const stages = stagesOf(kind)
  const later = stages.slice(stages.indexOf(stage) + 1)
  if (later.length > 0) tx.update(periodStep).set({ enteredOn: null, enteredBy: null }).where(and(eq(periodStep.periodId, id), inArray(periodStep.stage, later))).run()
}

/** Plans every stage of a period by the proposal, and its freeze with it. */
export function planByProposal(tx: Write, row: PeriodRow): void {
  const { steps } = proposeCycle(row, holidaysOf(tx))
  for (const { stage, from, to } of steps) {
    const planned = { plannedFrom: from, plannedTo: to }
    tx.insert(periodStep).values({ periodId: row.id, stage, ...planned }).onConflictDoUpdate({ target: [periodStep.periodId, periodStep.stage], set: planned }).run()
  }
  setFreeze(tx, row, steps.find(({ stage }) => stage === freezeStage[row.kind])?.to ?? null)
}

/** A year is not frozen by hand: its inputs are copied when it is computed. */
const freezeStage: Readonly<Record<PeriodKind, PeriodStage>> = { quarter: 'frozen', year: 'computed' }

function setFreeze(tx: Write, row: PeriodRow, day: string | null): void {
  if (day !== null && isOpenForInput(row)) tx.update(period).set({ freeze: day }).where(eq(period.id, row.id)).run()
}

interface EditedStep {
  readonly stage: PeriodStage
  readonly plannedFrom: string | null
  readonly plannedTo: string | null
  readonly ownerId: string | null
  readonly version: number | null
}

/** Plans the stages of the input; those it does not name stay. Refusals: `invalid_input` at the day that is wrong, `changed_meanwhile`. */
export function editSteps(tx: Write, now: string, { periodId, steps }: { readonly periodId: string; readonly steps: readonly EditedStep[] }): void {
  const row = requirePeriodById(tx, periodId)
  const stored = storedSteps(tx, row)
  const named = new Set(steps.map(({ stage }) => stage))
  const others = [...stored.values()].filter(({ stage }) => !named.has(stage))
  const typed = [...others, ...steps].map(({ stage, plannedFrom, plannedTo }) => ({ stage, from: plannedFrom, to: plannedTo }))
  const pathOf = (stage: PeriodStage, field: 'plannedFrom' | 'plannedTo') => {
    const place = steps.findIndex((step) => step.stage === stage)
    return place < 0 ? 'steps' : `steps.${String(place)}.${field}`
  }
  const fault = cycleFaults(row, typed, holidaysOf(tx))[0]
  if (fault !== undefined) {
    const field = fault.field === 'from' ? 'plannedFrom' : 'plannedTo'
    throw atField(pathOf(fault.stage, field), stepWords.field(periodStageNames[fault.stage], fault.field), cycleFaultText(fault, row.kind))
  }
  steps.forEach(({ stage, ownerId, version, plannedFrom, plannedTo }, index) => {
    if (!stagesOf(row.kind).includes(stage)) throw atField(`steps.${String(index)}.stage`, periodStageNames[stage], stepWords.notOfKind)
    if (ownerId !== null) requireInService(tx, ownerId, dayInChina(now), `steps.${String(index)}.ownerId`)
    const planned = { plannedFrom, plannedTo, ownerId }
    const present = stored.get(stage)
    if (present === undefined) tx.insert(periodStep).values({ periodId, stage, ...planned }).run()
    else tx.update(periodStep).set({ ...planned, version: nextVersion(present, version ?? 0) }).where(and(eq(periodStep.periodId, periodId), eq(periodStep.stage, stage))).run()
    if (stage === freezeStage[row.kind]) setFreeze(tx, row, plannedTo)
  })
}

function storedSteps(read: Read, { id }: Pick<PeriodRow, 'id'>): ReadonlyMap<PeriodStage, StepRow> {
  return new Map(read.select().from(periodStep).where(eq(periodStep.periodId, id)).all().map((step) => [step.stage, step]))
}

/** The stages of a period as its stepper shows them on a day. */
export function listSteps(read: Read, row: PeriodRow, now: string) {
  return stepsOfPeriods(read, now)(row)
}

/** The same of several periods: what is the same for all of them is read once. */
export function stepsOfPeriods(read: Read, now: string) {
  const common = { today: dayInChina(now), holidays: holidaysOf(read), ownerOf: stepOwners(read), nameOf: actorNames(read) }
  return (row: PeriodRow) => describeSteps(read, row, common)
}

interface CommonToSteps {
  readonly today: string
  readonly holidays: Holidays
  readonly ownerOf: ReturnType<typeof stepOwners>
  readonly nameOf: ReturnType<typeof actorNames>
}

function describeSteps(read: Read, row: PeriodRow, { today, holidays, ownerOf, nameOf }: CommonToSteps) {
  const stored = storedSteps(read, row)
  const computedOn = yearComputedOn(read, row)
  const dayOf = (stage: PeriodStage) => stored.get(stage)?.enteredOn ?? (stage === 'computed' ? computedOn : null)
  const stages = stagesOf(row.kind)
  const entered = stages.map((stage) => ({ stage, enteredOn: dayOf(stage) }))
  const stood = stages.includes(row.stage) ? row.stage : 'summarising'
  const present = computedOn !== null && stages.indexOf(stood) < stages.indexOf('computed') ? 'computed' : stood
  const open = openStage(row.kind, present)
  const at = open === null ? stages.length : stages.indexOf(open)
  const steps = stages.map((stage, place) => {
    const step = stored.get(stage)
    const finished = place < at ? finishedOn(row.kind, stage, entered) : null
    const plannedTo = step?.plannedTo ?? null
    const enteredBy = step?.enteredBy ?? null
    const owner = ownerOf(stage, step?.ownerId ?? null)
    return {
      stage,
      state: place < at ? (dayOf(stage) === null ? 'passed' : 'done') : place === at ? 'current' : 'ahead',
      plannedFrom: step?.plannedFrom ?? null,
      plannedTo,
      ownerId: step?.ownerId ?? null,
      ownerStaffId: owner?.id ?? null,
      ownerName: owner?.name ?? null,
      enteredOn: dayOf(stage),
      enteredBy: enteredBy === null ? null : nameOf(enteredBy),
      daysLate: plannedTo === null ? 0 : finished !== null ? daysFinishedLate(stage, plannedTo, finished, holidays) : place === at ? daysLate(plannedTo, today, holidays) : 0,
      version: step?.version ?? null,
    } as const
  })
  const planned = steps.flatMap(({ plannedFrom, plannedTo }) => [plannedFrom, plannedTo].filter((day) => day !== null)).sort()
  const known = workingDaysBetween(planned[0] ?? row.start, planned.at(-1) ?? row.end, holidays).known
  return { steps, known, publicityEnd: row.stage === 'publicity' ? publicityEndOf(read, row) : null }
}

/** A stage's owner: who was named, else the first holder of the office: 党政正职 for 会议审定, 督考 for all others. */
export function stepOwners(read: Read): (stage: PeriodStage, ownerId: string | null) => { readonly id: string; readonly name: string } | null {
  const names = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map((person) => [person.id, person]))
  const holders = read
    .select({ role: accountRole.role, staffId: account.staffId })
    .from(account)
    .innerJoin(accountRole, eq(accountRole.accountId, account.id))
    .where(and(eq(account.enabled, true), inArray(accountRole.role, ['inspector', 'principal'])))
    .orderBy(asc(account.seq))
    .all()
  const holder = (role: 'inspector' | 'principal') => holders.find((one) => one.role === role && one.staffId !== null)?.staffId ?? null
  const byOffice = { inspector: holder('inspector'), principal: holder('principal') }
  return (stage, ownerId) => {
    const id = ownerId ?? byOffice[stage === 'deciding' ? 'principal' : 'inspector']
    return id === null ? null : (names.get(id) ?? null)
  }
}

/** A year keeps its stage when it is computed, since it may be computed again until it is published; null for a quarter. */
function yearComputedOn(read: Read, row: PeriodRow): string | null {
  const newest = row.kind === 'year' ? newestVersion(read, row.id) : null
  return newest === null ? null : dayInChina(newest.computedAt)
}

function publicityEndOf(read: Read, row: PeriodRow): string | null {
  const enteredOn = storedSteps(read, row).get('publicity')?.enteredOn ?? null
  return enteredOn === null ? null : publicityEnd(row.kind, enteredOn, holidaysOf(read))
}

/**
 * Refuses to leave 公示 before its last day is over, since one may appeal through it: `publicity_running`. A loaded case is nobody's 公示, nor is what the console does to
 * a township that was made to look at.
 */
export function requirePublicityOver(read: Read, row: PeriodRow, now: string, actor: Actor): void {
  if (row.stage !== 'publicity') return
  const { origin } = requireTownshipRow(read)
  if (origin === 'case' || (actor.kind === 'console' && origin === 'demo')) return
  const end = publicityEndOf(read, row)
  if (end !== null && dayInChina(now) <= end) throw new Refusal('publicity_running', { period: periodTitle(row.code), day: end, days: publicityDays[row.kind] })
}
