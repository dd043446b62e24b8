import { and, asc, count, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { circular, deduction, honour, staff } from '../../../db/schema/index.ts'
import { viewFor, type View } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { staffOfModules } from '../../people/assignments.ts'

type PointTable = typeof honour | typeof circular | typeof deduction

/** 加减分 to verify (declared) or to approve (verified) by the caller, of others. */
export function pointsWaiting(guard: Guarded, on: string) {
  const parts = [
    { kind: 'honour' as const, ...ofTable(guard, on, honour, honour.level) },
    { kind: 'circular' as const, ...ofTable(guard, on, circular, circular.kind) },
    { kind: 'deduction' as const, ...ofTable(guard, on, deduction, deduction.rule) },
  ]
  return {
    total: parts.reduce((total, part) => total + part.total, 0),
    rows: parts.flatMap(({ kind, rows }) => rows.map((row) => ({ kind, ...row }))).slice(0, 20),
  }
}

function ofTable({ read, actor }: Guarded, on: string, table: PointTable, what: SQLiteColumn) {
  const { staffId } = actor.standing
  const isIn = (view: View | null): SQL | undefined => {
    if (view === null) return sql`0`
    return view.kind === 'all' ? undefined : inArray(table.staffId, staffOfModules(read, view.modules, on))
  }
  const where = and(
    or(and(eq(table.state, 'declared'), isIn(viewFor(actor, 'point.verify'))), and(eq(table.state, 'verified'), isIn(viewFor(actor, 'point.approve')))),
    staffId === null ? undefined : ne(table.staffId, staffId),
  )
  const rows = read
    .select({ id: table.id, staffName: staff.name, what: sql<string>`${what}`, matter: sql<string | null>`${table.matter}`, state: table.state })
    .from(table)
    .innerJoin(staff, eq(staff.id, table.staffId))
    .where(where)
    .orderBy(asc(table.seq))
    .limit(20)
    .all()
  return { total: read.select({ rows: count() }).from(table).where(where).get()?.rows ?? 0, rows }
}
