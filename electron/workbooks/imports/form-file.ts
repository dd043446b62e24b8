import { rename, rm, writeFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { FormColumn, FormPlan } from './form-plan.ts'
import { ReadRefusal } from './refusal.ts'
import { formWords as words } from './vocabulary.ts'

/** Rows below the heading that carry validation. */
const rowsToFill = 1_000

const thin = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const borders = { top: thin, left: thin, bottom: thin, right: thin }

/** `B` for 2, `AA` for 27. */
function letters(column: number): string {
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column)
}

function validationOf({ input, heading }: FormColumn, listRange: string | null): ExcelJS.DataValidation | null {
  const plain = { allowBlank: true, showErrorMessage: true, errorTitle: heading }
  switch (input.as) {
    case 'text':
      return null
    case 'list':
      // What is not in the list may still be typed: an import says what it does not know.
      return listRange === null ? null : { ...plain, type: 'list', formulae: [listRange], errorStyle: 'warning', error: words.listError }
    case 'date':
      return { ...plain, type: 'date', operator: 'between', formulae: [new Date(Date.UTC(1950, 0, 1)), new Date(Date.UTC(2099, 11, 31))], error: words.dateError }
    case 'number':
      return { ...plain, type: input.isWhole ? 'whole' : 'decimal', operator: 'between', formulae: [input.least, input.most], error: words.numberError(input.least, input.most) }
  }
}

function formatOf({ input }: FormColumn): string {
  if (input.as === 'date') return 'yyyy-mm-dd'
  return input.as === 'number' ? 'General' : '@'
}

function addLists(workbook: ExcelJS.Workbook, columns: readonly FormColumn[]): ReadonlyMap<string, string> {
  const ranges = new Map<string, string>()
  const listed = columns.flatMap(({ heading, input }) => (input.as === 'list' && input.options.length > 0 ? [{ heading, options: input.options }] : []))
  if (listed.length === 0) return ranges
  const sheet = workbook.addWorksheet(words.listSheet, { state: 'hidden' })
  for (const [place, { heading, options }] of listed.entries()) {
    sheet.getColumn(place + 1).values = [heading, ...options]
    ranges.set(heading, `${words.listSheet}!$${letters(place + 1)}$2:$${letters(place + 1)}$${String(options.length + 1)}`)
  }
  return ranges
}

function addTable(workbook: ExcelJS.Workbook, { title, columns }: FormPlan): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } })
  for (const [place, column] of columns.entries()) {
    const cell = sheet.getCell(1, place + 1)
    cell.value = column.isRequired ? `*${column.heading}` : column.heading
    cell.font = { name: '黑体', size: 12, ...(column.isRequired ? { color: { argb: 'FFC00000' } } : {}) }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = borders
    sheet.getColumn(place + 1).width = column.width
    sheet.getColumn(place + 1).numFmt = formatOf(column)
  }
  sheet.getRow(1).height = 28
  return sheet
}

function addGuide(workbook: ExcelJS.Workbook, { columns, notes }: FormPlan): void {
  const sheet = workbook.addWorksheet(words.guideSheet)
  sheet.columns = [{ width: 18 }, { width: 10 }, { width: 80 }]
  sheet.addRow([words.guideColumn, words.guideRequired, words.guideHint]).font = { name: '黑体', size: 12 }
  for (const { heading, isRequired, hint } of columns) sheet.addRow([heading, isRequired ? words.required : words.optional, hint])
  sheet.addRow([])
  for (const note of notes) sheet.addRow([note])
}

/** Writes a blank form: the table to fill, 填表说明, and a hidden sheet of what its lists offer. */
export async function writeForm(plan: FormPlan, out: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = addTable(workbook, plan)
  addGuide(workbook, plan)
  const ranges = addLists(workbook, plan.columns)
  for (const [place, column] of plan.columns.entries()) {
    const validation = validationOf(column, ranges.get(column.heading) ?? null)
    if (validation === null) continue
    for (let row = 2; row <= rowsToFill + 1; row++) sheet.getCell(row, place + 1).dataValidation = validation
  }
  const unfinished = `${out}.part`
  try {
    await writeFile(unfinished, Buffer.from(await workbook.xlsx.writeBuffer()))
    await rename(unfinished, out)
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new ReadRefusal('not_saved')
  }
}
