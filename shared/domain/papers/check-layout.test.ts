import { describe, expect, it } from 'vitest'
import { checkLayout } from './check-layout.ts'
import { changeBook, changeColumn, changeSheet, moveColumn, moveSheet, omitSheet, resetSheet, takeSheet } from './edit-layout.ts'
import { layoutTokens } from './layout-tokens.ts'
import type { ColumnLayout, Layout } from './layout.ts'
import { layoutFaultText, tokenNames, withTokenNames, withTokens } from './vocabulary.ts'

const column = (field: string, heading: string, more: Partial<ColumnLayout> = {}): ColumnLayout => ({ field, heading, width: 10, kind: 'text', hidden: false, optional: false, ...more })

const sheetRest = { measure: '', orientation: 'landscape', signed: true, notes: [] } as const

const shipped: Layout = {
  format: 'township-layout/1',
  workbook: 'roster',
  title: '{township}花名册',
  fileName: '{township}_花名册_{compactDate}.xlsx',
  unitLine: { unit: '填报单位:{reportingUnit}', date: '' },
  signers: ['填表人:'],
  sheets: [
    {
      ...sheetRest,
      key: 'roster',
      name: '花名册',
      title: '{township}工作人员花名册',
      tables: [{ key: 'roster', newPage: false, totals: [{ label: '合计', at: 'name', columns: { score: 'sum' } }], columns: [column('seq', '序号', { kind: 'index' }), column('name', '姓名'), column('score', '得分', { kind: 'score' }), column('code', '编号', { hidden: true })] }],
    },
    { ...sheetRest, key: 'metadata', name: '元数据', title: '导出文件元数据', tables: [{ key: 'metadata', newPage: false, totals: [], columns: [column('item', '项目')] }] },
  ],
}

const at = (field: string) => ({ sheet: 'roster', table: 'roster', field })

function said(layout: Layout): readonly string[] {
  return checkLayout(layout, shipped, 'roster').map(layoutFaultText)
}

describe('what a form of the township keeps', () => {
  it('nothing is wrong with the shipped one, nor with columns moved, renamed and hidden', () => {
    const changed = changeColumn(moveColumn(changeColumn(shipped, at('seq'), { hidden: true }), at('score'), -1), at('score'), { heading: '考评得分', width: 12 })
    expect([said(shipped), said(changed)]).toEqual([[], []])
    expect(changed.sheets[0]?.tables[0]?.columns.map(({ field, withheld }) => [field, withheld])).toEqual([['seq', true], ['score', undefined], ['name', undefined], ['code', undefined]])
  })

  it.each([
    ['a name of a sheet Excel refuses', changeSheet(shipped, 'roster', { name: '花/名册' }), '工作表“花/名册”的名称里有“/”，表格软件不允许，请去掉。'],
    ['two sheets of one name, whatever the case', changeSheet(changeSheet(shipped, 'roster', { name: 'ABC' }), 'metadata', { name: 'abc' }), '有两张工作表都叫“abc”，请改其中一张的名称。'],
    ['a sheet that the book is made for', omitSheet(shipped, 'roster'), '工作表“花名册”不能去掉，没有它这本工作簿不成立，请放回来。'],
    ['元数据 changed', changeSheet(shipped, 'metadata', { title: '说明' }), '工作表“元数据”用来核验文件，不能改动，请恢复为随附版式。'],
    ['花名册 not in front', moveSheet(shipped, 'roster', 1), '工作表“花名册”要排在第一张，花名册才能直接导入，请移到最前。'],
    ['a column too narrow for its sum', changeColumn(shipped, at('score'), { width: 8 }), '工作表“花名册”的“得分”列太窄，数字会印成“###”，宽度请不小于 9.6。'],
    ['the column that says 合计', changeColumn(shipped, at('name'), { hidden: true }), '工作表“花名册”的“姓名”列不能隐藏：“合计”两字写在这一列，请显示。'],
    ['a heading above another', changeColumn(shipped, at('score'), { group: '成绩' }), '工作表“花名册”的“得分”列不能归入上级表头：花名册的表头只有一行，请清空。'],
    ['no heading', changeColumn(shipped, at('score'), { heading: ' ' }), '工作表“花名册”有一列没有表头（原为“得分”），请填写。'],
    ['two columns of one heading', changeColumn(shipped, at('score'), { heading: '序号' }), '工作表“花名册”有两列都叫“序号”，导入时分不清，请改其中一列。'],
    ['a token that fills in nothing', changeSheet(shipped, 'roster', { title: '{乡真}花名册' }), '工作表“花名册”里的“{乡真}”填不出内容，请改成可用的占位符或直接写字。'],
    ['a token of the file name', changeBook(shipped, { fileName: '{filledOn}{rows}.xlsx' }), '文件名里的“{行数}”填不出内容，请改成可用的占位符或直接写字。'],
    ['a file name of tokens that the book has nothing for', changeBook(shipped, { fileName: '{periodTitle}_{version}.xlsx' }), '文件名里的占位符可能都没有内容，存出来的文件会没有名字，请加上文字或乡镇、日期。'],
    ['another ending', changeBook(shipped, { fileName: '花名册.xls' }), '文件名要以“.xlsx”结尾，请补上。'],
    ['too many signers', changeBook(shipped, { signers: Array.from({ length: 7 }, () => '签字:') }), '签字栏最多 6 项，请删减。'],
  ])('%s is refused', (_, layout, sentence) => {
    expect(said(layout)).toContain(sentence)
  })

  it('what was taken away is put back as it was', () => {
    expect(takeSheet(omitSheet(shipped, 'metadata'), shipped, 'metadata')).toEqual(shipped)
    expect(resetSheet(changeColumn(shipped, at('name'), { heading: '名' }), shipped, 'roster')).toEqual(shipped)
  })

  it('tokens are seen by their Chinese names and kept as they are', () => {
    expect(withTokenNames('{township}{periodTitle}表{x}')).toBe('{乡镇}{周期}表{x}')
    expect(withTokens('{乡镇}{周期}表{x}')).toBe('{township}{periodTitle}表{x}')
    expect(layoutTokens.filter((token) => tokenNames[token] === undefined)).toEqual([])
    expect(new Set(Object.values(tokenNames)).size).toBe(Object.values(tokenNames).length)
  })
})
