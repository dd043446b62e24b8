import { describe, expect, test } from 'vitest'
import { checkDigitOf } from '../../people/id-number.ts'
import { staffKind, taskKind } from './columns.ts'
import { headingForms, matchHeading } from './headings.ts'
import { context, sheetOf, workbookOf } from './import.testing.ts'
import { moduleIndex, titleIndex } from './modules.ts'
import { recogniseStaff } from './recognise.ts'
import type { ImportChoice } from './types.ts'

const head = ['序号', '姓名', '身份证号', '人员身份', '所在模块', '联系电话']
const zhang = [1, '张三', '330825198202169773', '公务员', '大党建', '18360837783']
const li = [2, '李四', '330825199209211238', '编外', '大服务', '17178128657']

function read(workbook: Parameters<typeof recogniseStaff>[0], choice?: ImportChoice) {
  const found = recogniseStaff(workbook, context, choice)
  return found.kind === 'table'
    ? { headerRow: found.table.headerRow, sheet: found.table.sheet, rows: found.rows.map(({ row, draft, errors }) => [row, draft.name, draft.module, ...errors.map(({ code }) => code)]) }
    : found.code
}

describe('headings', () => {
  test('are written in their bare form in the tables of columns', () => {
    for (const { columns } of [staffKind, taskKind]) for (const { headings } of columns) for (const heading of headings) expect(headingForms(heading)).toEqual([heading])
  })

  test.each([
    [['联系\n电话（手机）'], 'phone'],
    [['*姓 名：'], 'name'],
    [['本人身份证号码'], 'idNo'],
    [['身份证', '号码'], 'idNo'],
    [['身份证有效期'], null],
    [['配偶', '姓名'], null],
    [['紧急联系人姓名'], null],
    [['岗位系数'], null],
    [['任现职务时间'], null],
    [['编制性质（必填）'], 'identity'],
    [['模块长'], null],
    [['现所在模块'], 'module'],
    [['职务/职级'], 'rankTitle'],
    [['职级'], 'grade'],
    [['填报单位：清溪镇人民政府'], null],
    [['基本情况', '出生年月（岁）'], 'birth'],
    [['办公电话'], null],
  ])('%j is %s', (stack, key) => {
    expect(matchHeading(staffKind, stack)?.key ?? null).toBe(key)
  })
})

describe('where the table is', () => {
  test('headings in one row below titles', () => {
    expect(read(workbookOf(sheetOf([['花名册'], [], head, zhang, li], [[1, 1, 1, 6]])))).toEqual({ headerRow: 3, sheet: '花名册', rows: [[4, '张三', 'M1'], [5, '李四', 'M6']] })
  })

  test('two rows of headings count by the lower one, merged or not', () => {
    const upper = ['序号', '基本情况', null, '任职情况', null, '联系电话']
    const lower = [null, '姓名', '身份证号', '人员身份', '所在模块']
    const merges = [[1, 1, 2, 1], [1, 2, 1, 3], [1, 4, 1, 5], [1, 6, 2, 6]] as const
    for (const given of [merges, []]) expect(read(workbookOf(sheetOf([upper, lower, zhang], given)))).toMatchObject({ headerRow: 2, rows: [[3, '张三', 'M1']] })
  })

  test('a few lower headings under a wide one', () => {
    const upper = ['序号', '姓名', '身份证号', '人员身份', '所在模块', '联系电话']
    const rows = [upper, [null, null, null, null, null, '手机', '短号'], [...zhang, '663377']]
    expect(read(workbookOf(sheetOf(rows, [[1, 6, 1, 7]])))).toMatchObject({ headerRow: 2, rows: [[3, '张三', 'M1']] })
  })

  test('hidden sheets and sheets without the table are passed over', () => {
    const hidden = sheetOf([head, zhang, li, zhang, li], [], '旧表', true)
    expect(read(workbookOf(sheetOf([['说明', '姓名必填']]), hidden, sheetOf([head, li], [], '现在')))).toMatchObject({ sheet: '现在', rows: [[2, '李四', 'M6']] })
    expect(read(workbookOf(hidden))).toBe('no_header')
  })

  test('a person may choose the sheet, the heading row and the columns', () => {
    const other = sheetOf([['谁', '证', '在哪'], ['张三', '330825198202169773', '大党建']], [], '另一张')
    const book = workbookOf(sheetOf([head, li]), other)
    expect(read(book, { sheet: '另一张', headerRow: 1, columns: { 1: 'name', 2: 'idNo', 3: 'module' } })).toEqual({ headerRow: 1, sheet: '另一张', rows: [[2, '张三', 'M1']] })
    expect(read(book, { columns: { 5: null } })).toMatchObject({ rows: [[2, '李四', null]] })
  })

  test('no table is said, not guessed', () => {
    expect(read(workbookOf(sheetOf([['部门', '金额'], ['财政', 3]])))).toBe('no_header')
    expect(read(workbookOf())).toBe('no_header')
  })
})

