import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import type { TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { PartyRole } from '../../../../shared/domain/plans/task-codes.ts'
import { moduleTable, task, taskParty } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import { alreadyThere, codeOf, nextSeq, requireRow } from '../../app/rows.ts'
import { acts, named, nouns } from '../../app/vocabulary.ts'
import { requireDayOpen } from '../../plans/periods.ts'
import { requireInService } from '../../people/in-service.ts'
import { requireOpenGroup } from './group-of-task.ts'

export interface TaskDraft {
  /** The account that writes it. */
  readonly draftedBy: string
  readonly docNo: string | null
  readonly form: TaskForm
  readonly source: string | null
  readonly title: string
  readonly content: string | null
  readonly weight: number
  readonly moduleId: string
  readonly leadStaffId: string | null
  readonly due: string
  readonly groupId?: string | null | undefined
  readonly parties: readonly { readonly staffId: string; readonly role: PartyRole }[]
}

/** Writes a new draft with its parties in the order given. */
export function writeTaskDraft(tx: Write, app: App, { parties, ...fields }: TaskDraft): { readonly id: string; readonly code: string } {
  requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, fields.moduleId)).get(), nouns.module)
  if (fields.docNo !== null && tx.select().from(task).where(eq(task.docNo, fields.docNo)).get() !== undefined) {
    throw alreadyThere('docNo', named(nouns.docNo, fields.docNo))
  }
  if (fields.groupId) requireOpenGroup(tx, fields.groupId)
  if (new Set(parties.map(({ staffId }) => staffId)).size < parties.length) throw new Refusal('duplicate', { what: nouns.party })
  const today = dayInChina(app.environment.now())
  requireDayOpen(tx, fields.due, acts.draftTask)
  if (fields.leadStaffId !== null) requireInService(tx, fields.leadStaffId, today, 'leadStaffId')
  const seq = nextSeq(tx, task)
  const id = app.environment.newId()
  const code = codeOf('T', seq)
  tx.insert(task).values({ ...fields, searchKey: searchKeyOf(fields.title), id, seq, code, state: 'draft', issuedOn: null }).run()
  parties.forEach((party) => {
    requireInService(tx, party.staffId, today, 'parties')
    tx.insert(taskParty).values({ ...party, id: app.environment.newId(), seq: nextSeq(tx, taskParty), taskId: id, reworks: 0 }).run()
  })
  return { id, code }
}
