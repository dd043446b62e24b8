import { z } from 'zod'
import { orientations } from '../../domain/papers/layout.ts'
import { pageAligns, typefaces, type Page, type PageForm } from '../../domain/papers/pages.ts'
import { layoutSchema } from './layout.ts'
import { command, id, query } from '../procedure.ts'
import { exportInput } from './transfer.ts'

/** How a workbook leaves by the printer: on paper, or in a PDF. */
export const printWays = ['paper', 'pdf'] as const
export type PrintWay = (typeof printWays)[number]

/** The most pages that go to the printer at one go. */
export const mostPrinted = 200

/** The most pages that are told at once. */
export const mostPagesAtOnce = 50

const length = z.number().nonnegative()

const page = z.object({
  number: z.int().positive(),
  rows: z.array(z.object({ height: length, cells: z.array(z.object({ at: z.int().nonnegative(), across: z.int().positive(), down: z.int().positive(), text: z.string(), wraps: z.boolean(), style: z.int().nonnegative() })).readonly() })).readonly(),
  chart: z
    .object({
      title: z.string(),
      axisTitle: z.string(),
      categories: z.array(z.string()).readonly(),
      series: z.array(z.object({ name: z.string(), values: z.array(z.number()).readonly() })).readonly(),
      from: z.int().nonnegative(),
      to: z.int().nonnegative(),
    })
    .nullable(),
}) satisfies z.ZodType<Page>

const form = z.object({
  name: z.string(),
  orientation: z.enum(orientations),
  paper: z.object({ width: length, height: length }),
  margins: z.object({ left: length, right: length, top: length, bottom: length, foot: length }),
  scale: z.int().positive(),
  columns: z.array(length).readonly(),
  styles: z.array(z.object({ face: z.enum(typefaces), points: length, align: z.enum(pageAligns), boxed: z.boolean() })).readonly(),
  pages: z.int().nonnegative(),
}) satisfies z.ZodType<PageForm>

const pagesInput = z.object({
  book: exportInput,
  /** A sheet by its name; the first one where it is null or not in the workbook. */
  sheet: z.string().nullable(),
  from: z.int().positive().default(1),
  count: z.int().min(0).max(mostPagesAtOnce).default(5),
  /** The preview that is being looked at, so that its next page is of the same moment; null, or one that is gone, makes it anew. */
  preview: id.nullable().default(null),
  /** A layout that has not been saved, in place of the one in use. */
  layout: layoutSchema.nullable().default(null),
})
export type PagesInput = z.infer<typeof pagesInput>

const shownPages = z.object({
  preview: id,
  /** `key`: which sheet of the layout it is; null for one whose name the layout does not say. */
  sheets: z.array(z.object({ key: z.string().nullable(), name: z.string(), pages: z.int(), orientation: z.enum(orientations) })).readonly(),
  form,
  pages: z.array(page).readonly(),
})

const printed = z.object({
  book: exportInput,
  sheets: z.array(z.string().max(31)).min(1).max(200),
  pages: z.int().positive(),
  way: z.enum(printWays),
})
export type PrintedBook = z.infer<typeof printed>

/** Pages of one form, counted by themselves. */
export const pageStretch = z.object({ form, pages: z.array(page).readonly() })

export const books = {
  /** A workbook as it is printed, some pages at a time; the same gathering and rights as its export. Looking leaves no record, so that every 身份证号 is masked. */
  pages: query('export.run', [], 'not_frozen', 'export_failed', 'pages_failed', 'layout_outdated').input(pagesInput).output(shownPages),
  /** That a preview is no longer looked at. One that is gone is no error. */
  close: query('export.run', []).input(z.object({ preview: id })).output(z.object({})),
  /** That it was printed or saved as a PDF: an entry in the export log. */
  printed: command('export.run', { changes: ['export'], errors: ['not_frozen'] }).input(printed).output(z.object({})),
}
