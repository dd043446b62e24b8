import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { WorkbookBook } from '../../../../shared/domain/papers/codes.ts'
import type { Catalogue } from '../../../../shared/domain/reports/templates/template.ts'
import { moduleTable, register } from '../../../db/schema/index.ts'
import { sheetNames } from '../../../workbooks/exports/books/registers/book.ts'
import { readLayout } from '../../../workbooks/exports/layout/read-layout.ts'
import { catalogueOf } from '../../../workbooks/templates/catalogue.ts'
import { ownLayoutOf } from '../layouts/book-form.ts'
import type { Guarded } from '../../app/guard.ts'
import { storedRegisters } from '../../registers/stored.ts'
import { exportFileWords } from '../exports/vocabulary.ts'
import { registerWords } from './register-words.ts'

/** Registers are what the township made of them: their names and headings stand for keys. */
function registerCatalogue({ read, view }: Guarded): Catalogue {
  const places = new Map(read.select({ id: moduleTable.id, name: moduleTable.name, seq: moduleTable.seq }).from(moduleTable).all().map((row) => [row.id, row]))
  const rows = read.select().from(register).where(and(eq(register.enabled, true), view.kind === 'all' ? undefined : or(isNull(register.moduleId), inArray(register.moduleId, [...view.modules])))).orderBy(asc(register.seq)).all()
  const place = (moduleId: string | null) => (moduleId === null ? { name: exportFileWords.shared, seq: Infinity } : (places.get(moduleId) ?? { name: '', seq: 0 }))
  const ordered = rows.toSorted((a, b) => (place(a.moduleId).seq === place(b.moduleId).seq ? a.seq - b.seq : place(a.moduleId).seq - place(b.moduleId).seq))
  const names = sheetNames(ordered.map((row) => ({ name: row.name, place: place(row.moduleId).name })), [])
  return storedRegisters(read, ordered).map(({ row, columns }, index) => {
    const name = names[index] ?? row.name
    const headings = columns.map(({ title, unit }) => (unit === null ? title : `${title}(${unit})`))
    return { key: name, name, fields: [registerWords.seq, ...headings.map((heading) => ({ key: heading, heading, group: null }))] }
  })
}

/** What a workbook offers to fill in, as far as the caller sees it, as its layout in use calls it and as the shipped one does. */
export async function catalogueFor(guard: Guarded, book: WorkbookBook): Promise<Catalogue> {
  return book === 'registers' ? registerCatalogue(guard) : catalogueOf(await readLayout(book), ownLayoutOf(guard.read, book))
}
