import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { rememberedHeadings } from '../../../../shared/domain/reports/imports/find-table.ts'
import type { ImportKind, RecognisedTable, RememberedReading, WordOfColumn } from '../../../../shared/domain/reports/imports/types.ts'
import { importMapping } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { nextSeq } from '../../app/rows.ts'

/** Whose lists: of a kind, or of one register. */
export interface MappingPlace {
  readonly kind: ImportKind
  readonly registerId: string | undefined
}

const reading = z.object({ headings: z.record(z.string(), z.string().nullable()), words: z.record(z.string(), z.record(z.string(), z.string())) })
type Reading = z.infer<typeof reading>

/** The forms of a sender's list, the newest first; a township of an older program kept one. */
const stored = z.union([z.object({ readings: z.array(reading) }), reading.transform((one) => ({ readings: [one] }))])

/** Forms of one sender's list that are kept. */
const mostForms = 20

function readingsOf(choice: string): readonly Reading[] {
  return stored.parse(JSON.parse(choice)).readings
}

function kindOf({ kind, registerId }: MappingPlace): string {
  return registerId === undefined ? kind : `${kind}:${registerId}`
}

/** How lists of this kind were read before, the sender's own first. */
export function rememberedReadings(read: Read, place: MappingPlace, sender: string | undefined): readonly RememberedReading[] {
  const rows = read.select().from(importMapping).where(eq(importMapping.kind, kindOf(place))).orderBy(asc(importMapping.seq)).all()
  const readings = rows.flatMap((row) => readingsOf(row.choice).map((one): RememberedReading => ({ sender: row.sender, ...one })))
  return [...readings.filter((one) => one.sender === sender), ...readings.filter((one) => one.sender !== sender)]
}

export function senders(read: Read, place: MappingPlace): readonly string[] {
  return [...new Set(rememberedReadings(read, place, undefined).map(({ sender }) => sender))]
}

/** How a list was read this time. */
export interface ReadingMade {
  readonly place: MappingPlace
  readonly sender: string
  readonly table: Pick<RecognisedTable, 'columns'>
  readonly words: readonly WordOfColumn[]
}

/**
 * Keeps how a sender's list was read, each form of it (its headings) by itself: every heading with what it was taken for, and the words that were understood.
 * What is remembered is the township's: who imports for it as a whole (`mayReplace`) sets it anew, a module adds what was not known.
 */
export function rememberReading(tx: Write, newId: () => string, { place, sender, table, words }: ReadingMade, mayReplace: boolean): void {
  const made = readingMade(table, words)
  const isSender = and(eq(importMapping.kind, kindOf(place)), eq(importMapping.sender, sender))
  const row = tx.select().from(importMapping).where(isSender).get()
  const readings = row === undefined ? [] : readingsOf(row.choice)
  const known = readings.find((one) => formOf(one) === formOf(made))
  const kept = known === undefined ? made : mayReplace ? { headings: made.headings, words: withWords(known.words, made.words) } : { headings: known.headings, words: withWords(made.words, known.words) }
  const choice = JSON.stringify({ readings: [kept, ...readings.filter((one) => one !== known)].slice(0, mostForms) })
  if (row === undefined) tx.insert(importMapping).values({ id: newId(), seq: nextSeq(tx, importMapping), kind: kindOf(place), sender, choice }).run()
  else if (row.choice !== choice) tx.update(importMapping).set({ choice, version: row.version + 1 }).where(isSender).run()
}

function readingMade({ columns }: ReadingMade['table'], words: readonly WordOfColumn[]): Reading {
  const byKey: Record<string, Record<string, string>> = {}
  for (const { key, word, code } of words) if (code !== null) byKey[key] = { ...byKey[key], [word]: code }
  return { headings: rememberedHeadings(columns), words: byKey }
}

function formOf({ headings }: Reading): string {
  return JSON.stringify(Object.keys(headings).sort())
}

/** The words of two readings; where both know one, the later holds. */
function withWords(earlier: Reading['words'], later: Reading['words']): Reading['words'] {
  return { ...earlier, ...Object.fromEntries(Object.entries(later).map(([key, table]) => [key, { ...earlier[key], ...table }])) }
}
