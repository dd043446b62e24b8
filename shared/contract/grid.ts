import { z } from 'zod'
import { day, id, rowVersion } from './procedure.ts'

type Names = readonly [string, ...string[]]

/** Columns to order by, the first counts most. Rows that tie stay in official order. */
export function sortBy<const Fields extends Names>(fields: Fields) {
  return z.array(z.object({ field: z.enum(fields), descending: z.boolean() })).max(5).default([])
}

/** The text holds these characters, letters in either case. */
export function textFilter<const Fields extends Names>(fields: Fields) {
  return z.object({ kind: z.literal('text'), field: z.enum(fields), contains: z.string().trim().min(1).max(100) })
}

/** The day lies in the range, both ends counted; an open end is null. Rows without a day are left out. */
export function dayFilter<const Fields extends Names>(fields: Fields) {
  return z.object({ kind: z.literal('days'), field: z.enum(fields), from: day.nullable(), to: day.nullable() })
}

/** As `dayFilter`, for months `YYYY-MM`. */
export function monthFilter<const Fields extends Names>(fields: Fields) {
  const month = z.string().regex(/^\d{4}-\d{2}$/)
  return z.object({ kind: z.literal('months'), field: z.enum(fields), from: month.nullable(), to: month.nullable() })
}

/** The number lies in the range, both ends counted; an open end is null. */
export function numberFilter<const Fields extends Names>(fields: Fields) {
  return z.object({ kind: z.literal('number'), field: z.enum(fields), min: z.number().nullable(), max: z.number().nullable() })
}

/** The value is one of these; null stands for an empty cell where the field may be empty. */
export function choiceFilter<const Field extends string, Value extends z.ZodType>(field: Field, value: Value) {
  return z.object({ kind: z.literal('choice'), field: z.literal(field), oneOf: z.array(value).min(1).max(500) })
}

/** The cell is empty, or it is not. */
export function blankFilter<const Fields extends Names>(fields: Fields) {
  return z.object({ kind: z.literal('blank'), field: z.enum(fields), isBlank: z.boolean() })
}

/** Only rows of which each of these is true. */
export function flagFilter<const Flags extends Names>(flags: Flags) {
  return z.object({ kind: z.literal('flag'), flag: z.enum(flags) })
}

/** `all`: one refusal and nothing is written; `good`: what is refused stays as it was, the rest is written. */
export const batchModes = ['all', 'good'] as const

/** A cell as typed or pasted; null and blank text empty it. */
const cell = z.union([z.string().max(5000), z.number(), z.null()])

/** Cells of many rows, one transaction; each row once, with the version the caller saw. */
export function cellEdits<const Fields extends Names>(fields: Fields) {
  return z.object({
    rows: z
      .array(z.object({ id, version: rowVersion, changes: z.partialRecord(z.enum(fields), cell) }))
      .min(1)
      .max(1000)
      .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length),
    mode: z.enum(batchModes),
  })
}

/**
 * What became of a batch. `applied` names each written row with its new version; `refused` each cell (or, `field` null,
 * each row) that was not, with its sentence. With mode `all` one of the two is empty.
 */
export function batchOutcome<const Fields extends Names>(fields: Fields) {
  return z.object({
    applied: z.array(z.object({ id, version: rowVersion })),
    refused: z.array(z.object({ id, field: z.enum(fields).nullable(), code: z.string(), message: z.string() })),
  })
}
