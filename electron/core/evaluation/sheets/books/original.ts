import { eq } from 'drizzle-orm'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { canonicalJson } from '../../../../../shared/lib/canonical-json.ts'
import type { DerivedKeys } from '../../../../db/derived-keys.ts'
import { scoreBookOriginal } from '../../../../db/schema/index.ts'
import type { Read } from '../../../../db/types.ts'
import type { ScoreBook } from '../../../../workbooks/score-books/book-sheet.ts'
import type { SheetShape } from '../../../../workbooks/score-books/compare-book.ts'
import { fixedCells, openCells, type FixedSheet, type SaidText } from '../../../../workbooks/score-books/fixed-cells.ts'
import { cellAddress } from '../../../../workbooks/exports/model/address.ts'
import { withoutIdNumbers } from '../../../../../shared/domain/people/without-id-numbers.ts'

const person = z.object({ staffId: z.string(), name: z.string(), row: z.int(), band: z.string().nullable(), score: z.string().nullable(), note: z.string().nullable() })
const rating = z.object({ sheetId: z.string(), title: z.string(), columns: z.object({ band: z.int().nullable(), score: z.int(), note: z.int() }), people: z.array(person) })
const storedSheet = z.object({ name: z.string(), cells: z.record(z.string(), z.string()), open: z.array(z.string()), rating: rating.nullable() })
const stored = z.object({ sheets: z.array(storedSheet), code: z.object({ sheet: z.string(), cell: z.string() }) })

/** A score book as it went out: every fixed cell, and what stood in the open ones. Notes are kept as digests. */
export type Original = z.infer<typeof stored>
export type OriginalRating = z.infer<typeof rating>
export type OriginalPerson = z.infer<typeof person>

/** What is kept of a note, only to tell whether it was changed: notes may hold what an audit entry must not. */
export function noteDigest(note: string | null): string | null {
  return note === null ? null : createHash('sha256').update(note, 'utf8').digest('hex').slice(0, 32)
}

/** A cell as it is kept: of one that holds a 身份证号 only a digest. */
function keptText(said: SaidText): string {
  return withoutIdNumbers(said) === said ? said : `d${createHash('sha256').update(said, 'utf8').digest('hex')}`
}

/** The fixed cells in the form in which originals are kept and 校验码 is made. */
export function keptCells(sheets: readonly FixedSheet[]): readonly FixedSheet[] {
  return sheets.map(({ name, cells }) => ({ name, cells: Object.fromEntries(Object.entries(cells).map(([address, said]) => [address, keptText(said)])) }))
}

export function originalOf(book: ScoreBook): Original {
  const kept = keptCells(fixedCells(book))
  return {
    sheets: book.sheets.map((sheet, place) => ({
      name: sheet.name,
      cells: { ...kept[place]?.cells },
      open: [...openCells(sheet)],
      rating: sheet.rating === null ? null : {
        sheetId: sheet.rating.sheetId,
        title: sheet.rating.title,
        columns: { ...sheet.rating.columns },
        people: sheet.rating.people.map(({ row, person: { staffId, name, band, score, note } }) => ({ staffId, name, row, band, score, note: noteDigest(note) })),
      },
    })),
    code: { sheet: book.code.sheet, cell: cellAddress(book.code.row, book.code.column) },
  }
}

/** What is left alone in each sheet when a book comes back. */
export function shapesOf({ sheets, code }: Original): readonly SheetShape[] {
  return sheets.map(({ name, open }) => ({ name, ignored: new Set(name === code.sheet ? [...open, code.cell] : open) }))
}

/** 校验码 of a book: over its number and every fixed cell, by a key of this township alone. */
export function bookCode(keys: DerivedKeys, bookId: string, cells: readonly FixedSheet[]): string {
  const digest = createHmac('sha256', keys.scoreBook).update(canonicalJson({ bookId, cells }), 'utf8').digest('hex')
  return (digest.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

export function sameCode(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8')]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** An original as it is stored. */
export function packOriginal(original: Original): Buffer {
  return gzipSync(JSON.stringify(original))
}

/** What went out as a book; null when nothing is kept of it. */
export function originalFrom(read: Read, bookId: string): Original | null {
  const kept = read.select({ content: scoreBookOriginal.content }).from(scoreBookOriginal).where(eq(scoreBookOriginal.bookId, bookId)).get()
  return kept === undefined ? null : stored.parse(JSON.parse(gunzipSync(kept.content).toString('utf8')))
}
