import { inArray } from 'drizzle-orm'
import { contract } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { Subject } from '../../../shared/domain/township/access/scope.ts'
import { planCode } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { parseCells, type RegisterCells } from '../../../shared/domain/registers/column.ts'
import { circularKindOf, partsOf, type Proposal } from '../../../shared/domain/registers/proposal.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { circular, honour, registerRow, serviceEvent } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { accessFault } from '../app/access.ts'
import type { App } from '../app/app.ts'
import { refusedField, refusedRow, runBatch, type Refused } from '../app/batch.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq, wrongField } from '../app/rows.ts'
import { fields, nouns } from '../app/vocabulary.ts'
import { isOpenForInput, planDocumentOf, quarterOn, type PeriodRow } from '../plans/periods.ts'
import { requirePlanWord } from '../plans/stored-plan.ts'
import { recordFault, tuesdayKind, tuesdayTwice, type RecordFault } from '../villages/events/record-fault.ts'
import { modulesConcerned } from '../people/assignments.ts'
import { villageRow } from '../villages/villages/villages.ts'
import { subjectOfRow, type LedgerRow } from './access.ts'
import { originOf, proposedRows } from './describe.ts'
import { requireRegister, type StoredRegister } from './stored.ts'
import { registerWords } from './vocabulary.ts'

/** As of a record entered by hand. */
const mostQuantity = 1000

/** What a row becomes, ready to be written. */
type Proposed =
  | { readonly kind: 'event'; readonly staffId: string; readonly villageId: string; readonly date: string; readonly eventKind: string; readonly household: string | null; readonly quantity: string; readonly enteredBy: string | null }
  | { readonly kind: 'honour'; readonly staffId: string; readonly periodId: string; readonly matter: string; readonly level: string }
  | { readonly kind: 'circular'; readonly staffId: string; readonly periodId: string; readonly matter: string; readonly circularKind: 'positive' | 'negative' }

interface Ready {
  readonly row: LedgerRow
  readonly of: StoredRegister
  readonly proposed: Proposed
}

/**
 * Makes a service record (待核实) or a point (已申报) of each row, once: by the rights and rules of entering it by hand, so that
 * nobody gets one from a caller who may not enter for him, and with the ordinary verification still to come.
 */
export function proposeRows(app: App, guard: Guarded, ids: readonly string[], mode: 'all' | 'good') {
  const { read, actor } = guard
  const rows = new Map(read.select().from(registerRow).where(inArray(registerRow.id, [...ids])).all().map((row) => [row.id, row]))
  const registers = new Map([...new Set([...rows.values()].map(({ registerId }) => registerId))].map((id) => [id, requireRegister(read, id)]))
  const done = proposedRows(read, ids)
  const ready: Ready[] = []
  const refused: Refused<string>[] = []
  for (const id of ids) {
    const row = rows.get(id)
    const of = row === undefined ? undefined : registers.get(row.registerId)
    if (row === undefined || of === undefined || row.removedAt !== null) {
      refused.push(refusedRow(id, new Refusal('not_found', { what: nouns.registerRow })))
      continue
    }
    const barred = accessFault(actor, contract.registers.propose['~orpc'].meta, subjectOfRow(actor, of.row, row.enteredBy))
    if (barred !== null) refused.push(refusedRow(id, new Refusal(barred)))
    else if (done.has(id)) refused.push(refusedRow(id, new Refusal('not_in_state', { state: registerWords.proposed, action: registerWords.propose })))
    else {
      const planned = plan(guard, row, of)
      const twice = planned.kind === 'ready' ? tuesdayAmong(guard, planned.proposed, ready) : null
      if (planned.kind === 'refused') refused.push(planned.refused)
      else if (twice !== null) refused.push(refusedRow(id, wrongField(twice.field, twice.reason)))
      else ready.push({ row, of, proposed: planned.proposed })
    }
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: (_, { row, of }) => [subjectOfRow(actor, of.row, row.enteredBy)],
    write(tx, __, { row, of, proposed }) {
      write(app, tx, row, proposed)
      return { id: row.id, version: row.version, detail: { register: of.row.name, id: row.id, ...proposed } }
    },
  })
}

/** 周二到村 counts once a person and day, also among the rows proposed together. */
function tuesdayAmong({ read }: Guarded, proposed: Proposed, ready: readonly Ready[]): RecordFault | null {
  if (proposed.kind !== 'event' || proposed.eventKind !== tuesdayKind) return null
  const { staffId, date } = proposed
  const isThere = ready.some(({ proposed: other }) => other.kind === 'event' && other.eventKind === tuesdayKind && other.staffId === staffId && other.date === date)
  return isThere ? tuesdayTwice(read, staffId, date) : null
}

type Planned = { readonly kind: 'ready'; readonly proposed: Proposed } | { readonly kind: 'refused'; readonly refused: Refused<string> }

function plan(guard: Guarded, row: LedgerRow, of: StoredRegister): Planned {
  const refuse = (refusal: Refusal): Planned => ({ kind: 'refused', refused: refusedRow(row.id, refusal) })
  const { proposal } = of
  if (proposal === null) return refuse(new Refusal('not_editable', { field: of.row.name, reason: registerWords.noProposal }))
  const cells = parseCells(row.cells)
  const optional = proposal.kind === 'event' ? [proposal.household, proposal.quantity] : []
  const missing = partsOf(proposal).find(({ column }) => cells[column] === undefined && !optional.includes(column))
  if (missing !== undefined) return refuseCell(row, of, missing.column, registerWords.cellMissing)
  const staffId = cells[proposal.staff] ?? ''
  const fault = accessFault(guard.actor, proposal.kind === 'event' ? contract.events.enter['~orpc'].meta : contract.points.declareCircular['~orpc'].meta, subjectOf(guard, proposal, cells, staffId))
  if (fault !== null) return refuse(new Refusal(fault, fault === 'forbidden' ? { capability: registerWords.propose } : {}))
  try {
    return { kind: 'ready', proposed: proposedOf(guard, proposal, cells, of) }
  } catch (refusal) {
    if (refusal instanceof Refusal) return refuse(refusal)
    throw refusal
  }
}

