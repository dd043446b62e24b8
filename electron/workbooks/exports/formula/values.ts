/** What a cell or a formula gives; null is an empty cell. */
export type Scalar = number | string | boolean | null

/** The cells of a range, row by row. */
export class Matrix {
  readonly values: readonly Scalar[]
  #positions: Map<Scalar, number[]> | null = null

  constructor(values: readonly Scalar[]) {
    this.values = values
  }

  /** Where a number stands; indexed once, so that conditions on a key column cost what they find. */
  positionsOf(wanted: number): readonly number[] {
    this.#positions ??= this.#index()
    return this.#positions.get(wanted) ?? []
  }

  #index(): Map<Scalar, number[]> {
    const positions = new Map<Scalar, number[]>()
    this.values.forEach((value, at) => {
      const list = positions.get(value)
      if (list) list.push(at)
      else positions.set(value, [at])
    })
    return positions
  }
}

export type Value = Scalar | Matrix

export type ErrorCode = '#DIV/0!' | '#VALUE!' | '#N/A' | '#NAME?'

/** What a spreadsheet shows as `#DIV/0!` and the like. */
export class FormulaError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode) {
    super(code)
    this.code = code
  }
}

export function isMatrix(value: Value): value is Matrix {
  return value instanceof Matrix
}

export function itemsOf(value: Value): readonly Scalar[] {
  return isMatrix(value) ? value.values : [value]
}

/** A single value where one is needed. @throws FormulaError for a range of several cells */
export function scalarOf(value: Value): Scalar {
  if (!isMatrix(value)) return value
  const [first] = value.values
  if (value.values.length !== 1 || first === undefined) throw new FormulaError('#VALUE!')
  return first
}

/** @throws FormulaError for text */
export function numberOf(value: Scalar): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') throw new FormulaError('#VALUE!')
  return value === true ? 1 : 0
}

export function textOf(value: Scalar): string {
  return value === null ? '' : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)
}

/** Negative, 0 or positive; numbers come before text, text before truth values, an empty cell is 0 or `""`. */
export function compareScalars(a: Scalar, b: Scalar): number {
  const left = a ?? (typeof b === 'string' ? '' : 0)
  const right = b ?? (typeof a === 'string' ? '' : 0)
  if (typeof left === 'string' && typeof right === 'string') {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()]
    return x < y ? -1 : x > y ? 1 : 0
  }
  const order = (value: Scalar): number => (typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 0)
  return order(left) !== order(right) ? order(left) - order(right) : numberOf(left) - numberOf(right)
}

/** Half away from zero as spreadsheets do it: on the 15 digits they show, so that 8.155 is a half although its float is not. */
export function roundHalfAway(value: number, places: number): number {
  if (value === 0) return 0
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  const rounded = Number(`${String(Math.round(Number(`${digits}e${String(Number(exponent) + places)}`)))}e${String(-places)}`)
  return value < 0 ? -rounded : rounded
}

/** Towards zero, or away from it. */
export function roundWhole(value: number, direction: 'down' | 'up'): number {
  const size = direction === 'down' ? Math.floor(Math.abs(value)) : Math.ceil(Math.abs(value))
  return value < 0 ? -size : size
}
