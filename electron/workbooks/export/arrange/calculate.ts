import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { parseFormula } from '../formula/parse.ts'
import type { Expression } from '../formula/parse.ts'
import { evaluate } from '../formula/evaluate.ts'
import type { CellSource } from '../formula/evaluate.ts'
import { FormulaError, scalarOf } from '../formula/values.ts'
import type { Matrix, Scalar } from '../formula/values.ts'
import type { Area } from '../model/address.ts'
import { draftCellAt } from './place.ts'
import type { PlacedBook, PlacedTable } from './place.ts'
import type { DraftCell, DraftFormula, DraftRow } from './draft.ts'
import { resolverFor } from './resolve.ts'

/** Day 0 of `dayNumber` as spreadsheets count days. */
const serialOfEpoch = 25_569

export function serialOf(day: string): number {
  return dayNumber(day) + serialOfEpoch
}

/** Where a row of a table lies, for looking cells up by row number. */
interface RowAt {
  readonly table: PlacedTable
  readonly row: DraftRow
}

export interface CalculateOptions {
  /** Values that stand in place of input cells, by `sheet!row,column`: what if this cell were changed? */
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

/** Calculates the formulas of a placed book, each once, when it is first asked for. */
export class Calculator implements CellSource {
  readonly #book: PlacedBook
  readonly #options: CalculateOptions
  readonly #rows = new Map<string, ReadonlyMap<number, RowAt>>()
  readonly #expressions = new Map<string, Expression>()
  readonly #values = new Map<string, Calculated>()
  readonly #ranges = new Map<string, Matrix>()

  constructor(book: PlacedBook, options: CalculateOptions = {}) {
    this.#book = book
    this.#options = options
    for (const sheet of book.sheets) {
      const rows = new Map<number, RowAt>()
      for (const table of sheet.tables) {
        table.rows.forEach((row, index) => rows.set(table.firstRow + index, { table, row }))
        table.totals.forEach((row, index) => rows.set(table.lastRow + 1 + index, { table, row }))
      }
      this.#rows.set(sheet.name, rows)
    }
  }

  cell(sheet: string, row: number, column: number): Scalar {
    const changed = this.#options.changed?.get(cellKey(sheet, row, column))
    if (changed !== undefined) return changed
    const at = this.#rows.get(sheet)?.get(row)
    return at === undefined ? null : this.#valueOf(at, row, column, draftCellAt(at.table, at.row, column))
  }

  range(area: Area): Matrix {
    const key = `${cellKey(area.sheet, area.firstRow, area.firstColumn)}:${cellKey('', area.lastRow, area.lastColumn)}`
    const known = this.#ranges.get(key)
    if (known) return known
    const values: Scalar[] = []
    for (let row = area.firstRow; row <= area.lastRow; row += 1) {
      for (let column = area.firstColumn; column <= area.lastColumn; column += 1) values.push(this.cell(area.sheet, row, column))
    }
    const matrix = { columns: area.lastColumn - area.firstColumn + 1, values }
    this.#ranges.set(key, matrix)
    return matrix
  }

  /** The template of a formula, read once. */
  expression(template: string): Expression {
    const known = this.#expressions.get(template)
    if (known) return known
    const expression = parseFormula(template)
    this.#expressions.set(template, expression)
    return expression
  }

  /** What a formula cell gives. @throws FormulaError where a spreadsheet would show an error */
  formula(table: PlacedTable, row: DraftRow, rowNumber: number, column: number, formula: DraftFormula): Calculated {
    const key = cellKey(table.sheet, rowNumber, column)
    const known = this.#values.get(key)
    if (known) return known
    const resolve = resolverFor(this.#book, table, row, rowNumber, formula)
    const result = scalarOf(evaluate(this.expression(formula.template), resolve, this))
    if (typeof result === 'boolean') throw new FormulaError('#VALUE!')
    const calculated = this.#settle(result ?? 0, formula.expected)
    this.#values.set(key, calculated)
    return calculated
  }

  #settle(value: number | string, expected: number | string | null): Calculated {
    const same = typeof value === 'number' && typeof expected === 'number' ? Math.abs(value - expected) < 1e-9 : value === expected
    if (expected === null || same || this.#options.trustFormulas === true) return { value, replaced: false }
    return { value: expected, replaced: true }
  }

  #valueOf({ table, row }: RowAt, rowNumber: number, column: number, cell: DraftCell): Scalar {
    switch (cell.kind) {
      case 'empty': return null
      case 'text': return cell.text
      case 'number': return cell.value
      case 'date': return serialOf(cell.day)
      case 'formula': return this.formula(table, row, rowNumber, column, cell).value
      default: return assertNever(cell)
    }
  }
}
