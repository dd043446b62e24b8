import ExcelJS from 'exceljs'
import { cleanText } from '../exports/model/clean-text.ts'
import { styleBook } from '../exports/write/styles.ts'
import { rowWriter } from '../exports/write/write-rows.ts'
import { sheetOptions, writtenWidth } from '../exports/write/write-workbook.ts'
import type { BookSheet, Entry, OpenCell, ScoreBook } from './book-sheet.ts'
import { bookWords } from './vocabulary.ts'

/** What shows where to write. */
const openFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF7D6' } } as const

const { validation } = bookWords

/** The longest list that a validation holds as text. */
const longestList = 255

const error = { showErrorMessage: true, errorStyle: 'stop', errorTitle: validation.title, allowBlank: true } as const

/** The drop-down or the limits of an open cell; null where the bands cannot stand in a list. */
function validationOf(entry: Entry): ExcelJS.DataValidation | null {
  switch (entry.kind) {
    case 'band': {
      const list = entry.bands.join(',')
      const fits = entry.bands.length > 0 && entry.bands.every((band) => !/[,"\n]/.test(band)) && list.length <= longestList
      return fits ? { ...error, type: 'list', formulae: [`"${cleanText(list)}"`], error: validation.band(entry.bands.join('、')) } : null
    }
    case 'score':
      return { ...error, type: 'decimal', operator: 'between', formulae: [0, Number(entry.max)], error: validation.score(entry.max) }
    case 'note':
      return { ...error, type: 'textLength', operator: 'lessThanOrEqual', formulae: [2000], error: validation.note }
  }
}

function openCell(worksheet: ExcelJS.Worksheet, { row, column, entry }: OpenCell): void {
  const cell = worksheet.getCell(row, column)
  // A style of its own: those of the model are shared between cells. A note stays as typed, also where it looks like a day.
  cell.style = { ...cell.style, protection: { locked: false }, fill: openFill, ...(entry.kind === 'note' ? { numFmt: '@' } : {}) }
  const rule = validationOf(entry)
  if (rule !== null) cell.dataValidation = rule
}

async function fillSheet(workbook: ExcelJS.Workbook, sheet: BookSheet): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, sheetOptions(sheet))
  worksheet.columns = sheet.columns.map(({ width, hidden }) => ({ width: writtenWidth(width), hidden }))
  const writeRow = rowWriter(worksheet, styleBook())
  for (const row of sheet.rows) writeRow(row)
  for (const open of sheet.open) openCell(worksheet, open)
  // Without a password: it keeps from slips of the hand, and 校验码 from everything else.
  await worksheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true })
}

/** The file of a score book. `createdAt` in milliseconds since 1970. */
export async function writeScoreBook(book: ScoreBook, createdAt: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = cleanText(book.author)
  workbook.lastModifiedBy = cleanText(book.author)
  workbook.title = cleanText(book.title)
  workbook.created = new Date(createdAt)
  workbook.modified = new Date(createdAt)
  for (const sheet of book.sheets) await fillSheet(workbook, sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