describe('which rows are people', () => {
  const rows = (...body: (typeof zhang)[]) => read(workbookOf(sheetOf([head, ...body])))

  test('totals, notes, signatures, samples, column numbers, repeated headings and empty rows are not', () => {
    const asides = [
      ['合计', '88人'], ['', '小  计', '', '', 3], ['注：本表一式两份'], ['', '说明：1.如实填写'], ['单位负责人(签字):', '', '审核人:', '填表人:王五', '', '联系电话:0570-1234567'],
      [1, 2, 3, 4, 5, 6], ['例', '王某某', '330825198202169773', '公务员', '大党建'], head, ['序 号', '姓 名', '公民身份号码', '人员身份', '所属模块', '手机'], [9], [], ['大党建模块'],
    ]
    expect(rows(...asides.map((row) => [...row]), zhang)).toMatchObject({ rows: [[asides.length + 2, '张三', 'M1']] })
  })

  test('below the grand total only what is clearly a person is one', () => {
    const total = ['合计', '3人', '', '公务员2人', '6个模块', '']
    expect(rows(total, zhang, ['', '模块', '大党建', '人数', '3'], ['', '李四', '', '编外', '大服务'], [2, '王五', '', '编外', '大服务'])).toMatchObject({ rows: [[3, '张三', 'M1'], [6, '王五', 'M6']] })
  })

  test('a row with anything telling is one, even without a name', () => {
    expect(rows([1, ' ', '330825198202169773'], [2, '王五'], [3, '', '', '', '大党建'])).toMatchObject({ rows: [[2, null, null, 'name_missing'], [3, '王五', null]] })
  })

  test('merged and 同上 cells hold for every row, a row alone heads those below it', () => {
    const merged = sheetOf([head, zhang, [2, '李四', '', '同上', null, ''], [3, '王五', '', '编外', null, '']], [[2, 5, 4, 5]])
    const found = recogniseStaff(workbookOf(merged), context)
    expect(found.kind === 'table' && found.rows.map(({ draft }) => [draft.name, draft.identity, draft.module])).toEqual([['张三', 'civil', 'M1'], ['李四', 'civil', 'M1'], ['王五', 'contract', 'M1']])
    const headed = sheetOf([['姓名', '身份证号', '电话'], ['一、大经济模块（1人）'], ['张三', '', '18360837783'], ['大服务'], ['李四', '', '17178128657']])
    expect(read(workbookOf(headed))).toMatchObject({ rows: [[3, '张三', 'M4'], [5, '李四', 'M6']] })
  })

  test('tables below one another: by their own titles, and by headings in another order', () => {
    const short = ['姓名', '身份证号', '人员身份']
    const [one, two] = [zhang.slice(1, 4), li.slice(1, 4)]
    expect(read(workbookOf(sheetOf([['大党建模块人员名单'], short, one, ['合计', '1人'], [], ['大服务模块人员名单（1人）'], ['人员身份', '姓名', '身份证号'], [two[2] ?? '', two[0] ?? '', two[1] ?? '']])))).toMatchObject({ headerRow: 2, rows: [[3, '张三', 'M1'], [8, '李四', 'M6']] })
    expect(read(workbookOf(sheetOf([short, one], [], '大经济')))).toMatchObject({ rows: [[2, '张三', 'M4']] })
  })

  test('headings that a person has explained are not explained anew by a row below', () => {
    const sheet = sheetOf([['姓名', '身份证号', '人员身份'], zhang.slice(1, 4), ['身份证号', '姓名', '人员身份'], li.slice(1, 4)])
    expect(read(workbookOf(sheet), { columns: { 1: 'name', 2: 'idNo', 3: 'identity' } })).toMatchObject({ rows: [[2, '张三', null], [3, '身份证号', null, 'id_check_digit', 'identity_unknown'], [4, '李四', null]] })
  })

  test('a merged range as large as the sheet costs nothing', () => {
    const huge = sheetOf([head, zhang], [[1, 1, 1_048_576, 16_384]])
    expect(read(workbookOf(huge))).toBeDefined()
  })
})

