import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import { checkFile } from '../../../../shared/domain/township/attachments/check-file.ts'
import { taskFormNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { plainPdf } from '../../../../shared/lib/plain-pdf.ts'
import { attachment, moduleTable, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { nextSeq } from '../../app/rows.ts'
import { diceOf } from './dice.ts'
import { fillSlots } from './phrase.ts'
import { readAttachmentTable } from './tables.ts'

interface Writing {
  readonly tx: Write
  readonly newId: () => string
  /** Puts a content into the store and gives its digest. */
  readonly keep: (bytes: Uint8Array) => string
}

/** Tasks due from this day on have papers. */
const firstDue = '2026-06-25'
const mostTasks = 40

/** Papers of the tasks under way: the 交办单 itself, and what its host wrote down. */
export function writeDemoAttachments({ tx, newId, keep }: Writing): void {
  const dice = diceOf(2026, 'attachments')
  const { paper, notes } = readAttachmentTable()
  const rows = tx
    .select({ id: task.id, title: task.title, form: task.form, docNo: task.docNo, due: task.due, issuedOn: task.issuedOn, module: moduleTable.name, hostId: staff.id, host: staff.name })
    .from(task)
    .innerJoin(moduleTable, eq(moduleTable.id, task.moduleId))
    .innerJoin(taskParty, and(eq(taskParty.taskId, task.id), eq(taskParty.role, 'host')))
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
    .where(and(inArray(task.state, ['active', 'submitted', 'reviewed']), gte(task.due, firstDue)))
    .orderBy(asc(task.seq))
    .all()
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, mostTasks)
  let seq = nextSeq(tx, attachment)
  for (const row of once) {
    const slots = { title: row.title, form: taskFormNames[row.form], docNo: row.docNo ?? row.title, module: row.module, due: row.due }
    const linesOf = (lines: readonly string[]) => lines.map((line) => fillSlots(line, slots))
    const note = dice.pick(notes)
    const files = [
      { name: fillSlots(paper.name, slots), bytes: plainPdf(linesOf(paper.lines)) },
      ...(dice.chance(0.5) ? [{ name: note.name, bytes: new TextEncoder().encode(linesOf(note.lines).join('\r\n')) }] : []),
    ]
    for (const { name, bytes } of files) {
      const checked = checkFile(name, bytes)
      if (checked.kind === 'refused') throw new RangeError(`the demo attaches what is refused: ${name}`)
      const at = `${row.issuedOn ?? row.due}T0${String(dice.between(1, 8))}:${String(dice.between(10, 59))}:00.000Z`
      tx.insert(attachment).values({ id: newId(), seq, ownerKind: 'task', ownerId: row.id, name: checked.name, mime: checked.mime, bytes: bytes.length, digest: keep(bytes), staffId: row.hostId, actor: row.host, at }).run()
      seq += 1
    }
  }
}
