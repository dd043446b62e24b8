import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { planDefinition, type DefinitionPlan, type PresentRow, type WantedColumn } from '../../../shared/domain/registers/change.ts'
import { parseCells } from '../../../shared/domain/registers/column.ts'
import { renameColumns, type Proposal } from '../../../shared/domain/registers/proposal.ts'
import { changeFaultPath, changeFaultText } from '../../../shared/domain/registers/vocabulary.ts'
import { moduleTable, register, registerColumn, registerRow } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { alreadyThere, codeOf, nextSeq, nextVersion, requireRow } from '../app/rows.ts'
import { named, nouns } from '../app/vocabulary.ts'
import { subjectOfDefinition } from './access.ts'
import { registerDirectory, rowSearchKey } from './directory.ts'
import { registerSamples, type RegisterSample } from './samples.ts'
import { requireRegister } from './stored.ts'

export interface NewRegister {
  readonly moduleId: string | null
  readonly name: string
  readonly description: string | null
  readonly columns: readonly WantedColumn[]
  /** By titles. */
  readonly proposal: Proposal | null
}

export function createRegister(app: App, guard: Guarded, input: NewRegister): { readonly id: string; readonly code: string } {
  return guard.mutate({
    about: () => subjectOfDefinition(input.moduleId),
    write(tx, now) {
      if (input.moduleId !== null) requireRow(tx.select({ id: moduleTable.id }).from(moduleTable).where(eq(moduleTable.id, input.moduleId)).get(), nouns.module)
      const directory = registerDirectory(tx, dayInChina(now))
      const planned = requireGood(planDefinition({ columns: [], wanted: input.columns, proposal: input.proposal, rows: [] }, directory, directory))
      return writeRegister(tx, app.environment.newId, { ...input, columns: planned.columns }, null)
    },
    audit: ({ id }) => ({ subject: id, detail: input }),
  })
}

export function createFromSample(app: App, guard: Guarded, input: { readonly sample: string; readonly moduleId: string | null; readonly name: string }): { readonly id: string; readonly code: string } {
  const { sample, moduleId, name } = input
  const { description, columns, proposal } = requireRow(registerSamples().find(({ code }) => code === sample), nouns.registerSample)
  return guard.mutate({
    about: () => subjectOfDefinition(moduleId),
    write(tx) {
      if (moduleId !== null) requireRow(tx.select({ id: moduleTable.id }).from(moduleTable).where(eq(moduleTable.id, moduleId)).get(), nouns.module)
      return writeRegister(tx, app.environment.newId, { moduleId, name, description, columns, proposal }, sample)
    },
    audit: ({ id }) => ({ subject: id, detail: input }),
  })
}

/** The registers that a new township begins with: those whose module it has, and the 三库. */
export function writeSamples(tx: Write, newId: () => string, samples: readonly RegisterSample[]): void {
  const modules = new Map(tx.select({ id: moduleTable.id, code: moduleTable.code }).from(moduleTable).orderBy(asc(moduleTable.seq)).all().map(({ id, code }) => [code, id]))
  for (const sample of samples) {
    const moduleId = sample.module === null ? null : modules.get(sample.module)
    if (moduleId !== undefined) writeRegister(tx, newId, { ...sample, moduleId }, sample.code)
  }
}

/** `code` null, or taken already: one of its own. */
function writeRegister(tx: Write, newId: () => string, { moduleId, name, description, columns, proposal }: NewRegister, wanted: string | null): { readonly id: string; readonly code: string } {
  requireFreeName(tx, moduleId, name, null)
  const id = newId()
  const seq = nextSeq(tx, register)
  const isFree = wanted !== null && tx.select({ id: register.id }).from(register).where(eq(register.code, wanted)).get() === undefined
  const code = isFree ? wanted : codeOf('R', seq)
  const made = columns.map((column) => ({ ...column, id: newId() }))
  const kept = proposal === null ? null : renameColumns(proposal, (title) => made.find((column) => column.title === title)?.id)
  tx.insert(register).values({ id, code, seq, moduleId, name, description, proposal: kept === null ? null : JSON.stringify(kept) }).run()
  made.forEach(({ options, ...column }, place) => tx.insert(registerColumn).values({ ...column, options: JSON.stringify(options), registerId: id, seq: place + 1 }).run())
  return { id, code }
}

