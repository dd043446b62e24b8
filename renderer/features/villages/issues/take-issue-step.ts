import type { IssueState, Satisfaction } from '../../../../shared/domain/villages/issues/codes.ts'
import type { IssueAction } from '../../../../shared/domain/villages/issues/flow.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { TownshipClient } from '../../../api/connection.ts'

/** What a step says besides: as much as it asks for. */
export interface IssueStepWords {
  readonly words: string
  readonly satisfaction: Satisfaction
  readonly moduleId: string
  readonly handlerId: string | null
  readonly due: string
}

/** For a step that asks for nothing. */
export const noIssueWords: IssueStepWords = { words: '', satisfaction: 'satisfied', moduleId: '', handlerId: null, due: '' }

/** Takes a step by its own procedure. */
export function takeIssueStep(client: TownshipClient, action: IssueAction, { id, version }: { readonly id: string; readonly version: number }, { words, satisfaction, moduleId, handlerId, due }: IssueStepWords): Promise<{ readonly state: IssueState; readonly version: number }> {
  const step = { id, version }
  switch (action) {
    case 'dispatch':
      return client.issues.dispatch({ ...step, moduleId, handlerId, due, note: words.trim() === '' ? null : words })
    case 'settle':
      return client.issues.settle({ ...step, result: words })
    case 'decline':
      return client.issues.decline({ ...step, reason: words })
    case 'reconsider':
      return client.issues.reconsider({ ...step, reason: words })
    case 'accept':
      return client.issues.accept(step)
    case 'sendBack':
      return client.issues.sendBack({ ...step, reason: words })
    case 'resolve':
      return client.issues.resolve({ ...step, result: words })
    case 'close':
    case 'rework':
      return client.issues.revisit({ ...step, satisfaction, reason: words })
    default:
      return assertNever(action)
  }
}