function refuseCell(row: LedgerRow, { columns }: StoredRegister, columnId: string, reason: string): Planned {
  const field = columns.find(({ id }) => id === columnId)?.title ?? ''
  return { kind: 'refused', refused: refusedField(row.id, columnId, new Refusal('invalid_input', { field, reason })) }
}

/** As of entering it by hand: the person, the modules that have a say about him, the village's 组团. */
function subjectOf(guard: Guarded, proposal: Proposal, cells: RegisterCells, staffId: string): Subject {
  const modules = modulesConcerned(guard.read, staffId, dayInChina(guard.now))
  return { staff: [staffId], modules: [...modules], ...(proposal.kind === 'event' ? { teams: [cells[proposal.village] ?? ''] } : {}) }
}

function proposedOf(guard: Guarded, proposal: Proposal, cells: RegisterCells, { columns }: StoredRegister): Proposed {
  const { read } = guard
  const cell = (id: string): string => cells[id] ?? ''
  const invalid = (id: string, reason: string) => new Refusal('invalid_input', { field: columns.find((column) => column.id === id)?.title ?? '', reason })
  switch (proposal.kind) {
    case 'event': {
      const quantity = proposal.quantity === null ? '1' : (cells[proposal.quantity] ?? '1')
      if (proposal.quantity !== null && (!/^\d+(\.\d{1,2})?$/.test(quantity) || Number(quantity) === 0 || Number(quantity) > mostQuantity)) throw invalid(proposal.quantity, registerWords.quantity)
      const household = proposal.household === null ? null : (cells[proposal.household] ?? null)
      if (proposal.household !== null && household !== null && household.length > 50) throw invalid(proposal.household, registerWords.household)
      const [staffId, villageId, date] = [cell(proposal.staff), cell(proposal.village), cell(proposal.date)]
      villageRow(read, villageId)
      const fault = recordFault(read, { staffId, date, kind: proposal.eventKind, quantity }, dayInChina(guard.now))
      if (fault !== null) throw refusalOfRecord(proposal, fault, invalid)
      return { kind: 'event', staffId, villageId, date, eventKind: proposal.eventKind, household, quantity, enteredBy: guard.actor.standing.staffId }
    }
    case 'honour': {
      const row = openQuarterOf(read, cell(proposal.date), proposal.date, columns)
      const level = planCode('honourLevel', cell(proposal.level))
      requirePlanWord(planDocumentOf(read, row).quarter.special.levels, level, fields.honourLevel)
      return { kind: 'honour', staffId: cell(proposal.staff), periodId: row.id, matter: cell(proposal.matter), level }
    }
    case 'circular': {
      const row = openQuarterOf(read, cell(proposal.date), proposal.date, columns)
      const circularKind = circularKindOf(cell(proposal.circular))
      if (circularKind === null) throw invalid(proposal.circular, registerWords.circularUnclear(cell(proposal.circular)))
      return { kind: 'circular', staffId: cell(proposal.staff), periodId: row.id, matter: cell(proposal.matter), circularKind }
    }
    default:
      return assertNever(proposal)
  }
}

/** A fault of the record at the column it came from; the kind, and a quantity of no column, are set in the register. */
function refusalOfRecord(proposal: Extract<Proposal, { kind: 'event' }>, { field, reason }: RecordFault, invalid: (column: string, reason: string) => Refusal): Refusal {
  const columns = { staffIds: proposal.staff, date: proposal.date, quantity: proposal.quantity, kind: null } as const
  const column = columns[field]
  return column === null ? wrongField(field, reason) : invalid(column, reason)
}

/** The quarter that a day falls in, which must be open for what is entered. */
function openQuarterOf(read: Read, day: string, columnId: string, columns: StoredRegister['columns']): PeriodRow {
  const row = quarterOn(read, day)
  if (row === undefined || !isOpenForInput(row)) throw new Refusal('invalid_input', { field: columns.find(({ id }) => id === columnId)?.title ?? '', reason: registerWords.noOpenPeriod(day) })
  return row
}

function write(app: App, tx: Write, row: LedgerRow, proposed: Proposed): void {
  const id = app.environment.newId()
  const origin = originOf(row.id)
  switch (proposed.kind) {
    case 'event': {
      const { staffId, villageId, date, eventKind, household, quantity, enteredBy } = proposed
      tx.insert(serviceEvent).values({ id, seq: nextSeq(tx, serviceEvent), staffId, villageId, date, kind: eventKind, household, quantity, state: 'entered', origin, enteredBy }).run()
      return
    }
    case 'honour': {
      const { staffId, periodId, matter, level } = proposed
      tx.insert(honour).values({ id, seq: nextSeq(tx, honour), staffId, periodId, matter, level, state: 'declared', origin }).run()
      return
    }
    case 'circular': {
      const { staffId, periodId, matter, circularKind } = proposed
      tx.insert(circular).values({ id, seq: nextSeq(tx, circular), staffId, periodId, kind: circularKind, matter, state: 'declared', origin }).run()
      return
    }
    default:
      assertNever(proposed)
  }
}