/** Two registers of one module differ in name; so do the 三库. */
function requireFreeName(read: Read, moduleId: string | null, name: string, except: string | null): void {
  const taken = read
    .select({ id: register.id })
    .from(register)
    .where(and(moduleId === null ? isNull(register.moduleId) : eq(register.moduleId, moduleId), eq(register.name, name), except === null ? undefined : ne(register.id, except)))
    .get()
  if (taken !== undefined) throw alreadyThere('name', named(nouns.register, name))
}

function requireGood(planned: DefinitionPlan): Extract<DefinitionPlan, { kind: 'good' }> {
  if (planned.kind === 'good') return planned
  const issues = planned.faults.map((fault) => ({ path: changeFaultPath(fault), code: fault.kind, message: `${changeFaultText(fault)}。` }))
  const [first] = planned.faults
  throw new Refusal('invalid_input', { field: nouns.registerColumn, reason: first === undefined ? '' : changeFaultText(first) }, issues)
}

export interface Redefinition extends Omit<NewRegister, 'moduleId'> {
  readonly id: string
  readonly version: number
}

/** The definition anew. Rows keep every cell: of columns taken off too, and of those whose type changes as the same value read anew. */
export function defineRegister(app: App, guard: Guarded, input: Redefinition): { readonly version: number } {
  return guard.mutate({
    about: (read) => subjectOfDefinition(requireRegister(read, input.id).row.moduleId),
    write(tx, now) {
      const { row, columns, removedColumns } = requireRegister(tx, input.id)
      const version = nextVersion(row, input.version)
      requireFreeName(tx, row.moduleId, input.name, row.id)
      const every = [...columns, ...removedColumns]
      if (input.columns.some(({ id }) => id !== null && every.every((column) => column.id !== id))) throw new Refusal('not_found', { what: nouns.registerColumn })
      const directory = registerDirectory(tx, dayInChina(now))
      const stored = presentRows(tx, row.id)
      const planned = requireGood(planDefinition({ columns: every, wanted: input.columns, proposal: input.proposal, rows: stored }, directory, directory))
      const placed = planned.columns.map((column) => ({ ...column, id: column.id ?? app.environment.newId(), isNew: column.id === null }))
      placed.forEach(({ isNew, options, ...column }, place) => {
        const values = { ...column, options: JSON.stringify(options), seq: place + 1, removedAt: null }
        if (isNew) tx.insert(registerColumn).values({ ...values, registerId: row.id }).run()
        else tx.update(registerColumn).set(values).where(eq(registerColumn.id, column.id)).run()
      })
      for (const { id } of columns) if (placed.every((column) => column.id !== id)) tx.update(registerColumn).set({ removedAt: now }).where(eq(registerColumn.id, id)).run()
      const proposal = input.proposal === null ? null : renameColumns(input.proposal, (title) => placed.find((column) => column.title === title)?.id)
      tx.update(register).set({ name: input.name, description: input.description, proposal: proposal === null ? null : JSON.stringify(proposal), version }).where(eq(register.id, row.id)).run()
      for (const [id, cells] of planned.cells) {
        const before = requireRow(stored.find((other) => other.id === id), nouns.registerRow)
        tx.update(registerRow).set({ cells: JSON.stringify(cells), searchKey: rowSearchKey(placed, cells, directory), version: before.version + 1 }).where(eq(registerRow.id, id)).run()
      }
      return { version }
    },
    audit: () => ({ subject: input.id, detail: input }),
  })
}

function presentRows(read: Read, registerId: string): readonly (PresentRow & { readonly version: number })[] {
  let number = 0
  return read
    .select({ id: registerRow.id, cells: registerRow.cells, removedAt: registerRow.removedAt, version: registerRow.version })
    .from(registerRow)
    .where(eq(registerRow.registerId, registerId))
    .orderBy(asc(registerRow.seq))
    .all()
    .map(({ removedAt, cells, ...row }) => {
      if (removedAt === null) number += 1
      return { ...row, number: removedAt === null ? number : null, cells: parseCells(cells) }
    })
}

export function setRegisterEnabled(guard: Guarded, input: { readonly id: string; readonly enabled: boolean; readonly version: number }): { readonly version: number } {
  return guard.mutate({
    about: (read) => subjectOfDefinition(requireRegister(read, input.id).row.moduleId),
    write(tx) {
      const { row } = requireRegister(tx, input.id)
      const version = nextVersion(row, input.version)
      tx.update(register).set({ enabled: input.enabled, version }).where(eq(register.id, row.id)).run()
      return { version }
    },
    audit: () => ({ subject: input.id, detail: { enabled: input.enabled } }),
  })
}
