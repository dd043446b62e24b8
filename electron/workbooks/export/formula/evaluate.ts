import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { Area } from '../model/address.ts'
import { sheetFunctions } from './functions.ts'
import type { Expression, Operator } from './parse.ts'
import type { Resolve } from './text.ts'
import { compareScalars, FormulaError, isMatrix, numberOf, scalarOf, textOf } from './values.ts'
import type { Matrix, Scalar, Value } from './values.ts'

/** The cells formulas look at, calculated as they are asked for. */
export interface CellSource {
  cell(sheet: string, row: number, column: number): Scalar
  range(area: Area): Matrix
}

function apply(operator: Operator, a: Scalar, b: Scalar): Scalar {
  switch (operator) {
    case '+': return numberOf(a) + numberOf(b)
    case '-': return numberOf(a) - numberOf(b)
    case '*': return numberOf(a) * numberOf(b)
    case '/': {
      const divisor = numberOf(b)
      if (divisor === 0) throw new FormulaError('#DIV/0!')
      return numberOf(a) / divisor
    }
    case '&': return textOf(a) + textOf(b)
    case '=': return compareScalars(a, b) === 0
    case '<>': return compareScalars(a, b) !== 0
    case '<': return compareScalars(a, b) < 0
    case '>': return compareScalars(a, b) > 0
    case '<=': return compareScalars(a, b) <= 0
    case '>=': return compareScalars(a, b) >= 0
    default: return assertNever(operator)
  }
}

/** Cell by cell where a range takes part. */
function combine(operator: Operator, left: Value, right: Value): Value {
  if (!isMatrix(left) && !isMatrix(right)) return apply(operator, left, right)
  const shape = isMatrix(left) ? left : isMatrix(right) ? right : null
  if (!shape) throw new FormulaError('#VALUE!')
  const at = (value: Value, index: number): Scalar => (isMatrix(value) ? (value.values[index] ?? null) : value)
  return { columns: shape.columns, values: shape.values.map((_, index) => apply(operator, at(left, index), at(right, index))) }
}

/** What the formula gives. @throws FormulaError where a spreadsheet would show an error */
export function evaluate(expression: Expression, resolve: Resolve, source: CellSource): Value {
  function call(name: string, args: readonly Expression[]): Value {
    const value = (at: number): Value => {
      const arg = args[at]
      return arg === undefined ? null : evaluate(arg, resolve, source)
    }
    // IF and IFERROR look at one branch only, so that the other may be an error.
    if (name === 'IF') return numberOf(scalarOf(value(0))) !== 0 ? value(1) : args.length > 2 ? value(2) : false
    if (name === 'IFERROR') {
      try {
        return value(0)
      } catch (error) {
        if (error instanceof FormulaError) return value(1)
        throw error
      }
    }
    const sheetFunction = sheetFunctions.get(name)
    if (!sheetFunction) throw new FormulaError('#NAME?')
    return sheetFunction(args.map((_, at) => value(at)))
  }

  switch (expression.kind) {
    case 'number': case 'text': return expression.value
    case 'negated': return -numberOf(scalarOf(evaluate(expression.operand, resolve, source)))
    case 'binary': return combine(expression.operator, evaluate(expression.left, resolve, source), evaluate(expression.right, resolve, source))
    case 'call': return call(expression.name, expression.args)
    case 'reference': {
      const area = resolve(expression.name)
      const single = area.firstRow === area.lastRow && area.firstColumn === area.lastColumn
      return single ? source.cell(area.sheet, area.firstRow, area.firstColumn) : source.range(area)
    }
    default: return assertNever(expression)
  }
}
