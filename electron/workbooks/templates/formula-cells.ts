import { shiftFormula } from '../exports/verify/formula-form.ts'
import { attributeOf, type SheetXml } from './sheet-xml.ts'

/** A formula cell with its own text, a shared one written out. */
export interface FormulaCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Every formula of a sheet. */
export function formulaCells({ rows }: SheetXml): readonly FormulaCell[] {
  const masters = new Map<string, FormulaCell>()
  return rows.flatMap(({ number: row, cells }) => cells.flatMap(({ column, formula }): FormulaCell[] => {
    if (formula === null) return []
    const shared = attributeOf(formula.open, 't') === 'shared' ? (attributeOf(formula.open, 'si') ?? '') : null
    if (shared === null) return formula.text === '' ? [] : [{ row, column, text: formula.text }]
    if (formula.text !== '') {
      const own = { row, column, text: formula.text }
      masters.set(shared, own)
      return [own]
    }
    const master = masters.get(shared)
    return master === undefined ? [] : [{ row, column, text: shiftFormula(master.text, row - master.row, column - master.column) }]
  }))
}
