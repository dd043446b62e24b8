import { compareScalars, FormulaError, isMatrix, itemsOf, numberOf, roundHalfAway, roundWhole, scalarOf, textOf } from './values.ts'
import type { Scalar, Value } from './values.ts'

/** The functions templates may use; all of them exist in Excel 2007, WPS and LibreOffice under the same name. */
export type SheetFunction = (args: readonly Value[]) => Scalar

function numbersIn(args: readonly Value[]): readonly number[] {
  return args.flatMap((arg) => itemsOf(arg).filter((item) => typeof item === 'number'))
}

/** With the lost low bits carried along (Neumaier), as LibreOffice adds. */
function total(numbers: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const value of numbers) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

function mean(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new FormulaError('#DIV/0!')
  return total(numbers) / numbers.length
}

const comparisons = [
  ['>=', (order: number) => order >= 0],
  ['<=', (order: number) => order <= 0],
  ['<>', (order: number) => order !== 0],
  ['>', (order: number) => order > 0],
  ['<', (order: number) => order < 0],
] as const

/** `5` or `">5"` as SUMIFS reads it; a comparison with a number never holds for text or empty cells. */
function criterion(condition: Scalar): (item: Scalar) => boolean {
  if (typeof condition !== 'string') {
    const wanted = numberOf(condition)
    return (item) => item === wanted
  }
  const found = comparisons.find(([sign]) => condition.startsWith(sign))
  if (!found) return (item) => typeof item === 'string' && compareScalars(item, condition) === 0
  const bound = Number(condition.slice(found[0].length))
  return (item) => typeof item === 'number' && found[1](item - bound)
}

function firstMatches(range: Value, condition: Scalar): readonly number[] {
  if (isMatrix(range) && typeof condition === 'number') return range.positionsOf(condition)
  const holds = criterion(condition)
  return itemsOf(range).flatMap((item, at) => (holds(item) ? [at] : []))
}

/** Positions at which every pair of range and condition holds. */
function matches(pairs: readonly Value[]): readonly number[] {
  let positions: readonly number[] | null = null
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const range = pairs[at] ?? null
    const condition = scalarOf(pairs[at + 1] ?? null)
    if (positions === null) positions = firstMatches(range, condition)
    else {
      const items = itemsOf(range)
      const holds = criterion(condition)
      positions = positions.filter((position) => holds(items[position] ?? null))
    }
  }
  if (positions === null) throw new FormulaError('#VALUE!')
  return positions
}

function chosen(args: readonly Value[]): readonly number[] {
  const items = itemsOf(args[0] ?? null)
  return matches(args.slice(1)).map((at) => items[at] ?? null).filter((item) => typeof item === 'number')
}

function argument(args: readonly Value[], at: number): Scalar {
  const value = args[at]
  if (value === undefined) throw new FormulaError('#VALUE!')
  return scalarOf(value)
}

function productSum(args: readonly Value[]): number {
  const columns = args.map(itemsOf)
  return total((columns[0] ?? []).map((_, at) => columns.reduce((product, column) => {
    const item = column[at] ?? null
    // With several ranges SUMPRODUCT counts text as 0; with a single computed one an error has already been thrown.
    return product * (typeof item === 'number' ? item : 0)
  }, 1)))
}

function place(args: readonly Value[]): number {
  const wanted = argument(args, 0)
  const at = itemsOf(args[1] ?? null).findIndex((item) => item !== null && typeof item === typeof wanted && compareScalars(item, wanted) === 0)
  if (at < 0) throw new FormulaError('#N/A')
  return at + 1
}

function item(args: readonly Value[]): Scalar {
  const [range, at] = [args[0] ?? null, numberOf(argument(args, 1))]
  const found = isMatrix(range) ? range.values[at - 1] : range
  if (found === undefined) throw new FormulaError('#VALUE!')
  return found ?? 0
}

export const sheetFunctions: ReadonlyMap<string, SheetFunction> = new Map<string, SheetFunction>([
  ['SUM', (args) => total(numbersIn(args))],
  ['AVERAGE', (args) => mean(numbersIn(args))],
  ['COUNT', (args) => numbersIn(args).length],
  ['COUNTA', (args) => args.flatMap(itemsOf).filter((value) => value !== null).length],
  ['MIN', (args) => numbersIn(args).reduce((least, value) => Math.min(least, value), Infinity)],
  ['MAX', (args) => numbersIn(args).reduce((most, value) => Math.max(most, value), -Infinity)],
  ['ABS', (args) => Math.abs(numberOf(argument(args, 0)))],
  ['ROUND', (args) => roundHalfAway(numberOf(argument(args, 0)), numberOf(argument(args, 1)))],
  ['ROUNDDOWN', (args) => roundWhole(numberOf(argument(args, 0)), 'down')],
  ['ROUNDUP', (args) => roundWhole(numberOf(argument(args, 0)), 'up')],
  ['AND', (args) => args.flatMap(itemsOf).every((value) => numberOf(value) !== 0)],
  ['OR', (args) => args.flatMap(itemsOf).some((value) => numberOf(value) !== 0)],
  ['NOT', (args) => numberOf(argument(args, 0)) === 0],
  ['ISNUMBER', (args) => typeof argument(args, 0) === 'number'],
  ['LEN', (args) => textOf(argument(args, 0)).length],
  ['SUMIFS', (args) => total(chosen(args))],
  ['AVERAGEIFS', (args) => mean(chosen(args))],
  ['COUNTIFS', (args) => matches(args).length],
  ['COUNTIF', (args) => matches(args).length],
  ['SUMPRODUCT', productSum],
  ['MATCH', place],
  ['INDEX', item],
])
