import { and, eq, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Standing } from '../../../shared/domain/access/scope.ts'
import { turnsOf, waitedFor, waitedSteps, type Turn, type WaitedStep } from '../../../shared/domain/tasks/waiting.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { task } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { tasksOf } from './visible.ts'

/** Tasks whose step is this person's turn (shared/domain/tasks/waiting.ts); undefined where it never is. */
export function waitsFor(read: Read, standing: Standing, step: WaitedStep): SQL | undefined {
  const turns = turnsOf(step, standing.roles)
  if (turns.length === 0) return undefined
  const { staffId } = standing
  const isElsewhere = step === 'accept' || staffId === null ? undefined : notInArray(task.id, tasksOf(read, staffId))
  return and(eq(task.state, waitedFor[step].state), or(...turns.map((turn) => isTurn(read, standing, turn))), isElsewhere)
}

function isTurn(read: Read, standing: Standing, turn: Turn): SQL {
  switch (turn) {
    case 'party':
      return standing.staffId === null ? sql`0` : inArray(task.id, tasksOf(read, standing.staffId))
    case 'headed':
      return inArray(task.moduleId, [...standing.heads])
    case 'led':
      return inArray(task.moduleId, [...standing.leads])
    case 'all':
      return sql`1`
    default:
      return assertNever(turn)
  }
}

/** Tasks of which any step is this person's turn. */
export function waitsForAny(read: Read, standing: Standing): SQL {
  return or(...waitedSteps.map((step) => waitsFor(read, standing, step))) ?? sql`0`
}
