import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthMonthOf, checkDigitOf, fromFifteenDigits, isIdNumber, maskIdNumber, readIdNumber, readIdNumberFromNumber, sexOf } from './id-number.ts'

const seed = 20260408

const first17 = fc
  .record({
    region: fc.integer({ min: 110000, max: 659999 }),
    birth: fc.date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2010-12-31T00:00:00Z'), noInvalidDate: true }),
    order: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ region, birth, order }) => `${String(region)}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`)

const idNumbers = first17.map((digits) => digits + checkDigitOf(digits))

const toFullWidth = (text: string) => text.replace(/[0-9X]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

describe('18 digits', () => {
  test('the example of GB 11643-1999', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('440524188001010014')).toBe(true)
  })

  test('a number with its own check digit is valid, with any other it is not', () => {
    fc.assert(
      fc.property(idNumbers, fc.constantFrom(...'0123456789X'), (idNo, digit) => {
        expect(isIdNumber(idNo)).toBe(true)
        expect(isIdNumber(idNo.slice(0, 17) + digit)).toBe(digit === idNo.charAt(17))
      }),
      { seed },
    )
  })

  test('one wrong digit, or two neighbours swapped, never stays valid', () => {
    fc.assert(
      fc.property(idNumbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (idNo, at, by) => {
        const wrong = idNo.slice(0, at) + String((Number(idNo.charAt(at)) + by) % 10) + idNo.slice(at + 1)
        expect(isIdNumber(wrong)).toBe(false)
        const swapped = idNo.slice(0, at) + idNo.charAt(at + 1) + idNo.charAt(at) + idNo.slice(at + 2)
        expect(swapped === idNo || !isIdNumber(swapped)).toBe(true)
      }),
      { seed },
    )
  })

  test('is read however it is typed', () => {
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text.toLowerCase(),
      toFullWidth,
      (text) => `${text.slice(0, 6)} ${text.slice(6, 14)} ${text.slice(14)}`,
      (text) => `${text.slice(0, 6)}\u00a0${text.slice(6, 14)}\u200b${text.slice(14)}`,
      (text) => `${text.slice(0, 6)}-${text.slice(6, 14)}-${text.slice(14)}`,
      (text) => `'\ufeff${text}\u3000\n`,
      (text) => text.replace('X', '×'),
      (text) => text.replace('X', 'х'),
    )
    fc.assert(
      fc.property(idNumbers, dress, dress, (idNo, first, second) => {
        expect(readIdNumber(second(first(idNo)))).toEqual({ kind: 'valid', idNo })
      }),
      { seed },
    )
  })

  test('says month of birth and sex', () => {
    expect([birthMonthOf('11010519491231002X'), sexOf('11010519491231002X'), sexOf('330825198202169773')]).toEqual(['1949-12', 'female', 'male'])
  })
})

describe('15 digits', () => {
  test('become 18 with century and check digit', () => {
    expect(fromFifteenDigits('110105491231002')).toBe('11010519491231002X')
    expect(readIdNumber('110105 491231 002')).toEqual({ kind: 'valid', idNo: '11010519491231002X' })
    expect(readIdNumberFromNumber(110_105_491_231_002)).toEqual({ kind: 'valid', idNo: '11010519491231002X' })
  })

  test('taking century and check digit away and converting gives the same number', () => {
    fc.assert(
      fc.property(idNumbers.filter((idNo) => idNo.slice(6, 8) === '19'), (idNo) => {
        expect(fromFifteenDigits(idNo.slice(0, 6) + idNo.slice(8, 17))).toBe(idNo)
      }),
      { seed },
    )
  })
})

test.each([
  ['', 'empty'],
  ['　', 'empty'],
  ['330***********12', 'empty'],
  ['330825********1234', 'empty'],
  ['3.30825E+17', 'digits_lost'],
  ['3.30825198307032e+17', 'digits_lost'],
  ['3.30825E+14', 'digits_lost'],
  ['330825198307031700.0', 'digits_lost'],
  ['330825198307031000', 'digits_lost'],
  ['33082519830703171', 'wrong_length'],
  ['3308251983070317122', 'wrong_length'],
  ['E12345678', 'wrong_length'],
  ['330825198302306452', 'wrong_birth'],
  ['330825831332645', 'wrong_birth'],
  ['33082519750124206X', 'wrong_check_digit'],
])('%s is %s', (text, kind) => {
  expect(readIdNumber(text).kind).toBe(kind)
})

test.each([
  [3.308251983070317e17, 'digits_lost'],
  [330_825_198_307_031_680, 'digits_lost'],
  [1e15, 'digits_lost'],
  [Number.NaN, 'digits_lost'],
  [12_345, 'wrong_length'],
])('the number %d is %s', (value, kind) => {
  expect(readIdNumberFromNumber(value).kind).toBe(kind)
})

test('a mask shows three digits in front and two behind', () => {
  expect(maskIdNumber('330825198202169773')).toBe('330*************73')
})
