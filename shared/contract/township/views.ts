import { z } from 'zod'
import { id, name, ownSession, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const grid = z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,39}$/)

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Columns, order and filters of a grid, as the grid itself writes them. */
const state = z.string().max(20_000, faults.tooLong(20_000)).refine(isJson, faults.json)

export const views = {
  /** The caller's own views of a grid, oldest first. */
  list: ownSession({ reads: ['view'] }).input(z.object({ grid })).output(z.array(z.object({ id, name, state, version: rowVersion }))),
  /** Keeps a view; one of the same name is overwritten. */
  save: ownSession({ changes: ['view'] }).input(z.object({ grid, name, state })).output(z.object({ id, version: rowVersion })),
  remove: ownSession({ changes: ['view'] }).input(z.object({ id })).output(z.object({})),
}
