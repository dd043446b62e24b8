import { sheetCount, type ScoreScale } from '../../../shared/domain/plans/scorer-rules.ts'
import { noteRow, titleRow, unitRow } from '../exports/arrange/frame-rows.ts'
import { lineHeight, linesNeeded } from '../exports/arrange/text-width.ts'
import type { Cell, CellStyle, ColumnModel, NumberFormat, RowModel } from '../exports/model/model.ts'
import type { BookSheet, Entry, ScoreBook } from './book-sheet.ts'
import { checkCell, counterCells, pointsCell, type BookColumns, type Calculated } from './checks.ts'
import type { BookPerson, BookSheetData, ScoreBookData } from './data.ts'
import { sheetNames } from './sheet-names.ts'
import { signedPage } from './signed-page.ts'
import { bookWords } from './vocabulary.ts'

const headerRow = 3
const firstPerson = headerRow + 1

function style(role: CellStyle['role'], align: CellStyle['align'], format: NumberFormat = 'plain'): CellStyle {
  return { role, align, format }
}

const styles = {
  header: style('header', 'centre'),
  centre: style('body', 'centre'),
  left: style('body', 'left'),
  index: style('body', 'centre', 'integer'),
  score: style('body', 'right', 'score'),
}

function text(value: string | null, of: CellStyle): Cell {
  return value === null || value === '' ? { kind: 'empty', style: of } : { kind: 'text', text: value, style: of }
}

function formula({ formula: written, value }: Calculated, of: CellStyle): Cell {
  return { kind: 'formula', formula: written, value, style: of }
}

interface Column {
  readonly heading: string
  readonly width: number
  readonly cell: (person: BookPerson, place: number) => Cell
  readonly entry?: (person: BookPerson) => Entry
}

/** The columns of a sheet from left to right: those of the printed form, with 折合分 and 核对 that are calculated. */
function columnsOf(sheet: BookSheetData): { readonly list: readonly Column[]; readonly at: BookColumns & { readonly note: number } } {
  const { people, scale } = sheet
  const { columns: words, bandPoints, upTo } = bookWords
  const scaleOf = (person: BookPerson): ScoreScale => person.scale ?? scale
  const hasBands = [scale, ...people.map(scaleOf)].some(({ bands }) => bands.length > 0)
  const hasHandover = people.some(({ handover }) => handover !== null)
  const band = hasBands ? 5 : null
  const score = hasBands ? 6 : 5
  const points = hasBands ? 7 : null
  const at = { band, score, points, note: score + (hasBands ? 1 : 0) + 1 + (hasHandover ? 1 : 0) + 1 }
  const rows = { first: firstPerson, last: firstPerson + people.length - 1 }
  const counts = sheetCount(people, scale, sheet.rules).bands.find(({ most }) => most !== null)
  const best = counts === undefined || counts.most === null ? null : { band: counts.band, most: counts.most, count: counts.count }
  const list: readonly Column[] = [
    { heading: words.number, width: 6, cell: (_, place) => ({ kind: 'number', value: place + 1, style: styles.index }) },
    { heading: words.name, width: 12, cell: ({ name }) => text(name, styles.centre) },
    { heading: words.module, width: 14, cell: ({ moduleName }) => text(moduleName, styles.left) },
    { heading: words.post, width: 20, cell: ({ postName }) => text(postName, styles.left) },
    ...(hasBands ? [{ heading: `${words.band}\n${bandPoints(scale.bands)}`, width: 22, cell: (person: BookPerson) => text(person.band, styles.centre), entry: (person: BookPerson): Entry => ({ kind: 'band', bands: scaleOf(person).bands.map((one) => one.band) }) }] : []),
    {
      heading: `${words.score}\n${upTo(scale.max)}`,
      width: 12,
      cell: ({ score: given }) => (given === null ? { kind: 'empty', style: styles.score } : { kind: 'number', value: Number(given), style: styles.score }),
      entry: (person) => ({ kind: 'score', max: scaleOf(person).max }),
    },
    ...(hasBands ? [{ heading: words.points, width: 11, cell: (person: BookPerson, place: number) => formula(pointsCell(firstPerson + place, at, scaleOf(person), person), styles.score) }] : []),
    { heading: words.check, width: 22, cell: (person, place) => formula(checkCell(firstPerson + place, at, rows, scaleOf(person), best, person), styles.centre) },
    ...(hasHandover ? [{ heading: words.handover, width: 30, cell: ({ handover }: BookPerson) => text(handover, styles.left) }] : []),
    { heading: words.note, width: 30, cell: ({ note }) => text(note, styles.left), entry: () => ({ kind: 'note' }) },
  ]
  return { list, at }
}

function textOf(cell: Cell): string {
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'formula' && typeof cell.value === 'string' ? cell.value : ''
}

/** A row as high as its longest text asks for. */
function tableRow(number: number, cells: readonly Cell[], columns: readonly Column[]): RowModel {
  const lines = Math.max(1, ...cells.map((cell, place) => linesNeeded(textOf(cell), columns[place]?.width ?? 10)))
  return { number, height: 8 + lineHeight * lines, cells, merges: [], pageBreakAfter: false }
}

