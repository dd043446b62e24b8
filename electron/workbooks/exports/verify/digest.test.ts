import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { evaluationWorkbook } from '../books/evaluation/book.ts'
import { readLayout } from '../layout/read-layout.ts'
import { valuesOnly } from '../model/model.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { bookData, quarterCase } from '../testing/case-data.ts'
import { tasksData } from '../testing/ledger-data.ts'
import { temporaryFolder } from '../testing/temp-folder.ts'
import { writeWorkbook } from '../write/write-workbook.ts'
import { compareDigests } from './compare.ts'
import { digestModel } from './digest.ts'
import { digestWorkbook } from './digest-workbook.testing.ts'
import { sameForm, shiftFormula } from './formula-form.ts'

const file = temporaryFolder()

async function workingCopy() {
  return evaluationWorkbook(bookData(quarterCase('worked-example')), await readLayout('evaluation'))
}

describe('digests', () => {
  it('are the same from the model and from the file, and know the export', async () => {
    const model = await workingCopy()
    await writeWorkbook(model, file('whole.xlsx'))
    const found = await digestWorkbook(file('whole.xlsx'))
    expect(found).toEqual(digestModel(model))
    expect(found.exportId).toBe('export-0001')
    expect(compareDigests(digestModel(model), found)).toEqual({ state: 'unchanged', cells: [], count: 0, unlocated: [], missingSheets: [], addedSheets: [], repeatedSheets: [] })
  })

  it('are the same for a streamed ledger', async () => {
    const model = tasksWorkbook(tasksData(60), await readLayout('tasks'))
    await writeWorkbook(model, file('ledger.xlsx'))
    expect(await digestWorkbook(file('ledger.xlsx'))).toEqual(digestModel(model))
  })

  it('name the cells that were changed, cleared, typed over or added, and no others', async () => {
    const model = await workingCopy()
    await writeWorkbook(model, file('before.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('before.xlsx'))
    const summary = workbook.getWorksheet('结果汇总')
    const publicity = workbook.getWorksheet('公示表')
    if (!summary || !publicity) throw new Error('sheets missing')
    summary.getCell('B4').value = '张三丰'
    summary.getCell('N5').value = 99.99
    publicity.getCell('J4').value = '加一句'
    publicity.getCell('A5').value = null
    publicity.getCell('E6').font = { bold: true }
    await workbook.xlsx.writeFile(file('after.xlsx'))
    expect(compareDigests(digestModel(model), await digestWorkbook(file('after.xlsx')))).toEqual({
      state: 'changed',
      cells: [{ sheet: '结果汇总', cell: 'B4' }, { sheet: '结果汇总', cell: 'N5' }, { sheet: '公示表', cell: 'J4' }, { sheet: '公示表', cell: 'A5' }],
      count: 4,
      unlocated: [],
      missingSheets: [],
      addedSheets: [],
      repeatedSheets: [],
    })
  })

  it('tell the official copy from the working copy, and sheets that came or went', async () => {
    const model = await workingCopy()
    expect(compareDigests(digestModel(model), digestModel(valuesOnly(model))).state).toBe('changed')
    const [first, ...rest] = model.sheets
    const renamed = { ...model, sheets: first ? [...rest, { ...first, name: '新表' }] : [] }
    expect(compareDigests(digestModel(model), digestModel(renamed))).toMatchObject({ state: 'changed', cells: [], missingSheets: ['结果汇总'], addedSheets: ['新表'] })
  })

  it('know nothing of a file without 元数据', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('别的').getCell('A1').value = '导出编号'
    await workbook.xlsx.writeFile(file('other.xlsx'))
    expect((await digestWorkbook(file('other.xlsx'))).exportId).toBeNull()
  })
})

describe('formulas of other programs', () => {
  it.each([
    ["=ROUND( '参数'!$D$12 , 2 )", 'ROUND(参数!$D$12,2)'],
    ['round(a1,2)', 'ROUND(A1,2)'],
    ['IF(A1="a  b",1,2)', 'IF(A1="a  b",1,2)'],
  ])('%s is %s', (written, same) => {
    expect(sameForm(written)).toBe(same)
  })

  it.each([
    ['A1+$B1+C$1+$D$1', 'C3+$B3+E$1+$D$1'],
    ['SUM(A1:B2)&"A1"', 'SUM(C3:D4)&"A1"'],
    ["'A1'!A1+LOG10(A1)", "'A1'!C3+LOG10(C3)"],
  ])('%s shared two rows down and two columns right is %s', (shared, shifted) => {
    expect(shiftFormula(shared, 2, 2)).toBe(shifted)
  })
})
