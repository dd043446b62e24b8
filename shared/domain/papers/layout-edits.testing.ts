import fc from 'fast-check'
import { changeBook, changeCaption, changeColumn, changeFormLabel, changeSheet, moveColumn, moveColumnOnto, moveSheet, omitSheet, resetSheet, takeSheet } from './edit-layout.ts'
import type { Layout } from './layout.ts'

export type Edit = (layout: Layout) => Layout

const words = fc.oneof(fc.constantFrom('', '表', '姓名', '{township}考评', '{nothing}', '合计/平均', '长'.repeat(40), '“引号”'), fc.string({ maxLength: 12 }))

/** One change out of all that the screen can make, of anything in the layout, with any words. */
export function anyEdit(shipped: Layout): fc.Arbitrary<Edit> {
  const places = shipped.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => table.columns.map(({ field }) => ({ sheet: sheet.key, table: table.key, field }))))
  const place = fc.constantFrom(...places)
  const sheet = fc.constantFrom(...shipped.sheets.map(({ key }) => key))
  const step = fc.constantFrom<-1 | 1>(-1, 1)
  return fc.oneof(
    fc.tuple(place, step).map(([at, by]): Edit => (layout) => moveColumn(layout, at, by)),
    fc.tuple(place, fc.nat()).map(([at, to]): Edit => {
      const fields = places.filter(({ table }) => table === at.table).map(({ field }) => field)
      return (layout) => moveColumnOnto(layout, at, fields[to % fields.length] ?? '')
    }),
    fc.tuple(place, fc.boolean()).map(([at, hidden]): Edit => (layout) => changeColumn(layout, at, { hidden })),
    fc.tuple(place, words, words).map(([at, heading, group]): Edit => (layout) => changeColumn(layout, at, { heading, group })),
    fc.tuple(place, fc.oneof(fc.integer({ min: -1, max: 130 }), fc.constant(NaN))).map(([at, width]): Edit => (layout) => changeColumn(layout, at, { width })),
    fc.tuple(sheet, step).map(([key, by]): Edit => (layout) => moveSheet(layout, key, by)),
    sheet.map((key): Edit => (layout) => omitSheet(layout, key)),
    sheet.map((key): Edit => (layout) => takeSheet(layout, shipped, key)),
    sheet.map((key): Edit => (layout) => resetSheet(layout, shipped, key)),
    fc.tuple(sheet, words, words).map(([key, name, title]): Edit => (layout) => changeSheet(layout, key, { name, title })),
    fc.tuple(sheet, fc.array(words, { maxLength: 3 }), fc.boolean()).map(([key, notes, signed]): Edit => (layout) => changeSheet(layout, key, { notes, signed, measure: notes[0] ?? '' })),
    fc.tuple(place, words).map(([at, caption]): Edit => (layout) => changeCaption(layout, at, caption)),
    fc.tuple(sheet, fc.nat(12), words).map(([key, row, label]): Edit => (layout) => changeFormLabel(layout, key, { row, cell: 0 }, label)),
    fc.tuple(words, fc.array(words, { maxLength: 8 })).map(([fileName, signers]): Edit => (layout) => changeBook(layout, { fileName: `${fileName}.xlsx`, signers, unitLine: { unit: fileName, date: '' } })),
  )
}
