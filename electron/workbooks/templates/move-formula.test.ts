import { describe, expect, test } from 'vitest'
import { cellAddress } from '../exports/model/address.ts'
import { moveFormula, type Standing } from './move-formula.ts'
import { referencesOf } from './references.ts'
import type { Block } from './row-shift.ts'
import { followsCopies } from './running-cells.ts'

/** Row 5 comes four times, three rows are added below it; on 明细 rows 8 and 9 come three times, four are added. */
const list: Block = { first: 5, height: 1, spare: 0, copies: 4 }
const pairs: Block = { first: 8, height: 2, spare: 0, copies: 3 }
const movement = { of: (sheet: string) => ({ blocks: sheet === '表' ? [list] : sheet === '明细' ? [pairs] : [] }) }
const outside: Standing = { sheet: '表', copy: null }

/** A formula in column D of the third copy, among the formulas given; `heading` is a cell that is none of a number. */
function third(formulas: Readonly<Record<string, string>> = {}, heading: string | null = null): Standing {
  const cells = { formulaAt: (row: number, column: number) => formulas[cellAddress(row, column)] ?? null, isHeading: (row: number, column: number) => cellAddress(row, column) === heading }
  return { sheet: '表', copy: { block: list, index: 2, follows: followsCopies(cells, '表', list, { row: 5, column: 4 }) } }
}

describe('outside of what is repeated', () => {
  test.each([
    ['SUM(D5:D5)', 'SUM(D5:D8)'],
    ['SUM(D5)', 'SUM(D5:D8)'],
    ['D5*2', 'D5*2'],
    ['ROUND(D5,2)', 'ROUND(D5,2)'],
    ['SUM(D4:D6)', 'SUM(D4:D9)'],
    ['SUM($D$5:$D$5)/COUNTA($B$5:$B$5)', 'SUM($D$5:$D$8)/COUNTA($B$5:$B$8)'],
    ['D6+D4', 'D9+D4'],
    ['SUM(D1:D4)', 'SUM(D1:D4)'],
    ['"D6"&D6', '"D6"&D9'],
    ['SUM(明细!C8:C9)', 'SUM(明细!C8:C13)'],
    ["'明细'!C10", "'明细'!C14"],
    ['别的!C10', '别的!C10'],
    ['SUM(A:A)', 'SUM(A:A)'],
    ['SUM(6:6)', 'SUM(9:9)'],
    ['LOG10(D6)+1E6', 'LOG10(D9)+1E6'],
    ['成绩[[#This Row],[D6]]+D6', '成绩[[#This Row],[D6]]+D9'],
    ['SUM(明细:别的!C10)', 'SUM(明细:别的!C10)'],
    ['IF(D5>60,"好",D6)', 'IF(D5>60,"好",D9)'],
  ])('%s → %s', (before, after) => {
    expect(moveFormula(before, outside, movement)).toBe(after)
  })
})

describe('in the third copy', () => {
  test.each([
    ['C5*2', 'C7*2'],
    ['SUM(C5:E5)', 'SUM(C7:E7)'],
    ['SUM(C$5:C5)', 'SUM(C$5:C7)'],
    ['RANK(C5,$C$5:$C$5)', 'RANK(C7,$C$5:$C$8)'],
    ['C5/C6', 'C7/C9'],
    ['C5*$B$2', 'C7*$B$2'],
    ['C5*B2', 'C7*B2'],
    ['D4+C5', 'D6+C7'],
    ['明细!C8', '明细!C12'],
    ['明细!$C$8', '明细!$C$8'],
  ])('%s → %s', (before, after) => {
    expect(moveFormula(before, third(), movement)).toBe(after)
  })
})

test('a filled column is compared with the copy before where a heading stands above it', () => {
  expect(moveFormula('IF(C5=C4,"",C5)', third({}, 'C4'), movement)).toBe('IF(C7=C6,"",C7)')
  expect(moveFormula('IF(C5=C4,"",C5)', third({}, 'B4'), movement)).toBe('IF(C7=C4,"",C7)')
})

describe('what stands right above the repeated rows', () => {
  test.each([
    ['a total above its rows is one for all', 'C5/C4', { C4: 'SUM(C5)' }, 'C7/C4'],
    ['so is a number', 'C5/C4', {}, 'C7/C4'],
    ['and a total in the own column', 'D4+C5', { D4: 'SUM(C5:C5)' }, 'D4+C7'],
    ['a total by the name of a table', 'D4+C5', { D4: 'SUM(成绩[得分])' }, 'D4+C7'],
    ['an opening balance is carried on', 'D4+C5', {}, 'D6+C7'],
    ['also one that is reckoned from elsewhere', 'D4+C5', { D4: '$B$2*1' }, 'D6+C7'],
    ['and by way of another column', 'E4', { E5: 'D5+C5' }, 'E6'],
    ['but not from a column that does not come from it', 'E4', { E5: 'C5*2' }, 'E4'],
    ['a range slides', 'AVERAGE(C4:C5)', {}, 'AVERAGE(C6:C7)'],
    ['unless it begins at a total', 'MAX(C4:C5)', { C4: 'SUM(C5)' }, 'MAX(C4:C7)'],
  ])('%s', (_, before, formulas, after) => {
    expect(moveFormula(before, third(formulas), movement)).toBe(after)
  })
})

test('what a formula looks at beyond its cells makes it open', () => {
  expect(['SUM(A1:B2)', 'TRUE', '总分合计', 'INDIRECT("A1")', 'OFFSET(A1,1,1)', '成绩[得分]', 'SUM(甲:乙!A1)', 'IF(A1,"总分合计",1)'].map((formula) => referencesOf(formula).isOpen)).toEqual([false, false, true, true, true, true, true, false])
})
