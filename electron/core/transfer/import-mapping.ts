import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { rememberedHeadings } from '../../../shared/domain/import/find-table.ts'
import type { ImportKind, RecognisedTable, RememberedReading, WordOfColumn } from '../../../shared/domain/import/types.ts'
import { importMapping } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { nextSeq } from '../app/rows.ts'

/** Whose lists: of a kind, or of one register. */
export interface MappingPlace {
  readonly kind: ImportKind
  readonly registerId: string | undefined
}

const stored = z.object({ headings: z.record(z.string(), z.string().nullable()), words: z.record(z.string(), z.record(z.string(), z.string())) })

function kindOf({ kind, registerId }: MappingPlace): string {
  return registerId === undefined ? kind : `${kind}:${registerId}`
}

/** How lists of this kind were read before, the sender's own first. */
export function rememberedReadings(read: Read, place: MappingPlace, sender: string | undefined): readonly RememberedReading[] {
  const rows = read.select().from(importMapping).where(eq(importMapping.kind, kindOf(place))).orderBy(asc(importMapping.seq)).all()
  const readings = rows.map((row): RememberedReading => ({ sender: row.sender, ...stored.parse(JSON.parse(row.choice)) }))
  return [...readings.filter((one) => one.sender === sender), ...readings.filter((one) => one.sender !== sender)]
}

export function senders(read: Read, place: MappingPlace): readonly string[] {
  return rememberedReadings(read, place, undefined).map(({ sender }) => sender)
}

/** Keeps how a sender's list was read: every heading with what it was taken for, and the words that were understood. */
export function rememberReading(tx: Write, newId: () => string, place: MappingPlace, sender: string, { columns }: Pick<RecognisedTable, 'columns'>, words: readonly WordOfColumn[]): void {
  const headings = rememberedHeadings(columns)
  const byKey: Record<string, Record<string, string>> = {}
  for (const { key, word, code } of words) if (code !== null) byKey[key] = { ...byKey[key], [word]: code }
  const isSender = and(eq(importMapping.kind, kindOf(place)), eq(importMapping.sender, sender))
  const known = tx.select().from(importMapping).where(isSender).get()
  const before = known === undefined ? null : stored.parse(JSON.parse(known.choice))
  const merged = { headings: { ...before?.headings, ...headings }, words: { ...before?.words, ...Object.fromEntries(Object.entries(byKey).map(([key, table]) => [key, { ...before?.words[key], ...table }])) } }
  // Headings of an older form of the list would have to stand in the new one.
  const choice = JSON.stringify({ ...merged, headings })
  if (known === undefined) tx.insert(importMapping).values({ id: newId(), seq: nextSeq(tx, importMapping), kind: kindOf(place), sender, choice }).run()
  else if (known.choice !== choice) tx.update(importMapping).set({ choice, version: known.version + 1 }).where(isSender).run()
}
