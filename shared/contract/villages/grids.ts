import { z } from 'zod'
import { gridRoles } from '../../domain/villages/villages/codes.ts'
import { batchOutcome, cellEdits } from '../grid.ts'
import { command, day, id, name, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, faults.month)
const mark = z.int().nullable()
const phone = z.string().regex(/^[\d+-]{5,20}$/, faults.phone).nullable()

const person = z.object({ id, role: z.enum(gridRoles), name: z.string(), staffId: id.nullable(), phone: z.string().nullable(), from: day, to: day.nullable(), version: rowVersion })

const gridRow = z.object({ id, code: z.string(), villageId: id, villageName: z.string(), name: z.string(), households: z.int().nullable(), remark: z.string().nullable(), stoppedOn: day.nullable(), people: z.array(person), missing: z.array(z.enum(gridRoles)), version: rowVersion })

/** Marks in hundredths; `version` is 1 where nothing has been entered yet. */
const scoreRow = z.object({ gridId: id, code: z.string(), villageName: z.string(), name: z.string(), head: z.string(), fullTime: z.string(), routine: mark, handling: mark, opinion: mark, bonus: mark, note: z.string().nullable(), total: mark, rank: z.int().nullable(), version: rowVersion })

export const gridScoreFields = ['routine', 'handling', 'opinion', 'bonus', 'note'] as const

const gridInput = z.object({ villageId: id, name, households: z.int(faults.whole).min(0, faults.negative).max(99_999, faults.tooMuch(99_999)).nullable(), remark: z.string().trim().max(200, faults.tooLong(200)).nullable() })

export const grids = {
  /** Every 网格 with its people past and present, and the places of 一长三员 that nobody holds today: none of one that is stopped. */
  list: query('register.enter', ['grid', 'village', 'staff']).output(z.object({ rows: z.array(gridRow), mayEdit: z.boolean() })),
  add: command('register.verify', { changes: ['grid'], errors: ['duplicate'] }).input(gridInput).output(z.object({ id })),
  edit: command('register.verify', { changes: ['grid'], errors: ['duplicate'] }).input(gridInput.extend({ id, version: rowVersion })).output(z.object({ version: rowVersion })),
  /** Takes a grid out that nobody is entered in and that has no marks. */
  remove: command('register.verify', { changes: ['grid'], errors: ['grid_used'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  /** 停用: from a day that is not to come, and not before a month that is marked. Its past stays. */
  stop: command('register.verify', { changes: ['grid'] }).input(z.object({ id, stoppedOn: day, version: rowVersion })).output(z.object({ version: rowVersion })),
  resume: command('register.verify', { changes: ['grid'] }).input(z.object({ id, version: rowVersion })).output(z.object({ version: rowVersion })),
  /** Somebody takes a place; with `replaces` whoever holds it ends the day before. One on the roster is named by it. */
  addPerson: command('register.verify', { changes: ['grid'], errors: ['dates_backwards', 'grid_stopped'] })
    .input(z.object({ gridId: id, role: z.enum(gridRoles), name: name.nullable(), staffId: id.nullable(), phone, from: day, replaces: z.boolean() }))
    .output(z.object({ id })),
  endPerson: command('register.verify', { changes: ['grid'], errors: ['dates_backwards'] }).input(z.object({ id, to: day, version: rowVersion })).output(z.object({ version: rowVersion })),
  /** Takes out who was entered by mistake, as if he had never been; not of a frozen quarter. The audit log keeps it. */
  removePerson: command('register.verify', { changes: ['grid'], errors: ['period_not_open'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  /** 月度考核 of every grid in a month: marks, total and place among those complete. */
  scores: query('register.enter', ['grid', 'village']).input(z.object({ month })).output(z.object({ rows: z.array(scoreRow), mayEdit: z.boolean() })),
  /** Marks as typed, each row the grid it is of. A month to come, and of a grid one after it was stopped, is refused. */
  editScores: command('register.verify', { changes: ['grid'] }).input(cellEdits(gridScoreFields).extend({ month })).output(batchOutcome(gridScoreFields)),
}
