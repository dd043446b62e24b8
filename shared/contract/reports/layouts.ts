import { z } from 'zod'
import { layoutBooks } from '../../domain/papers/codes.ts'
import { layoutSchema } from './layout.ts'
import { command, id, name, query, rowVersion } from '../procedure.ts'

const book = z.enum(layoutBooks)

/** One of the township's own forms of a workbook. */
const layoutRow = z.object({
  id,
  book,
  name,
  /** It stands for the shipped one in every export and print. */
  inUse: z.boolean(),
  /** What keeps it from being used with this version of the program; empty where nothing does. */
  faults: z.array(z.string()),
  version: rowVersion,
})

const seen = z.object({ id, version: rowVersion })
const changes = ['layout'] as const

export const layouts = {
  /** Every own form, by book in the order of `layoutBooks`, the oldest first; the shipped ones have no row. */
  list: query('export.run', ['layout']).output(z.array(layoutRow)),
  /** The shipped form of a book, or an own one of it beside the shipped. */
  get: query('export.run', ['layout'], 'layout_outdated').input(z.object({ book, id: id.nullable() })).output(z.object({ row: layoutRow.nullable(), layout: layoutSchema, shipped: layoutSchema })),
  /** A new own form as a copy of the shipped one (`from` null) or of an own one of the same book; not in use. */
  copy: command('layout.edit', { changes, errors: ['duplicate', 'layout_outdated'] }).input(z.object({ book, from: id.nullable(), name })).output(z.object({ id, version: rowVersion })),
  /** Refused with everything that is wrong: `sheet key/field` as the path of each. */
  save: command('layout.edit', { changes, errors: ['layout_refused'] }).input(seen.extend({ layout: layoutSchema })).output(z.object({ version: rowVersion })),
  rename: command('layout.edit', { changes, errors: ['duplicate'] }).input(seen.extend({ name })).output(z.object({ version: rowVersion })),
  /** From now on the book is made by it, in place of the shipped one or of another own one. */
  use: command('layout.edit', { changes, errors: ['layout_refused'] }).input(seen).output(z.object({ version: rowVersion })),
  /** From now on the book is made by the shipped one. */
  stopUsing: command('layout.edit', { changes }).input(seen).output(z.object({ version: rowVersion })),
  remove: command('layout.edit', { changes, errors: ['layout_in_use'] }).input(seen).output(z.object({})),
}
