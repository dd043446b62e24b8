import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import type { TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { TownshipClient } from '../../../api/connection.ts'

/** What a step says besides: as much as it asks for. */
export interface StepWords {
  readonly reason: string
  readonly progress: number
  readonly text: string
  readonly quality: TaskQuality
  /** People of the parts it is taken of; without them, of all that wait for it. */
  readonly parties?: readonly string[]
  /** Attachments of the task that show what was done. */
  readonly evidence?: readonly string[]
}

/** For a step that asks for nothing. */
export const noWords: StepWords = { reason: '', progress: 0, text: '', quality: 'good' }

/** Takes one step of a task. Failures are those of the procedure. */
export function takeStep({ tasks }: TownshipClient, action: TaskAction, task: { readonly id: string; readonly version: number }, words: StepWords): Promise<{ readonly state: TaskState; readonly version: number }> {
  const step = { id: task.id, version: task.version }
  const { reason } = words
  const some = words.parties === undefined ? {} : { parties: [...words.parties] }
  switch (action) {
    case 'propose':
      return tasks.propose(step)
    case 'issue':
      return tasks.issue(step)
    case 'accept':
      return tasks.accept(step)
    case 'submit':
      return tasks.submit({ ...step, text: words.text, evidence: [...(words.evidence ?? [])] })
    case 'verify':
      return tasks.verify({ ...step, ...some })
    case 'closeOut':
      return tasks.closeOut(step)
    case 'resume':
      return tasks.resume(step)
    case 'feedback':
      return tasks.feedback({ ...step, progress: words.progress, text: words.text, evidence: [...(words.evidence ?? [])] })
    case 'review':
      return tasks.review({ ...step, quality: words.quality, ...some })
    case 'sendBack':
      return tasks.sendBack({ ...step, reason })
    case 'rejectAtReview':
      return tasks.rejectAtReview({ ...step, reason, ...some })
    case 'rejectAtVerification':
      return tasks.rejectAtVerification({ ...step, reason, ...some })
    case 'suspend':
      return tasks.suspend({ ...step, reason })
    case 'revoke':
      return tasks.revoke({ ...step, reason })
    case 'reopen':
      return tasks.reopen({ ...step, reason, ...some })
    default:
      return assertNever(action)
  }
}
