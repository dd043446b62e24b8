import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import type { BatchStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { accessFault } from '../../app/access.ts'
import { refusedRow, runBatch, type Refused } from '../../app/batch.ts'
import { admit, type Guarded, type GuardedContext } from '../../app/guard.ts'
import { aboutTask, requireStep, writeStep, type StepInput } from './steps.ts'

export interface BatchStepInput {
  readonly tasks: readonly { readonly id: string; readonly version: number }[]
  readonly step: BatchStep
  readonly mode: 'all' | 'good'
  readonly reason?: string | undefined
  readonly quality?: TaskQuality | undefined
}

/**
 * One step of many tasks in one transaction with one audit entry. Who may take it, and from where, is asked for each task by
 * the rules of the step's own procedure.
 */
export function stepMany({ app, connection }: GuardedContext, { tasks, step, mode, reason, quality }: BatchStepInput) {
  const guard = admit({ app, connection, meta: contract.tasks[step]['~orpc'].meta, path: `tasks.${step}` })
  const ready: StepInput[] = []
  const refused: Refused<never>[] = []
  for (const { id, version } of tasks) {
    const input = { id, version, reason, quality }
    const refusal = refusalOf(guard, step, input)
    if (refusal === null) ready.push(input)
    else refused.push(refusedRow(id, refusal))
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: (read, { id }) => [aboutTask(read, id, guard.actor.standing.staffId)],
    write(tx, now, input) {
      const { state, version } = writeStep(tx, app, guard, now, requireStep(tx, guard, step, input), step, input)
      return { id: input.id, version, detail: { id: input.id, state, reason: reason ?? null } }
    },
  })
}

function refusalOf(guard: Guarded, step: BatchStep, input: StepInput): Refusal | null {
  const { read, actor } = guard
  try {
    const fault = accessFault(actor, contract.tasks[step]['~orpc'].meta, aboutTask(read, input.id, actor.standing.staffId))
    if (fault !== null) return new Refusal(fault)
    requireStep(read, guard, step, input)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
