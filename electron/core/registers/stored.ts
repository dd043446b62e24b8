import { asc, eq, inArray } from 'drizzle-orm'
import type { RegisterColumn } from '../../../shared/domain/registers/column.ts'
import { readProposal, renameColumns, type Proposal } from '../../../shared/domain/registers/proposal.ts'
import { groupBy } from '../../../shared/lib/group-by.ts'
import { register, registerColumn } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import type { RegisterRow } from './access.ts'

/** A register with its columns in order: those in use, and those taken off. */
export interface StoredRegister {
  readonly row: RegisterRow
  readonly columns: readonly RegisterColumn[]
  readonly removedColumns: readonly RegisterColumn[]
  /** By ids of columns. */
  readonly proposal: Proposal | null
}

export function storedRegisters(read: Read, rows: readonly RegisterRow[]): readonly StoredRegister[] {
  const columns = groupBy(
    read.select().from(registerColumn).where(inArray(registerColumn.registerId, rows.map(({ id }) => id))).orderBy(asc(registerColumn.seq)).all(),
    ({ registerId }) => registerId,
  )
  return rows.map((row) => {
    const own = (columns.get(row.id) ?? []).map(({ id, title, type, unit, options, required, isUnique, inList, total, removedAt }) => ({
      column: { id, title, type, unit, options: textsOf(options), required, isUnique, inList, total },
      isRemoved: removedAt !== null,
    }))
    const of = (isRemoved: boolean) => own.filter((each) => each.isRemoved === isRemoved).map(({ column }) => column)
    return { row, columns: of(false), removedColumns: of(true), proposal: row.proposal === null ? null : readProposal(JSON.parse(row.proposal)) }
  })
}

export function requireRegister(read: Read, id: string): StoredRegister {
  const row = requireRow(read.select().from(register).where(eq(register.id, id)).get(), nouns.register)
  return requireRow(storedRegisters(read, [row])[0], nouns.register)
}

/** The proposal with its columns by title, as it is defined and shown. */
export function proposalByTitle({ proposal, columns }: StoredRegister): Proposal | null {
  return proposal === null ? null : renameColumns(proposal, (id) => columns.find((column) => column.id === id)?.title)
}

function textsOf(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json)
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'string') : []
}