test('months that numbers cut short: 1990.1 is October where the ID number or the column says so', () => {
  const birthOf = (rows: readonly (readonly (string | number | null)[])[]) => {
    const found = recogniseStaff(workbookOf(sheetOf([['姓名', '身份证号', '出生年月', '参加工作时间'], ...rows])), context)
    return found.kind === 'table' ? found.rows.map(({ draft }) => [draft.birth, draft.workStart]) : []
  }
  const born = (day: string) => `330825${day}123${checkDigitOf(`330825${day}123`)}`
  expect(birthOf([['张三', born('19901004'), 1990.1, 2012.1], ['李四', born('19900104'), 1990.1, 2012.1], ['王五', born('19901004'), '1990.1', null]])).toEqual([['1990-10', '2012-01'], ['1990-01', '2012-01'], ['1990-01', null]])
  expect(birthOf([['张三', null, 1990.1, 2012.1], ['李四', null, 1985.03, 2010.05]])).toEqual([['1990-10', '2012-10'], ['1985-03', '2010-05']])
  expect(birthOf([['张三', null, '1990.1', '2012.1'], ['李四', null, 1985.03, 2010.05]])).toEqual([['1990-01', '2012-01'], ['1985-03', '2010-05']])
})

test('a year of two digits is of the one century that it can be of', () => {
  const found = recogniseStaff(workbookOf(sheetOf([['姓名', '出生年月', '参加工作时间'], ['张三', '85年3月', '08.07'], ['李四', '05-03', '15年7月'], ['王五', '15.03', '26.01'], ['赵六', 85.3, null]])), context)
  expect(found.kind === 'table' ? found.rows.map(({ draft: { birth, workStart }, errors }) => [birth, workStart, ...errors.map(({ code }) => code)]) : []).toEqual([
    ['1985-03', '2008-07'], ['2005-03', '2015-07'], [null, '2026-01', 'date_invalid'], [null, null, 'date_invalid'],
  ])
})

test.each([
  ['清溪镇大党建模块人员名单', 'M1'],
  ['大生态干部花名册（12人）', 'M4'],
  ['大党建、大服务人员名单', null],
  ['大党建等六大模块人员名单', null],
  ['大党建工作要点', null],
])('the title %j stands above rows of %s', (text, code) => {
  expect(titleIndex(context.modules)(text)?.code ?? null).toBe(code)
})

test.each([
  ['大治理', null],
  ['大党建', 'M1'],
  ['大党建模块', 'M1'],
  ['党建', 'M1'],
  ['大生态', 'M4'],
  ['大经济(大生态)', 'M4'],
  ['一、大服务（12人）', 'M6'],
  ['大党建/大服务', null],
  ['大后勤', null],
  ['', null],
])('the module %j is %s', (text, code) => {
  expect(moduleIndex(context.modules)(text)?.code ?? null).toBe(code)
})
