import { and, eq, gte, lte } from 'drizzle-orm'
import { period } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { requireOpenForInput } from '../evaluation/periods.ts'

/** A deadline neither leaves nor enters a quarter that has been frozen: it would be judged twice there, or nowhere. Days outside every quarter pass. */
export function requireDueOpen(read: Read, days: readonly string[], action: string): void {
  for (const day of days) {
    const quarter = read.select().from(period).where(and(eq(period.kind, 'quarter'), lte(period.start, day), gte(period.end, day))).get()
    if (quarter !== undefined) requireOpenForInput(quarter, action)
  }
}
