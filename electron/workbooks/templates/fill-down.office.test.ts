import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyMapping } from '../../../shared/domain/reports/templates/template.ts'
import { OfficeDesk } from '../exports/testing/office.ts'
import { columnLetters } from '../exports/model/address.ts'
import { gateLimits } from '../gate/limits.ts'
import { openZipParts } from '../gate/zip-parts.ts'
import { fillTemplate } from './fill-template.ts'
import { formula, numeral, packTemplate, row, words, type MadeTemplate } from './template-maker.testing.ts'
import { madePeople, valuesOf } from './values.testing.ts'

/** What becomes of a formula when row 5 is filled down four times, beside what LibreOffice itself makes of it. */

const copies = 4

/** Formulas of row 5, which is repeated, and how they read in the last copy. */
const inRow: Readonly<Record<string, string>> = {
  'C5*2': 'C8*2',
  'IF(B5=B4,"",B5)': 'IF(B8=B7,"",B8)',
  'IF(AND(B5=B4,C5<>C4),1,0)': 'IF(AND(B8=B7,C8<>C7),1,0)',
  'ROW()-4': 'ROW()-4',
  'C5*$C$3': 'C8*$C$3',
  'SUM(A5:C5)': 'SUM(A8:C8)',
  'SUM(C$5:C5)': 'SUM(C$5:C8)',
  'COUNTIF(B$5:B5,B5)': 'COUNTIF(B$5:B8,B8)',
  'C5/$C$6': 'C8/$C$9',
  '$B5&C$3': '$B8&C$3',
  'VLOOKUP(B5,别表!$A$1:$B$9,2,0)': 'VLOOKUP(B8,别表!$A$1:$B$9,2,0)',
  'IFERROR(C5/$C$3,"")': 'IFERROR(C8/$C$3,"")',
  'TEXT(C5,"0.00")&"分"': 'TEXT(C8,"0.00")&"分"',
}

/** Formulas outside of it. */
const outside: Readonly<Record<string, string>> = {
  'SUM(C4:C6)': 'SUM(C4:C9)',
  'C6+C3': 'C9+C3',
  '$C$6': '$C$9',
  'SUM(C6:C7)': 'SUM(C9:C10)',
  'SUM(C2:C3)': 'SUM(C2:C3)',
  'SUM(C:C)': 'SUM(C:C)',
  'SUM(6:6)': 'SUM(9:9)',
  'SUM($C$4:C$6)': 'SUM($C$4:C$9)',
  'AVERAGE(C3:C7)-C6': 'AVERAGE(C3:C10)-C9',
  'IF(C6>60,"C6",C7)': 'IF(C9>60,"C6",C10)',
  'B5': 'B5',
}

/** Where more is meant than LibreOffice does: a list that ends with its only row, which inserting below it leaves as it is. */
const wider: Readonly<Record<string, { readonly ours: string; readonly theirs: string }>> = {
  'SUM(C5:C5)': { ours: 'SUM(C5:C8)', theirs: 'SUM(C5)' },
  'SUM(C5)': { ours: 'SUM(C5:C8)', theirs: 'SUM(C5)' },
  'COUNTIF(B5:B5,"张*")': { ours: 'COUNTIF(B5:B8,"张*")', theirs: 'COUNTIF(B5,"张*")' },
  'SUMPRODUCT((A5:A5>1)*C5:C5)': { ours: 'SUMPRODUCT((A5:A8>1)*C5:C8)', theirs: 'SUMPRODUCT((A5>1)*C5)' },
  'MAX($C$5:$C$5)': { ours: 'MAX($C$5:$C$8)', theirs: 'MAX($C$5)' },
}

/** Where another thing is meant than LibreOffice does: a number or a total right above the list is one for all of its rows. */
const kept: Readonly<Record<string, { readonly ours: string; readonly theirs: string }>> = {
  'C5/F4': { ours: 'C8/F4', theirs: 'C8/F7' },
  'C5/G4': { ours: 'C8/G4', theirs: 'C8/G7' },
}

/** Formulas of another sheet. */
const fromElsewhere: Readonly<Record<string, string>> = {
  '表!C6': '表!C9',
  'SUM(表!C4:C6)': 'SUM(表!C4:C9)',
  'SUM(表!$C$3:$C$6)/表!C7': 'SUM(表!$C$3:$C$9)/表!C10',
  'INDEX(表!B4:B6,2)': 'INDEX(表!B4:B9,2)',
}

const firstColumn = 8
const addressOf = (index: number, at: number) => `${columnLetters(firstColumn + index)}${String(at)}`
const here = [...Object.keys(inRow), ...Object.keys(kept)]
const across = Object.keys(fromElsewhere)
const elsewhere = [...Object.keys(outside), ...Object.keys(wider)]

const template: MadeTemplate = {
  name: '公式',
  sheets: [
    {
      name: '表',
      rows: row(3, numeral('C3', 100)) + row(4, words('A4', '序号'), words('B4', '姓名'), words('C4', '得分'), numeral('F4', 10), formula('G4', 'SUM(C5:C5)', 0))
        + row(5, words('A5', '{{结果汇总.序号}}'), words('B5', '{{结果汇总.姓名}}'), words('C5', '{{结果汇总.总分}}'), ...here.map((text, index) => formula(addressOf(index, 5), text, 0)))
        + row(6, words('A6', '合计'), numeral('C6', 60)) + row(7, words('A7', '其他'), numeral('C7', 7))
        + row(10, ...elsewhere.map((text, index) => formula(addressOf(index, 10), text, 0))),
    },
    { name: '别表', rows: row(1, words('A1', '张敏'), numeral('B1', 1)) + row(2, ...across.map((text, index) => formula(addressOf(index, 2), text, 0))) },
  ],
}

describe('formulas of a filled template beside LibreOffice', () => {
  const desk = OfficeDesk.open()
  afterAll(async () => (await desk).close())

  test('each reads as LibreOffice has it after the same rows were inserted and filled down, but for those that mean more', async () => {
    const opened = await desk
    const [source, filled, theirs] = ['source', 'filled', 'theirs'].map((name) => opened.file(`${name}.xlsx`))
    const packed = await packTemplate(template)
    writeFileSync(source ?? '', packed)
    writeFileSync(filled ?? '', await fillTemplate(await openZipParts(packed, gateLimits), emptyMapping, valuesOf(madePeople(5, copies))))
    await opened.fillDown(source ?? '', theirs ?? '', { sheet: '表', first: 5, height: 1, copies })
    const read = await opened.read([filled ?? '', theirs ?? ''], 'read')
    const textIn = (file: string | undefined, address: string, sheet: string) => String(read[file ?? '']?.[sheet]?.[address]?.value ?? '').replace(/^=/, '')
    const both = (texts: readonly string[], at: number, sheet = '表') => Object.fromEntries(texts.map((text, index) => [text, { ours: textIn(filled, addressOf(index, at), sheet), theirs: textIn(theirs, addressOf(index, at), sheet) }]))
    const same = (wanted: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(wanted).map(([text, after]) => [text, { ours: after, theirs: after }]))
    expect(both(here, 5 + copies - 1)).toEqual({ ...same(inRow), ...kept })
    expect(both(elsewhere, 10 + copies - 1)).toEqual({ ...same(outside), ...wider })
    expect(both(across, 2, '别表')).toEqual(same(fromElsewhere))
  })
})
