import { and, asc, count, eq, ne, or, isNull, sql, type SQL } from 'drizzle-orm'
import { appeal, period, ruling, staff } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireMatter } from '../../evaluation/appeals/appeals.ts'

/** Lines that each kind shows at most. */
const mostLines = 10

/**
 * 裁定 and 申诉 that wait for the caller: proposals to decide for 党政正职, appeals to answer for 党政正职 and 督考, the longest waiting
 * first. Never about himself, and never what he proposed.
 */
export function rulingsWaiting({ read, actor }: Guarded, on: string) {
  const { staffId } = actor.standing
  const decides = actor.kind === 'account' && viewFor(actor, 'ruling.decide') !== null
  const answers = decides || (actor.kind === 'account' && viewFor(actor, 'ruling.propose') !== null)
  return { rulings: decides ? toDecide() : nothing, appeals: answers ? toAnswer() : nothing }

  function toDecide() {
    const where = and(eq(ruling.state, 'proposed'), ne(ruling.proposedBy, actor.name), staffId === null ? undefined : or(isNull(ruling.staffId), ne(ruling.staffId, staffId)))
    const rows = read
      .select({ id: ruling.id, code: ruling.code, kind: ruling.kind, periodCode: period.code, staffName: staff.name, proposedOn: ruling.proposedOn })
      .from(ruling)
      .innerJoin(period, eq(period.id, ruling.periodId))
      .leftJoin(staff, eq(staff.id, ruling.staffId))
      .where(where)
      .orderBy(asc(ruling.seq))
      .limit(mostLines)
      .all()
    return { total: totalOf(ruling, where), rows }
  }

  function toAnswer() {
    const where = and(eq(appeal.state, 'filed'), staffId === null ? undefined : ne(appeal.staffId, staffId))
    const rows = read
      .select({ id: appeal.id, code: appeal.code, matter: appeal.matter, periodCode: period.code, staffName: staff.name, answerDue: appeal.answerDue, isLate: sql<number>`${appeal.answerDue} < ${on}` })
      .from(appeal)
      .innerJoin(period, eq(period.id, appeal.periodId))
      .innerJoin(staff, eq(staff.id, appeal.staffId))
      .where(where)
      .orderBy(asc(appeal.answerDue), asc(appeal.seq))
      .limit(mostLines)
      .all()
    return { total: totalOf(appeal, where), rows: rows.map((row) => ({ ...row, matter: requireMatter(row.matter), isLate: row.isLate === 1 })) }
  }

  function totalOf(table: typeof ruling | typeof appeal, where: SQL | undefined): number {
    return read.select({ rows: count() }).from(table).where(where).get()?.rows ?? 0
  }
}

const nothing = { total: 0, rows: [] }
