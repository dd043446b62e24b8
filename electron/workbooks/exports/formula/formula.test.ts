import { describe, expect, it } from 'vitest'
import { compileFormula } from './compile.ts'
import { parseFormula } from './parse.ts'
import type { ReferenceName } from './parse.ts'
import { compileText } from './text.ts'
import { FormulaError, Matrix, roundHalfAway, scalarOf } from './values.ts'
import type { Scalar } from './values.ts'

const grid: readonly (readonly Scalar[])[] = [
  [10, 'x', 1, 0.5],
  [20, 'y', 1, null],
  [30, 'x', 2, ''],
  [20, 'X', 2, 1.5],
]

function columnOf(field: string): number {
  return field.charCodeAt(0) - 97
}

/** `[a]` is the first cell of a row, `[a*]` the first three, `[t.a]` the column over all rows; constants are 4. */
function lookup(name: ReferenceName): (row: readonly Scalar[]) => Scalar | Matrix {
  switch (name.kind) {
    case 'own': return (row) => row[columnOf(name.field)] ?? null
    case 'span': return (row) => new Matrix(row.slice(columnOf(name.field), columnOf(name.field) + 3))
    case 'column': return () => new Matrix(grid.map((row) => row[columnOf(name.field)] ?? null))
    case 'constant': case 'given': return () => 4
  }
}

function wording(name: ReferenceName): string | ((row: readonly Scalar[]) => string) {
  switch (name.kind) {
    case 'own': return () => `${name.field.toUpperCase()}2`
    case 'span': return () => `${name.field.toUpperCase()}2:C2`
    case 'column': return `$${name.field.toUpperCase()}$2:$${name.field.toUpperCase()}$5`
    case 'constant': case 'given': return "'参数'!$D$7"
  }
}

function result(template: string): Scalar | string {
  try {
    return scalarOf(compileFormula(parseFormula(template), lookup)(grid[0] ?? []))
  } catch (error) {
    if (error instanceof FormulaError) return error.code
    throw error
  }
}

describe('templates', () => {
  it.each([
    ['[a]+[b]*2', 'A2+B2*2'],
    ['([a]+[b])*2', '(A2+B2)*2'],
    ['[a]-([b]-[c])', 'A2-(B2-C2)'],
    ['[a]/([b]*[c])', 'A2/(B2*C2)'],
    ['-[a]', '-A2'],
    ['R2([a]/{c})', "ROUND(ROUND(A2/'参数'!$D$7,10),2)"],
    ['COUNTIFS([t.a],">"&[a])+1', 'COUNTIFS($A$2:$A$5,">"&A2)+1'],
    ['SUM([a*])', 'SUM(A2:C2)'],
    ['IF([a]="a ""b""",1,2)', 'IF(A2="a ""b""",1,2)'],
  ])('%s is written %s', (template, text) => {
    expect(compileText(parseFormula(template), wording)(grid[0] ?? [])).toBe(text)
  })

  it.each(['[a', 'SUM([a]', '1 + ', 'a', '1 2', 'SUM([a],)', '"open'])('%s is refused', (template) => {
    expect(() => parseFormula(template)).toThrow(SyntaxError)
  })
})

describe('calculation', () => {
  it.each([
    ['2+3*4-1', 13],
    ['-2*3', -6],
    ['[a]&"|"&[d]', '10|0.5'],
    ['IF([a]>5,"big",1/0)', 'big'],
    ['IFERROR(1/0,7)', 7],
    ['1/0', '#DIV/0!'],
    ['"a"*2', '#VALUE!'],
    ['NOSUCH(1)', '#NAME?'],
    ['SUM([t.a])', 80],
    ['SUM([t.d])', 2],
    ['COUNT([t.d])', 2],
    ['AVERAGE([t.d])', 1],
    ['SUMIFS([t.a],[t.c],1)', 30],
    ['SUMIFS([t.a],[t.b],"x")', 60],
    ['COUNTIFS([t.a],">10",[t.c],2)', 2],
    ['COUNTIF([t.a],"<>20")', 2],
    ['AVERAGEIFS([t.a],[t.c],3)', '#DIV/0!'],
    ['SUMPRODUCT([t.a],[t.c])', 10 + 20 + 60 + 40],
    ['SUMPRODUCT(MAX(([t.c]=2)*[t.a]))', 30],
    ['INDEX([t.a],MATCH("y",[t.b],0))', 20],
    ['MATCH("z",[t.b],0)', '#N/A'],
    ['ROUND(8.155,2)', 8.16],
    ['R2(0.1+0.2)', 0.3],
    ['ROUNDUP(4/3,0)', 2],
    ['ROUNDDOWN(5/3,0)', 1],
    ['AND(1=1,2>1)', true],
    ['[e]=""', true],
    ['[e]=0', true],
    ['0=""', false],
  ])('%s = %s', (template, value) => {
    expect(result(template)).toBe(value)
  })

  it('rounds every half of a hundredth away from zero', () => {
    const wrong = Array.from({ length: 12_000 }, (_, index) => index).filter(
      (index) => roundHalfAway((index * 10 + 5) / 1000, 2) !== (index + 1) / 100 || roundHalfAway(-(index * 10 + 5) / 1000, 2) !== -(index + 1) / 100,
    )
    expect(wrong).toEqual([])
  })
})
