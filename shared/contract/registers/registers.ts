import { z } from 'zod'
import { registerColumnTypes, registerLimits } from '../../domain/registers/codes.ts'
import { batchModes } from '../grid.ts'
import { command, day, id, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const columnRule = {
  title: z.string(),
  type: z.enum(registerColumnTypes),
  unit: z.string().nullable(),
  options: z.array(z.string()),
  required: z.boolean(),
  isUnique: z.boolean(),
  inList: z.boolean(),
  total: z.boolean(),
}

const registerColumn = z.object({ id, ...columnRule })

const title = z.string()

/** What a row may propose; its columns by title. `null`: nothing. */
export const proposalInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), eventKind: z.string().trim().min(1, faults.empty).max(20, faults.tooLong(20)), staff: title, village: title, date: title, household: title.nullable(), quantity: title.nullable() }),
  z.object({ kind: z.literal('honour'), staff: title, date: title, matter: title, level: title }),
  z.object({ kind: z.literal('circular'), staff: title, date: title, matter: title, circular: title }),
])

const registerRow = z.object({
  id,
  code: z.string(),
  /** null: one of the 三库, which all modules share. */
  moduleId: id.nullable(),
  name: z.string(),
  description: z.string().nullable(),
  enabled: z.boolean(),
  columns: z.array(registerColumn),
  /** Columns taken off; their entries are kept and they can be brought back. */
  removedColumns: z.array(registerColumn),
  proposal: proposalInput.nullable(),
  rows: z.int(),
  /** Rows in the 回收站. */
  removedRows: z.int(),
  mayEnter: z.boolean(),
  mayDefine: z.boolean(),
  mayExport: z.boolean(),
  version: rowVersion,
})

const definition = {
  name: z.string().trim().min(1, faults.empty).max(registerLimits.name, faults.tooLong(registerLimits.name)),
  description: z.string().trim().max(registerLimits.description, faults.tooLong(registerLimits.description)).nullable(),
  proposal: proposalInput.nullable(),
}

/** What is wrong with a column is said by the rules of `shared/domain/registers`, which know the others. */
const wantedColumns = z.array(z.object({ id: id.nullable(), ...columnRule })).max(200)

/** A column's id, or what the list knows of every row: `number` (official order), `enteredBy`, `enteredAt`. */
const field = z.string().min(1).max(40)

export const registerFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), field, contains: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('days'), field, from: day.nullable(), to: day.nullable() }),
  z.object({ kind: z.literal('number'), field, min: z.number().nullable(), max: z.number().nullable() }),
  z.object({ kind: z.literal('choice'), field, oneOf: z.array(z.string().nullable()).min(1).max(500) }),
  /** `mine`: entered by the caller · `open`: not yet proposed. */
  z.object({ kind: z.literal('flag'), flag: z.enum(['mine', 'open']) }),
])

const narrowing = {
  search: z.string().trim().max(50).optional(),
  filters: z.array(registerFilter).max(40).default([]),
}

const selection = {
  registerId: id,
  /** true: what lies in the 回收站 instead. */
  removed: z.boolean().default(false),
  ...narrowing,
}

const sort = z.array(z.object({ field, descending: z.boolean() })).max(5).default([])

/** Rows of a register, filtered and ordered, without those in the 回收站. */
export const orderedRows = z.object({ registerId: id, ...narrowing, sort })

export const ledgerRow = z.object({
  id,
  /** The filled cells by column: a number as digits, a day `YYYY-MM-DD`, a person or village by id. */
  cells: z.record(z.string(), z.string()),
  /** People and villages as they are written, a namesake with his code, by column. */
  names: z.record(z.string(), z.string()),
  attachments: z.int(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
  removedAt: z.string().nullable(),
  /** A service record or a point has been made of it. */
  proposed: z.boolean(),
  editable: z.boolean(),
  version: rowVersion,
})

const cell = z.union([z.string().max(5000, faults.tooLong(5000)), z.number(), z.null()])
const cells = z.record(z.string(), cell)
const rowIds = z.array(id).min(1, faults.empty).max(1000, faults.tooMuch(1000)).refine((ids) => new Set(ids).size === ids.length)

const outcome = z.object({
  applied: z.array(z.object({ id, version: rowVersion })),
  refused: z.array(z.object({ id, field: z.string().nullable(), code: z.string(), message: z.string() })),
})

const changing = { changes: ['register'], errors: ['duplicate'] } as const

export const registers = {
  /** The registers the caller may read, in official order, those of every module (三库) last; with `moduleId` only that module's and the 三库. */
  list: query('register.enter', ['register', 'module'])
    .input(z.object({ moduleId: id.optional() }))
    .output(z.array(registerRow)),
  /** A page of a register's rows, filtered, ordered and cut in the database. */
  rows: query('register.enter', ['register', 'staff', 'village', 'attachment', 'event', 'point'])
    .input(paging.extend({ ...selection, sort }))
    .output(pageOf(ledgerRow)),
  row: query('register.enter', ['register', 'staff', 'village', 'attachment', 'event', 'point']).input(z.object({ id })).output(ledgerRow.extend({ registerId: id })),
  /** The sums of the columns with a 合计 over the rows a selection finds, as decimal text by column. */
  totals: query('register.enter', ['register'])
    .input(z.object(selection))
    .output(z.object({ rows: z.int(), sums: z.record(z.string(), z.string()) })),
  /** Definitions that come with the program, by name. */
  samples: query('register.define', ['register']).output(z.array(z.object({ code: z.string(), name: z.string(), description: z.string(), moduleCode: z.string().nullable(), columns: z.array(z.string()), exists: z.boolean() }))),
  create: command('register.define', changing)
    .input(z.object({ moduleId: id.nullable(), ...definition, columns: wantedColumns }))
    .output(z.object({ id, code: z.string() })),
  /** From a shipped definition; the name is the caller's to change. */
  addFromSample: command('register.define', changing)
    .input(z.object({ sample: z.string(), moduleId: id.nullable(), name: definition.name }))
    .output(z.object({ id, code: z.string() })),
  /** The whole definition anew, columns in their order; a column that is left out is hidden with its entries, one of `removedColumns` named again comes back. */
  define: command('register.define', changing)
    .input(z.object({ id, version: rowVersion, ...definition, columns: wantedColumns }))
    .output(z.object({ version: rowVersion })),
  setEnabled: command('register.define', { changes: ['register'] })
    .input(z.object({ id, enabled: z.boolean(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Cells as typed, by column. */
  add: command('register.enter', { changes: ['register'], errors: ['duplicate', 'not_editable'] })
    .input(z.object({ registerId: id, cells }))
    .output(z.object({ id, version: rowVersion })),
  editCells: command('register.enter', { changes: ['register'] })
    .input(
      z.object({
        registerId: id,
        rows: z
          .array(z.object({ id, version: rowVersion, changes: cells }))
          .min(1)
          .max(1000)
          .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length),
        mode: z.enum(batchModes),
      }),
    )
    .output(outcome),
  /** To the 回收站. */
  remove: command('register.enter', { changes: ['register'] }).input(z.object({ ids: rowIds, mode: z.enum(batchModes) })).output(outcome),
  restore: command('register.enter', { changes: ['register'] }).input(z.object({ ids: rowIds, mode: z.enum(batchModes) })).output(outcome),
  /** Makes service records (待核实) or points (已申报) of rows, each once; they go through the ordinary verification. */
  propose: command('register.enter', { changes: ['register', 'event', 'point'] }).input(z.object({ ids: rowIds, mode: z.enum(batchModes) })).output(outcome),
}
