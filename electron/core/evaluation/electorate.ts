import { asc, eq } from 'drizzle-orm'
import { assignment, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { coversDay } from '../app/standing.ts'

/** Who votes on whom in the 互评 of one day. */
export interface Electorate {
  /** In official order. */
  readonly voters: readonly string[]
  /** The voter's own colleagues, in official order; nobody for who does not vote. */
  readonly colleaguesOf: (staffId: string) => readonly string[]
}

/**
 * 班子成员 rate each other; everybody else those who work in one of the same modules, 班子 left out. 党政正职 neither vote nor
 * are rated. Who rates whom is the same both ways, so a person is also rated by his own colleagues.
 */
export function electorateOn(read: Read, day: string): Electorate {
  const rows = read
    .select({ id: staff.id, track: staff.track, moduleId: assignment.moduleId })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .where(coversDay(assignment.from, assignment.to, day))
    .orderBy(asc(staff.seq))
    .all()
    .filter(({ track }) => track !== 'excluded')
  const rooms = Map.groupBy(rows, ({ track, moduleId }) => (track === 'leader' ? 'leaders' : moduleId))
  const order = [...new Set(rows.map(({ id }) => id))]
  const colleagues = new Map<string, Set<string>>(order.map((id) => [id, new Set<string>()]))
  for (const room of rooms.values()) {
    const ids = new Set(room.map(({ id }) => id))
    for (const id of ids) for (const other of ids) if (other !== id) colleagues.get(id)?.add(other)
  }
  const place = new Map(order.map((id, index) => [id, index]))
  return {
    voters: order.filter((id) => (colleagues.get(id)?.size ?? 0) > 0),
    colleaguesOf: (staffId) => [...(colleagues.get(staffId) ?? [])].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
  }
}