/** A calculated line over the whole width of the table, under 核对. */
function counterRow(number: number, cell: Calculated, width: number, isFirst: boolean): RowModel {
  const rest = Array.from({ length: width - 3 }, (): Cell => ({ kind: 'empty', style: styles.left }))
  return {
    number,
    height: 8 + lineHeight,
    cells: [isFirst ? text(bookWords.counters.heading, styles.header) : { kind: 'empty', style: styles.header }, { kind: 'empty', style: styles.header }, formula(cell, styles.left), ...rest],
    merges: [{ left: 1, right: 2, down: 0 }, { left: 3, right: width, down: 0 }],
    pageBreakAfter: false,
  }
}

function ratingSheet(data: ScoreBookData, sheet: BookSheetData, name: string): BookSheet {
  const { list, at } = columnsOf(sheet)
  const { people, scale } = sheet
  const columns: readonly ColumnModel[] = list.map(({ width }) => ({ width, hidden: false }))
  const rows = { first: firstPerson, last: firstPerson + people.length - 1 }
  const counters = counterCells(sheet, at, rows)
  const afterTable = rows.last + counters.length + 1
  const how = scale.bands.length > 0 ? bookWords.howBands(scale.bands.map(({ band }) => band).join('、'), scale.max) : bookWords.howScores(scale.max)
  const laid: BookSheet = {
    name,
    columns,
    freeze: { rows: headerRow, columns: 2 },
    orientation: 'landscape',
    titleRows: { first: 1, last: headerRow },
    rows: [
      titleRow(1, columns, bookWords.title(data.township, data.periodTitle, sheet.title)),
      unitRow(2, columns, bookWords.unitLine(sheet.scorer, sheet.moduleName, people.length), '', ''),
      tableRow(headerRow, list.map(({ heading }) => text(heading, styles.header)), list),
      ...people.map((person, place) => tableRow(firstPerson + place, list.map(({ cell }) => cell(person, place)), list)),
      ...counters.map((cell, place) => counterRow(rows.last + 1 + place, cell, list.length, place === 0)),
      noteRow(afterTable, columns, how),
      { ...noteRow(afterTable + 1, columns, bookWords.sign), height: 36 },
    ],
    open: people.flatMap((person, place) => list.flatMap(({ entry }, column) => (entry === undefined ? [] : [{ row: firstPerson + place, column: column + 1, entry: entry(person) }]))),
    rating: { sheetId: sheet.sheetId, title: sheet.title, columns: { band: at.band, score: at.score, note: at.note }, people: people.map((person, place) => ({ row: firstPerson + place, person })) },
  }
  return signedPage(laid, rows)
}

function aboutSheet(data: ScoreBookData, name: string, code: string): { readonly sheet: BookSheet; readonly codeRow: number } {
  const words = bookWords.about
  const columns: readonly ColumnModel[] = [{ width: 22, hidden: false }, { width: 90, hidden: false }]
  const facts: readonly (readonly [string, string])[] = [
    [words.township, data.reportingUnit === '' ? data.township : data.reportingUnit],
    [words.period, data.periodTitle],
    [words.scorer, data.scorer],
    [words.plan, data.planVersion],
    [words.sheets, data.sheets.map(({ title }) => title).join(words.join)],
    [words.issuedAt, data.issuedAt],
    [words.issuedBy, data.issuedBy],
    [words.number, data.bookId],
    [words.code, code],
  ]
  const first = 3
  const row = (place: number, [label, value]: readonly [string, string]): RowModel => ({ number: first + place, height: 8 + lineHeight * linesNeeded(value, 90), cells: [text(label, styles.header), text(value, styles.left)], merges: [], pageBreakAfter: false })
  const sheet: BookSheet = {
    name,
    columns,
    freeze: { rows: 0, columns: 0 },
    orientation: 'landscape',
    titleRows: null,
    rows: [titleRow(1, columns, words.title), ...facts.map((fact, place) => row(place, fact)), ...words.notes.map((note, place) => noteRow(first + facts.length + 1 + place, columns, note))],
    open: [],
    rating: null,
  }
  return { sheet, codeRow: first + facts.length - 1 }
}

/** A score book as plain data: one worksheet a score sheet, and 说明 last. `code` is empty while it is being calculated. */
export function scoreBook(data: ScoreBookData, code: string): ScoreBook {
  const names = sheetNames([...data.sheets.map(({ title }) => title), bookWords.about.sheet])
  const about = names.at(-1) ?? bookWords.about.sheet
  const { sheet, codeRow } = aboutSheet(data, about, code)
  return {
    title: bookWords.title(data.township, data.periodTitle, data.scorer),
    author: data.issuedBy,
    sheets: [...data.sheets.map((one, place) => ratingSheet(data, one, names[place] ?? one.title)), sheet],
    code: { sheet: about, row: codeRow, column: 2 },
  }
}
