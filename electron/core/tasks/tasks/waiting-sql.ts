import { and, eq, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { partyStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { isPartStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import type { Standing } from '../../../../shared/domain/township/access/scope.ts'
import { turnsOf, waitedFor, waitedSteps, type Turn, type WaitedStep } from '../../../../shared/domain/tasks/tasks/waiting.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { task, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Actor } from '../../app/session.ts'
import { isOthersHand } from './other-hands.ts'
import { tasksOf } from './visible.ts'

/** Tasks whose step is the actor's turn (shared/domain/tasks/tasks/waiting.ts) and open to him; undefined where it never is. */
export function waitsFor(read: Read, actor: Actor, step: WaitedStep): SQL | undefined {
  const { standing } = actor
  const turns = turnsOf(step, standing.roles)
  if (turns.length === 0) return undefined
  const { staffId } = standing
  const isElsewhere = step === 'accept' || staffId === null ? undefined : notInArray(task.id, tasksOf(read, staffId))
  return and(standsBefore(read, staffId, step), or(...turns.map((turn) => isTurn(read, standing, turn))), isElsewhere, isOthersHand(read, actor, step))
}

/** Tasks that stand where the step starts: as a whole, or while under way with a part there (one's own, to accept it). */
function standsBefore(read: Read, staffId: string | null, step: WaitedStep): SQL | undefined {
  const { state } = waitedFor[step]
  const part = partyStates.find((one) => one === state && isPartStep(step))
  if (part === undefined) return eq(task.state, state)
  const own = step === 'accept' && staffId !== null ? eq(taskParty.staffId, staffId) : undefined
  return and(inArray(task.state, underWay), inArray(task.id, read.select({ id: taskParty.taskId }).from(taskParty).where(and(eq(taskParty.state, part), own))))
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

/** Tasks of which any step is the actor's turn. */
export function waitsForAny(read: Read, actor: Actor): SQL {
  return or(...waitedSteps.map((step) => waitsFor(read, actor, step))) ?? sql`0`
}
