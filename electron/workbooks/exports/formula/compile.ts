import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { sheetFunctions } from './functions.ts'
import type { Expression, Operator, ReferenceName } from './parse.ts'
import { compareScalars, FormulaError, isMatrix, Matrix, numberOf, scalarOf, textOf } from './values.ts'
import type { Scalar, Value } from './values.ts'

/** A formula made ready to run for one row after another. */
export type Run<Row> = (row: Row) => Value

/** How a name is looked up in a row. */
export type Lookup<Row> = (name: ReferenceName) => Run<Row>

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
  return new Matrix(shape.values.map((_, index) => apply(operator, at(left, index), at(right, index))))
}

function nothing(): Value {
  return null
}

function compileCall<Row>(name: string, args: readonly Run<Row>[]): Run<Row> {
  const [first = nothing, second = nothing, third] = args
  // IF and IFERROR look at one branch only, so that the other may be an error.
  if (name === 'IF') return (row) => (numberOf(scalarOf(first(row))) !== 0 ? second(row) : third ? third(row) : false)
  if (name === 'IFERROR') {
    return (row) => {
      try {
        return first(row)
      } catch (error) {
        if (error instanceof FormulaError) return second(row)
        throw error
      }
    }
  }
  const sheetFunction = sheetFunctions.get(name)
  if (!sheetFunction) {
    return () => {
      throw new FormulaError('#NAME?')
    }
  }
  return (row) => sheetFunction(args.map((arg) => arg(row)))
}

/** The running formula throws a FormulaError where a spreadsheet would show an error. */
export function compileFormula<Row>(expression: Expression, lookup: Lookup<Row>): Run<Row> {
  switch (expression.kind) {
    case 'number': case 'text': {
      const { value } = expression
      return () => value
    }
    case 'reference': return lookup(expression.name)
    case 'negated': {
      const operand = compileFormula(expression.operand, lookup)
      return (row) => -numberOf(scalarOf(operand(row)))
    }
    case 'binary': {
      const { operator } = expression
      const left = compileFormula(expression.left, lookup)
      const right = compileFormula(expression.right, lookup)
      return (row) => combine(operator, left(row), right(row))
    }
    case 'call': return compileCall(expression.name, expression.args.map((arg) => compileFormula(arg, lookup)))
    default: return assertNever(expression)
  }
}
