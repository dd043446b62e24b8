import type { TaskForm } from '../../../shared/domain/tasks/tasks/codes.ts'
import type { PartyRole } from '../../../shared/domain/plans/task-codes.ts'
import type { TestTownship } from './township.testing.ts'

export interface UnderWay {
  readonly title: string
  readonly moduleId: string
  readonly parties: readonly { readonly staffId: string; readonly role: PartyRole }[]
  readonly due: string
  readonly form?: TaskForm
  readonly content?: string
}

/** A task that has been issued and that all its parties have accepted, by the console; its version is 4. */
export async function taskUnderWay(town: TestTownship, { parties, form = 'assignment_order', content, ...given }: UnderWay): Promise<string> {
  const client = town.asConsole()
  const { id } = await client.tasks.draft({ ...given, docNo: null, form, source: null, content: content ?? null, weight: 1, leadStaffId: null, parties: [...parties] })
  await client.tasks.propose({ id, version: 1 })
  await client.tasks.issue({ id, version: 2 })
  await client.tasks.accept({ id, version: 3 })
  return id
}
