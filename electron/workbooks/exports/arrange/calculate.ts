import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { compileFormula } from '../formula/compile.ts'
import type { Run } from '../formula/compile.ts'
import { parseFormula } from '../formula/parse.ts'
import { compileText } from '../formula/text.ts'
import { FormulaError, Matrix, scalarOf } from '../formula/values.ts'
import type { Scalar, Value } from '../formula/values.ts'
import type { Area } from '../model/address.ts'
import { bindText, bindValues } from './bind.ts'
import type { CellValues, RowPlace } from './bind.ts'
import { draftCellAt } from './place.ts'
import type { PlacedBook, PlacedTable } from './place.ts'
import type { DraftFormula } from './draft.ts'

/** Day 0 of `dayNumber` as spreadsheets count days. */
const serialOfEpoch = 25_569

export function serialOf(day: string): number {
  return dayNumber(day) + serialOfEpoch
}

export interface CalculateOptions {
  /** Values that stand in place of cells, by {@link cellKey}: what if this cell were changed? */
  readonly changed?: ReadonlyMap<string, Scalar>
  /** Whether formulas are followed even where the engine said something else. */
  readonly trustFormulas?: boolean
}

export function cellKey(sheet: string, row: number, column: number): string {
  return `${sheet}!${String(row)},${String(column)}`
}

/** What a formula gives, and whether it had to be replaced by what the engine says. */
export interface Calculated {
  readonly value: number | string
  readonly replaced: boolean
}

interface Compiled {
  readonly run: Run<RowPlace>
  readonly text: (place: RowPlace) => string
}

/** A row with the values of its cells as far as they have been asked for. */
interface CalculatedRow extends RowPlace {
  readonly values: (Scalar | undefined)[]
  /** Columns whose formula had to give way to the engine. */
  readonly replaced: Set<number>
}

function rowsOfSheet(tables: readonly PlacedTable[]): readonly (CalculatedRow | undefined)[] {
  const rows: CalculatedRow[] = []
  for (const table of tables) {
    for (const [index, row] of [...table.rows, ...table.totals].entries()) {
      const number = table.firstRow + index
      rows[number] = { table, row, number, values: [], replaced: new Set() }
    }
  }
  return rows
}

/** Calculates the formulas of a placed book, each once, when it is first asked for. */
export class Calculator implements CellValues {
  readonly #book: PlacedBook
  readonly #trustFormulas: boolean
  readonly #rows: ReadonlyMap<string, readonly (CalculatedRow | undefined)[]>
  readonly #compiled = new Map<PlacedTable, Map<string, Map<string, Compiled>>>()
  readonly #ranges = new Map<string, Matrix>()

  constructor(book: PlacedBook, options: CalculateOptions = {}) {
    this.#book = book
    this.#trustFormulas = options.trustFormulas ?? false
    this.#rows = new Map(book.sheets.map((sheet) => [sheet.name, rowsOfSheet(sheet.tables)]))
    for (const [key, value] of options.changed ?? []) this.#change(key, value)
  }

  /** The value of any cell; null outside the tables. @throws FormulaError where a spreadsheet would show an error */
  cell(sheet: string, row: number, column: number): Scalar {
    const at = this.#rows.get(sheet)?.[row]
    return at === undefined ? null : this.#valueAt(at, column)
  }

  own({ table, number }: RowPlace, column: number): Scalar {
    return this.cell(table.sheet, number, column)
  }

  area(area: Area): Value {
    const { sheet, firstRow, lastRow, firstColumn, lastColumn } = area
    if (firstRow === lastRow && firstColumn === lastColumn) return this.cell(sheet, firstRow, firstColumn)
    const key = `${cellKey(sheet, firstRow, firstColumn)}:${String(lastRow)},${String(lastColumn)}`
    const known = this.#ranges.get(key)
    if (known) return known
    const values: Scalar[] = []
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) values.push(this.cell(sheet, row, column))
    }
    const matrix = new Matrix(values)
    this.#ranges.set(key, matrix)
    return matrix
  }

  /** What a formula cell gives. @throws FormulaError */
  formula({ table, number }: RowPlace, column: number): Calculated {
    const value = this.cell(table.sheet, number, column)
    if (typeof value !== 'number' && typeof value !== 'string') throw new FormulaError('#VALUE!')
    return { value, replaced: this.#rows.get(table.sheet)?.[number]?.replaced.has(column) ?? false }
  }

  /** The formula as Excel reads it, without `=`. */
  text(place: RowPlace, formula: DraftFormula): string {
    return this.#compile(place, formula).text(place)
  }

  #change(key: string, value: Scalar): void {
    const bang = key.lastIndexOf('!')
    const [row = 0, column = 0] = key.slice(bang + 1).split(',').map(Number)
    const at = this.#rows.get(key.slice(0, bang))?.[row]
    if (at) at.values[column] = value
  }

  #valueAt(at: CalculatedRow, column: number): Scalar {
    const known = at.values[column]
    if (known !== undefined) return known
    const value = this.#calculate(at, column)
    at.values[column] = value
    return value
  }

  #calculate(at: CalculatedRow, column: number): Scalar {
    const cell = draftCellAt(at.table, at.row, column)
    switch (cell.kind) {
      case 'empty': return null
      case 'text': return cell.text
      case 'number': return cell.value
      case 'date': return serialOf(cell.day)
      case 'formula': {
        const value = this.#run(at, cell)
        if (this.#trustFormulas || cell.expected === null || this.#agrees(value, cell.expected)) return value
        at.replaced.add(column)
        return cell.expected
      }
      default: return assertNever(cell)
    }
  }

  /** A formula that refers to an empty cell gives 0, as in a spreadsheet. */
  #run(place: RowPlace, formula: DraftFormula): Scalar {
    return scalarOf(this.#compile(place, formula).run(place)) ?? 0
  }

  #agrees(value: Scalar, expected: number | string): boolean {
    return typeof value === 'number' && typeof expected === 'number' ? Math.abs(value - expected) < 1e-9 : value === expected
  }

  #compile({ table, row }: RowPlace, formula: DraftFormula): Compiled {
    const constants = formula.constants ?? row.constants ?? ''
    const ofTable = this.#compiled.get(table) ?? new Map<string, Map<string, Compiled>>()
    this.#compiled.set(table, ofTable)
    const ofConstants = ofTable.get(constants) ?? new Map<string, Compiled>()
    ofTable.set(constants, ofConstants)
    const known = ofConstants.get(formula.template)
    if (known) return known
    const expression = parseFormula(formula.template)
    const compiled = {
      run: compileFormula(expression, bindValues(this.#book, table, constants, this)),
      text: compileText(expression, bindText(this.#book, table, constants)),
    }
    ofConstants.set(formula.template, compiled)
    return compiled
  }
}
