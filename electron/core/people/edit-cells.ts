import { eq } from 'drizzle-orm'
import { contract } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { personFields, type PersonField } from '../../../shared/domain/people/fields.ts'
import { checkPersonCell, type PersonChange } from '../../../shared/domain/people/person-cell.ts'
import { personFieldNames } from '../../../shared/domain/people/vocabulary.ts'
import { nameKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { staff } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import { accessFault } from '../app/access.ts'
import { refusedCell, refusedRow, runBatch, type CellRows, type Refused } from '../app/batch.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nouns } from '../app/vocabulary.ts'
import { modulesConcerned } from './assignments.ts'
import type { StaffRow } from './describe.ts'

interface PersonEdit {
  readonly row: StaffRow
  readonly changes: readonly PersonChange[]
}

/** Cells of many people as typed or pasted. */
export function editPeopleCells(guard: Guarded, { rows, mode }: CellRows<PersonField>) {
  const plans = rows.map((row) => planEdit(guard, row))
  const batch = { ready: plans.flatMap(({ edit }) => edit ?? []), refused: plans.flatMap(({ refused }) => refused) }
  const today = dayInChina(guard.now)
  return runBatch(guard, mode, batch, {
    about: (read, { row }) => [{ staff: [row.id], modules: modulesConcerned(read, row.id, today) }],
    write: (tx, _, edit) => writeEdit(tx, edit),
  })
}

function planEdit(guard: Guarded, { id, version, changes }: CellRows<PersonField>['rows'][number]): { readonly edit: PersonEdit | null; readonly refused: readonly Refused<PersonField>[] } {
  const { read, actor } = guard
  const row = read.select().from(staff).where(eq(staff.id, id)).get()
  if (row === undefined) return { edit: null, refused: [refusedRow(id, new Refusal('not_found', { what: nouns.person }))] }
  const fault = accessFault(actor, contract.people.editCells['~orpc'].meta, { staff: [id], modules: modulesConcerned(read, id, dayInChina(guard.now)) })
  if (fault !== null) return { edit: null, refused: [refusedRow(id, new Refusal(fault))] }
  if (row.version !== version) return { edit: null, refused: [refusedRow(id, new Refusal('changed_meanwhile'))] }
  const good: PersonChange[] = []
  const refused: Refused<PersonField>[] = []
  for (const field of personFields) {
    const cell = changes[field]
    if (cell === undefined) continue
    const checked = checkPersonCell(field, cell === null ? null : String(cell))
    if (checked.kind === 'bad') refused.push(refusedCell(id, field, personFieldNames[field], checked.fault))
    else if (checked.value.value !== row[field]) good.push(checked.value)
  }
  return { edit: good.length === 0 ? null : { row, changes: good }, refused }
}

function writeEdit(tx: Write, { row, changes }: PersonEdit) {
  const version = row.version + 1
  const values = Object.fromEntries(changes.map(({ field, value }) => [field, value]))
  const name = changes.find((change) => change.field === 'name')
  tx.update(staff).set({ ...values, ...(name === undefined ? {} : { searchKey: nameKeyOf(name.value) }), version }).where(eq(staff.id, row.id)).run()
  return { id: row.id, version, detail: { id: row.id, changed: Object.fromEntries(changes.map(({ field, value }) => [field, { from: row[field], to: value }])) } }
}
