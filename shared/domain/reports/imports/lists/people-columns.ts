import type { ListColumn } from './list-spec.ts'

const others = ['领导', '分管', '联系', '审核', '填表', '审批', '配偶', '家属', '父', '母', '户主', '当事', '来访', '来信', '被走访', '对象', '曾用']

/** Whom a row is about: 身份证号, else 工号, else 姓名, told apart by 所在模块. */
export const personColumns = [
  { key: 'seq', label: '序号', headings: ['序号', '序', '顺序号', '行号', 'NO'], reading: { as: 'code' } },
  { key: 'staffNo', label: '工号', headings: ['工号', '人员编号', '职工号', '职工编号', '员工编号', '人员代码', '干部编号'], maxLength: 30, reading: { as: 'code' }, fillDown: true },
  { key: 'name', label: '姓名', headings: ['姓名', '人员姓名', '干部姓名', '职工姓名', '员工姓名', '名字', '人员'], parts: ['姓名'], unless: others, maxLength: 60, fillDown: true, required: true, reading: { as: 'person' }, hint: '有同名的，写成“张三(大服务)”，或同时填写工号、身份证号' },
  {
    key: 'idNo', label: '身份证号', headings: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号', '居民身份证号', '身份证', '证件号码'], parts: ['身份证'], unless: [...others, '有效', '复印'],
    fillDown: true, reading: { as: 'idNo' }, hint: '可不填；18 位，按文本填写',
  },
] as const satisfies readonly ListColumn[]

/** The module that tells namesakes apart, where the row is not about a module itself. */
export const ownModuleColumn = {
  key: 'module', label: '所在模块', headings: ['所在模块', '所属模块', '模块', '模块名称', '归属模块', '工作模块', '责任模块'], parts: ['模块'], unless: ['模块长', '领导', '分管', '兼', '原模块', '评分', '得分'],
  fillDown: true, maxLength: 50, reading: { as: 'module' }, hint: '可不填；有同名人员时用来区分',
} as const satisfies ListColumn

export const remarkColumn = { key: 'remark', label: '备注', headings: ['备注', '备注说明', '附注', '其他说明', '备考'], maxLength: 500, reading: { as: 'text' } } as const satisfies ListColumn

/** A quarter, or the day it falls in; without either see `quarterAround`. */
export const quarterColumn = {
  key: 'period', label: '季度', headings: ['季度', '周期', '考评周期', '考核周期', '考评季度', '考核季度', '所属季度', '所属周期', '计入季度', '计入周期', '获奖时间', '获奖日期', '表彰时间', '表彰日期', '授予时间', '授予日期', '通报时间', '通报日期'], parts: ['季度', '周期'], unless: ['得分', '名次', '排名', '分'],
  fillDown: true, maxLength: 30, reading: { as: 'quarter' }, hint: '如 2026年第一季度；或获奖、通报的日期；不填的按表头、标题里的季度',
} as const satisfies ListColumn

export const villageColumn = {
  key: 'village', label: '村社', headings: ['村社', '村', '村居', '村社名称', '村名', '行政村', '所联村', '联系村', '联村', '所在村', '所属村', '所属村社', '村社区', '社区', '村居名称', '村名称', '行政村名称', '组团', '所属村居', '走访村'],
  parts: ['村社', '行政村', '村居'], unless: ['书记', '主任', '干部', '名次', '排名', '得分', '数', '电话'], fillDown: true, maxLength: 50, required: true, reading: { as: 'text' },
} as const satisfies ListColumn
