import { z } from 'zod'
import type { GridState } from '../grid/types.ts'

const value = z.union([z.string(), z.number(), z.boolean()])
const field = z.string()

const filter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), field, contains: z.string() }),
  z.object({ kind: z.literal('choice'), field, values: z.array(value) }),
  z.object({ kind: z.literal('day'), field, from: z.string().nullable(), to: z.string().nullable() }),
  z.object({ kind: z.literal('number'), field, min: z.number().nullable(), max: z.number().nullable() }),
  z.object({ kind: z.literal('blank'), field, blank: z.boolean() }),
])

const gridState = z.object({
  columns: z.array(z.object({ field, width: z.number(), hidden: z.boolean(), pinned: z.boolean() })),
  sort: z.array(z.object({ field, descending: z.boolean() })),
  filters: z.array(filter),
})

/** The state of a stored view; null when it is none, as one of another version may be. */
export function readGridState(json: string): GridState | null {
  try {
    return gridState.parse(JSON.parse(json))
  } catch {
    // Not JSON or of another shape: the view is left out, the grid still opens.
    return null
  }
}
