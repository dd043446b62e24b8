import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { sentenceOf } from '../../../../shared/contract/errors.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { answerDays, appealBar } from '../../../../shared/domain/evaluation/appeals/appeal-rules.ts'
import { addWorkingDays } from '../../../../shared/domain/township/calendar/working-days.ts'
import { periodStageNames, periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { appealMatterNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { appeal, period, personResult, ruling, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { actorNames } from '../../app/actor-names.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireRow } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { newestPublished } from '../computing/result-versions.ts'
import { listYear } from '../results/results.ts'
import { requireAppeal, requireFiled, requireMatter } from './appeals.ts'
import { publicityOf } from './publicity.ts'

export const appealsRouter = {
  list: guarded.appeals.list.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const row = requirePeriodById(guard.read, input.periodId)
    return describeAppeals(guard.read, eq(appeal.periodId, row.id), dayInChina(guard.now))
  }),

  own: guarded.appeals.own.handler(({ input, context: { guard } }) => {
    const { read, actor, now } = guard
    const row = requirePeriodById(read, input.periodId)
    const { staffId } = actor.standing
    const today = dayInChina(now)
    const refusal = staffId === null ? new Refusal('not_in_result', { period: periodTitle(row.code) }) : appealRefusal(read, row, staffId, today)
    return {
      publicity: publicityOf(read, row),
      barred: refusal === null ? null : sentenceOf(refusal.code, refusal.data),
      rows: staffId === null ? [] : describeAppeals(read, and(eq(appeal.periodId, row.id), eq(appeal.staffId, staffId)), today),
    }
  }),

  publicity: guarded.appeals.publicity.handler(({ input, context: { guard } }) => publicityOf(guard.read, requirePeriodById(guard.read, input.periodId))),

  file: guarded.appeals.file.handler(({ input, context: { app, guard } }) => {
    const staffId = requireRow(guard.actor.standing.staffId ?? undefined, nouns.person)
    return guard.mutate({
      about: () => ({ staff: [staffId] }),
      write(tx, now) {
        const row = requirePeriodById(tx, input.periodId)
        const today = dayInChina(now)
        const refusal = appealRefusal(tx, row, staffId, today)
        if (refusal !== null) throw refusal
        const open = tx.select({ code: appeal.code }).from(appeal).where(and(eq(appeal.periodId, row.id), eq(appeal.staffId, staffId), eq(appeal.matter, input.matter), eq(appeal.state, 'filed'))).get()
        if (open !== undefined) throw new Refusal('appeal_there', { matter: appealMatterNames[input.matter], code: open.code })
        const id = app.environment.newId()
        const seq = nextSeq(tx, appeal)
        const code = codeOf('SS', seq)
        const answerDue = addWorkingDays(today, answerDays, holidaysOf(tx)).day
        tx.insert(appeal).values({ id, seq, code, periodId: row.id, staffId, resultVersion: newestPublished(tx, row.id)?.resultVersion ?? 0, matter: input.matter, text: input.text, filedOn: today, answerDue }).run()
        return { id, code, answerDue }
      },
      audit: ({ id }) => ({ subject: id, detail: { periodId: input.periodId, matter: input.matter } }),
    })
  }),

  withdraw: guarded.appeals.withdraw.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => ({ staff: [requireAppeal(read, input.id).staffId] }),
      write(tx) {
        const row = requireAppeal(tx, input.id)
        requireFiled(row, acts.withdrawAppeal)
        const version = nextVersion(row, input.version)
        tx.update(appeal).set({ state: 'withdrawn', version }).where(eq(appeal.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),

  dismiss: guarded.appeals.dismiss.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => ({ staff: [requireAppeal(read, input.id).staffId] }),
      write(tx, now) {
        const row = requireAppeal(tx, input.id)
        requireFiled(row, acts.answerAppeal)
        const proposed = tx.select({ code: ruling.code }).from(ruling).where(and(eq(ruling.appealId, row.id), eq(ruling.state, 'proposed'))).get()
        if (proposed !== undefined) throw new Refusal('appeal_has_ruling', { code: row.code, ruling: proposed.code })
        const version = nextVersion(row, input.version)
        tx.update(appeal).set({ state: 'dismissed', answer: input.answer, answeredOn: dayInChina(now), answeredBy: guard.actor.name, version }).where(eq(appeal.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { answer: input.answer } }),
    }),
  ),
}

/** Why a person cannot appeal against his result of a period on a day. */
function appealRefusal(read: Read, row: PeriodRow, staffId: string, today: string): Refusal | null {
  const publicity = publicityOf(read, row)
  const bar = appealBar(row.stage, publicity?.to ?? null, today)
  if (bar === 'stage') return new Refusal('appeal_not_open', { period: periodTitle(row.code), stage: periodStageNames[row.stage] })
  if (bar === 'ended') return new Refusal('appeal_ended', { period: periodTitle(row.code), day: publicity?.to ?? '' })
  return isInResult(read, row, staffId) ? null : new Refusal('not_in_result', { period: periodTitle(row.code) })
}

/** A year keeps its people in the document alone. */
function isInResult(read: Read, row: PeriodRow, staffId: string): boolean {
  const version = newestPublished(read, row.id)
  if (version === null) return false
  if (row.kind === 'quarter') return read.select({ id: personResult.staffId }).from(personResult).where(and(eq(personResult.versionId, version.id), eq(personResult.staffId, staffId))).get() !== undefined
  return listYear(read, row, version).rows.some((person) => person.staffId === staffId)
}

function describeAppeals(read: Read, where: SQL | undefined, today: string) {
  const rows = read
    .select({ row: appeal, periodCode: period.code, staffName: staff.name })
    .from(appeal)
    .innerJoin(period, eq(period.id, appeal.periodId))
    .innerJoin(staff, eq(staff.id, appeal.staffId))
    .where(where)
    .orderBy(asc(sql`${appeal.state} <> 'filed'`), asc(appeal.answerDue), asc(appeal.seq))
    .all()
  const rulings = new Map(read.select({ appealId: ruling.appealId, code: ruling.code }).from(ruling).where(and(inArray(ruling.appealId, rows.map(({ row }) => row.id)), inArray(ruling.state, ['proposed', 'approved']))).all().map(({ appealId, code }) => [appealId, code]))
  const nameOf = actorNames(read)
  return rows.map(({ row, ...of }) => ({
    ...row,
    ...of,
    matter: requireMatter(row.matter),
    isLate: row.state === 'filed' && today > row.answerDue,
    answeredBy: row.answeredBy === null ? null : nameOf(row.answeredBy),
    rulingCode: rulings.get(row.id) ?? null,
  }))
}
