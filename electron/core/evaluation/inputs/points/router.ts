import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../../../../shared/contract/refusal.ts'
import type { PointState } from '../../../../../shared/domain/plans/points/codes.ts'
import { pointStateNames } from '../../../../../shared/domain/plans/points/vocabulary.ts'
import { circular, deduction, honour, staff, supervision } from '../../../../db/schema/index.ts'
import type { Read, Write } from '../../../../db/types.ts'
import { dayInChina } from '../../../app/environment.ts'
import { guarded, type Guarded } from '../../../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireReason, requireRow } from '../../../app/rows.ts'
import { planDocumentOf, requireDayOpen, requireOpenForInput, requirePeriodById } from '../../../plans/periods.ts'
import { requirePlanWord } from '../../../plans/stored-plan.ts'
import { mainModulesOf, modulesConcerned } from '../../../people/assignments.ts'
import { acts, fields, nouns } from '../../../app/vocabulary.ts'

export const pointsRouter = {
  list: guarded.points.list.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const of = requirePeriodById(read, input.periodId)
    const honours = read.select({ row: honour, staffName: staff.name }).from(honour).innerJoin(staff, eq(staff.id, honour.staffId)).where(eq(honour.periodId, of.id)).orderBy(asc(honour.seq)).all()
    const circulars = read.select({ row: circular, staffName: staff.name }).from(circular).innerJoin(staff, eq(staff.id, circular.staffId)).where(eq(circular.periodId, of.id)).orderBy(asc(circular.seq)).all()
    const deductions = read.select({ row: deduction, staffName: staff.name }).from(deduction).innerJoin(staff, eq(staff.id, deduction.staffId)).orderBy(asc(deduction.seq)).all()
    const rows = [
      ...honours.map(({ row, staffName }) => ({ ...row, staffName, kind: 'honour' as const, what: row.level, date: null, exempt: false })),
      ...circulars.map(({ row, staffName }) => ({ ...row, staffName, kind: 'circular' as const, what: row.kind, date: null, exempt: false })),
      ...deductions
        .filter(({ row }) => row.date >= of.start && row.date <= of.end)
        .map(({ row, staffName }) => ({ ...row, staffName, kind: 'deduction' as const, what: row.rule })),
    ]
    if (view.kind === 'all') return rows
    return rows.filter(({ staffId }) => staffId === view.staffId || mainModulesOf(read, staffId, of.end).some((id) => view.modules.includes(id)))
  }),

  declareHonour: guarded.points.declareHonour.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutStaff(read, input.staffId, guard),
      write(tx) {
        const row = requirePeriodById(tx, input.periodId)
        requireOpenForInput(row, acts.declareHonour)
        requirePlanWord(planDocumentOf(tx, row).quarter.special.levels, input.level, fields.honourLevel)
        const id = app.environment.newId()
        tx.insert(honour).values({ ...input, id, seq: nextSeq(tx, honour), state: 'declared' }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  declareCircular: guarded.points.declareCircular.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutStaff(read, input.staffId, guard),
      write(tx) {
        requireOpenForInput(requirePeriodById(tx, input.periodId), acts.declareCircular)
        const id = app.environment.newId()
        tx.insert(circular).values({ ...input, id, seq: nextSeq(tx, circular), state: 'declared' }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  declareDeduction: guarded.points.declareDeduction.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutStaff(read, input.staffId, guard),
      write(tx) {
        requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        requireDayOpen(tx, input.date, acts.declareDeduction)
        const id = app.environment.newId()
        const seq = nextSeq(tx, deduction)
        tx.insert(deduction).values({ ...input, id, seq, code: codeOf('D', seq), state: 'declared' }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  verify: guarded.points.verify.handler(({ input, context: { guard } }) => move(guard, input, ['declared'], 'verified', acts.verifyPoint, {})),
  approve: guarded.points.approve.handler(({ input, context: { guard } }) => move(guard, input, ['verified'], 'approved', acts.approvePoint, {})),
  reject: guarded.points.reject.handler(({ input, context: { guard } }) =>
    move(guard, input, ['declared', 'verified'], 'rejected', acts.reject, { reason: requireReason(input.reason, acts.reject) }),
  ),
}

type PointKind = 'honour' | 'circular' | 'deduction'

const tables = { honour, circular, deduction } as const

function pointRow(read: Read, kind: PointKind, id: string) {
  const table = tables[kind]
  return requireRow(
    read.select({ id: table.id, staffId: table.staffId, state: table.state, version: table.version }).from(table).where(eq(table.id, id)).get(),
    nouns.point,
  )
}

interface Step {
  readonly kind: PointKind
  readonly id: string
  readonly version: number
}

/** Whoever issued the 督办单 behind a deduction does not approve it. */
function requireOtherIssuer(read: Read, { actor }: Guarded, { kind, id }: Step): void {
  if (kind !== 'deduction' || actor.kind === 'console') return
  const [what, paperId = ''] = (read.select({ origin: deduction.origin }).from(deduction).where(eq(deduction.id, id)).get()?.origin ?? '').split(':')
  if (what !== 'supervision') return
  const issuer = read.select({ issuedBy: supervision.issuedBy }).from(supervision).where(eq(supervision.id, paperId)).get()
  if (issuer?.issuedBy === actor.name) throw new Refusal('same_hand', { action: acts.approvePoint })
}

function move(guard: Guarded, input: Step, from: readonly PointState[], to: PointState, action: string, detail: unknown) {
  return guard.mutate({
    about: (read) => aboutStaff(read, pointRow(read, input.kind, input.id).staffId, guard),
    write(tx: Write) {
      const row = pointRow(tx, input.kind, input.id)
      if (!from.includes(row.state)) throw new Refusal('not_in_state', { state: pointStateNames[row.state], action })
      if (to === 'approved') requireOtherIssuer(tx, guard, input)
      if (to === 'approved') requirePointOpen(tx, input, action)
      const version = nextVersion(row, input.version)
      const table = tables[input.kind]
      tx.update(table).set({ state: to, version }).where(eq(table.id, row.id)).run()
      return { version }
    },
    audit: () => ({ subject: input.id, detail: { kind: input.kind, state: to, detail } }),
  })
}

/** What is approved counts: only while the period it counts in is before the freeze. */
function requirePointOpen(read: Read, { kind, id }: Pick<Step, 'kind' | 'id'>, action: string): void {
  if (kind === 'deduction') requireDayOpen(read, requireRow(read.select({ date: deduction.date }).from(deduction).where(eq(deduction.id, id)).get(), nouns.deduction).date, action)
  else requireOpenForInput(requirePeriodById(read, requireRow(read.select({ periodId: tables[kind].periodId }).from(tables[kind]).where(eq(tables[kind].id, id)).get(), nouns.point).periodId), action)
}

function aboutStaff(read: Read, staffId: string, guard: Guarded) {
  requireRow(read.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  return { staff: [staffId], modules: modulesConcerned(read, staffId, dayInChina(guard.now)) }
}
