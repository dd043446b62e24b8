import { circularKinds, deductionRules } from '../../../plans/points/codes.ts'
import { deductionRuleNames } from '../../../plans/points/vocabulary.ts'
import { leaveKinds } from '../../../people/codes.ts'
import { leaveKindLabels } from '../../../people/vocabulary.ts'
import { teamRoles, villageKinds } from '../../../villages/villages/codes.ts'
import { teamRoleNames, villageKindNames } from '../../../villages/villages/vocabulary.ts'
import type { ListKind } from './codes.ts'
import type { CellReading, ListColumn, ListSpec } from './list-spec.ts'
import { ownModuleColumn, personColumns, quarterColumn, remarkColumn, villageColumn } from './people-columns.ts'
import { circularKindNames, listHints, wordsBeside } from './words.ts'

type Person = 'seq' | 'staffNo' | 'name' | 'idNo'

/** The code's own name first, then how else lists write it. */
function choice<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>, beside: Readonly<Partial<Record<Code, readonly string[]>>>): CellReading {
  return { as: 'choice', words: Object.fromEntries(codes.map((code) => [code, [names[code], ...(beside[code] ?? [])]])) }
}

const seq: ListColumn<'seq'> = personColumns[0]
const score = { as: 'decimal', decimals: 2, least: 0, most: 9_999 } as const
const factor = { as: 'decimal', decimals: 1, least: 1, most: 5 } as const

/** 岗位 */
const posts: ListSpec<'seq' | 'code' | 'name' | 'score' | 'coefficient' | 'workload' | 'difficulty' | 'risk' | 'remark'> = {
  kind: 'posts', anchor: 'name', telling: [], minimum: 2,
  columns: [
    seq,
    { key: 'code', label: '岗位编号', headings: ['岗位编号', '岗位代码', '编号', '岗位号'], maxLength: 30, reading: { as: 'code' }, hint: '可不填；填了的按编号对应已有岗位，没有编号的按名称' },
    { key: 'name', label: '岗位名称', headings: ['岗位名称', '岗位', '工作岗位', '岗位设置'], maxLength: 50, required: true, reading: { as: 'text' } },
    { key: 'score', label: '岗位赋分', headings: ['岗位赋分', '岗位分', '赋分', '岗位分值', '分值', '岗位得分', '基础分'], parts: ['赋分'], reading: score, hint: listHints.decimal },
    { key: 'coefficient', label: '岗位系数', headings: ['岗位系数', '系数'], parts: ['系数'], reading: score, hint: listHints.decimal },
    { key: 'workload', label: '工作量', headings: ['工作量', '工作强度', '工作量系数', '工作量分值'], reading: factor, hint: listHints.factor },
    { key: 'difficulty', label: '难度', headings: ['难度', '工作难度', '难易程度', '复杂程度'], reading: factor, hint: listHints.factor },
    { key: 'risk', label: '风险', headings: ['风险', '风险程度', '廉政风险', '工作风险', '责任风险'], reading: factor, hint: listHints.factor },
    remarkColumn,
  ],
}

/** 任职 */
const assignments: ListSpec<Person | 'module' | 'post' | 'from' | 'to' | 'role' | 'remark'> = {
  kind: 'assignments', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 3, range: ['from', 'to'],
  columns: [
    ...personColumns,
    { ...ownModuleColumn, headings: [...ownModuleColumn.headings, '任职模块'], required: true, hint: '本乡镇的模块名称' },
    { key: 'post', label: '岗位', headings: ['岗位', '岗位名称', '任职岗位', '工作岗位', '现任岗位'], parts: ['岗位'], unless: ['系数', '赋分', '分值', '得分', '类别', '等级', '原岗位'], maxLength: 50, fillDown: true, required: true, reading: { as: 'text' }, hint: '没有的岗位会新建，待定分' },
    { key: 'from', label: '任职时间', headings: ['任职时间', '任职日期', '起始日期', '开始日期', '开始时间', '起始时间', '任职起', '起', '自', '到岗时间', '到岗日期', '任职开始', '任现职时间'], fillDown: true, reading: { as: 'day', month: 'first' }, hint: listHints.from },
    { key: 'to', label: '免职时间', headings: ['免职时间', '免职日期', '截止日期', '结束日期', '结束时间', '截止时间', '任职止', '止', '至', '离岗时间', '离岗日期', '任职结束', '终止日期'], reading: { as: 'day', month: 'last' }, hint: '在任的不填' },
    { key: 'role', label: '主兼', headings: ['主兼', '主岗兼岗', '主或兼', '任职类型', '主兼任', '主兼职', '任职方式', '岗位性质'], reading: choice(['main', 'side'], { main: '主', side: '兼' }, wordsBeside.assignment), hint: '主：原来的任职到前一天为止；兼：与原来的任职并存；不填为主' },
    remarkColumn,
  ],
}

/** 请休假 */
const leave: ListSpec<Person | 'module' | 'kind' | 'from' | 'to' | 'remark'> = {
  kind: 'leave', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 3, range: ['from', 'to'],
  columns: [
    ...personColumns,
    ownModuleColumn,
    { key: 'kind', label: '假别', headings: ['假别', '请假类型', '请假类别', '休假类型', '休假类别', '请假种类', '类型', '类别', '请休假类别', '请休假类型', '假期类型'], parts: ['假别'], fillDown: true, required: true, reading: choice(leaveKinds, leaveKindLabels, wordsBeside.leave) },
    { key: 'from', label: '起始日期', headings: ['起始日期', '开始日期', '起始时间', '开始时间', '请假起始', '起', '自', '请假开始', '休假开始', '开始', '起始', '请假日期', '离岗日期', '请假时间', '休假时间', '起止时间', '起止日期', '请假起止时间', '请假期间'], required: true, reading: { as: 'day', month: 'refused' } },
    { key: 'to', label: '截止日期', headings: ['截止日期', '结束日期', '截止时间', '结束时间', '请假截止', '止', '至', '请假结束', '休假结束', '结束', '截止', '返岗前一天'], required: true, reading: { as: 'day', month: 'refused' } },
    remarkColumn,
  ],
}

/** 村社 */
const villages: ListSpec<'seq' | 'code' | 'name' | 'kind' | 'households' | 'leader' | 'remark'> = {
  kind: 'villages', anchor: 'name', telling: [], minimum: 2,
  columns: [
    seq,
    { key: 'code', label: '村社编号', headings: ['村社编号', '村编号', '村代码', '行政区划代码', '编号'], maxLength: 30, reading: { as: 'code' }, hint: '可不填；填了的按编号对应已有村社，没有编号的按名称' },
    { key: 'name', label: '村社名称', headings: ['村社名称', '村社', '村名', '村居', '村居名称', '行政村', '行政村名称', '村', '名称', '社区名称', '村社区'], parts: ['村社', '行政村'], unless: ['编号', '代码', '类型', '类别', '书记', '主任', '数', '团长'], maxLength: 50, required: true, reading: { as: 'text' } },
    { key: 'kind', label: '类型', headings: ['类型', '类别', '村社类型', '村社类别', '性质'], fillDown: true, reading: choice(villageKinds, villageKindNames, wordsBeside.village), hint: '不填为行政村' },
    { key: 'households', label: '户数', headings: ['户数', '总户数', '农户数', '户籍户数', '户'], parts: ['户数'], reading: { as: 'whole', least: 0, most: 99_999 } },
    { key: 'leader', label: '团长', headings: ['团长', '组团团长', '组团联村团长', '联村领导', '联系领导', '包村领导', '驻村领导', '班子成员'], parts: ['团长'], unless: ['副', '电话', '职务'], maxLength: 60, fillDown: true, reading: { as: 'person' }, hint: '须为班子成员' },
    remarkColumn,
  ],
}

/** 组团成员 */
const teams: ListSpec<Person | 'village' | 'module' | 'role' | 'from' | 'to' | 'remark'> = {
  kind: 'teams', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 2, range: ['from', 'to'],
  columns: [
    villageColumn,
    ...personColumns.map((column) => (column.key === 'name' ? { ...column, headings: [...column.headings, '成员', '组团成员', '团员', '成员名单', '联村干部', '驻村干部', '包村干部', '组员'] } : column)),
    ownModuleColumn,
    { key: 'role', label: '角色', headings: ['角色', '组团角色', '成员类型', '成员类别', '人员类型', '人员类别', '类型', '类别'], fillDown: true, reading: choice(teamRoles, teamRoleNames, wordsBeside.team), hint: '不填为联村干部' },
    { key: 'from', label: '起始日期', headings: ['起始日期', '开始日期', '起始时间', '开始时间', '联村起始', '起', '自', '联村时间', '联村开始', '加入日期', '加入时间'], fillDown: true, reading: { as: 'day', month: 'first' }, hint: listHints.from },
    { key: 'to', label: '截止日期', headings: ['截止日期', '结束日期', '截止时间', '结束时间', '止', '至', '联村结束', '退出日期', '退出时间'], reading: { as: 'day', month: 'last' }, hint: '仍在组团的不填' },
    remarkColumn,
  ],
}

/** 服务记录, and event lists of other systems by a mapping made on screen. */
const events: ListSpec<Person | 'module' | 'village' | 'date' | 'kind' | 'household' | 'quantity' | 'note'> = {
  kind: 'events', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 3,
  columns: [
    ...personColumns.map((column) => (column.key === 'name' ? { ...column, headings: [...column.headings, '走访人', '走访干部', '调解人', '调解员', '服务人员', '联村干部'] } : column)),
    ownModuleColumn,
    villageColumn,
    { key: 'date', label: '日期', headings: ['日期', '时间', '服务日期', '走访日期', '走访时间', '调解日期', '调解时间', '服务时间', '记录日期', '开展时间', '办理日期'], parts: ['日期'], fillDown: true, required: true, reading: { as: 'day', month: 'refused' } },
    { key: 'kind', label: '类别', headings: ['类别', '类型', '服务类别', '服务类型', '记录类别', '记录类型', '服务事项', '工作类别', '事项类别'], fillDown: true, required: true, maxLength: 50, reading: { as: 'word' } },
    { key: 'household', label: '户主或对象', headings: ['户主或对象', '户主', '对象', '农户', '走访对象', '走访农户', '服务对象', '走访户', '户主姓名', '当事人'], maxLength: 50, reading: { as: 'text' } },
    { key: 'quantity', label: '数量', headings: ['数量', '次数', '件数', '户次'], reading: { as: 'decimal', decimals: 2, least: 0.01, most: 1_000 }, hint: '不填为 1' },
    { key: 'note', label: '内容', headings: ['内容', '情况', '走访内容', '工作内容', '服务内容', '情况说明', '走访情况', '备注', '说明', '事件描述', '处理结果'], maxLength: 2_000, reading: { as: 'text' } },
  ],
}

/** 村社季度名次 */
const village_ranks: ListSpec<'seq' | 'village' | 'rank' | 'period' | 'remark'> = {
  kind: 'village_ranks', anchor: 'village', telling: [], minimum: 2,
  columns: [
    seq,
    { ...villageColumn, headings: [...villageColumn.headings, '名称'] },
    { key: 'rank', label: '名次', headings: ['名次', '排名', '季度名次', '季度排名', '考核名次', '考核排名', '全镇名次', '全镇排名', '村社名次', '位次'], parts: ['名次', '排名'], required: true, reading: { as: 'rank' }, hint: '1、2、3……；不参加排名的填“不排名”' },
    quarterColumn,
    remarkColumn,
  ],
}

const matter = { key: 'matter', maxLength: 50, fillDown: true, required: true, reading: { as: 'text' } } as const

/** 荣誉 */
const honours: ListSpec<Person | 'module' | 'matter' | 'level' | 'period' | 'remark'> = {
  kind: 'honours', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 3,
  columns: [
    ...personColumns,
    ownModuleColumn,
    { ...matter, label: '荣誉名称', headings: ['荣誉名称', '荣誉', '获奖名称', '奖项', '奖项名称', '表彰名称', '获奖情况', '事由', '荣誉事项', '表彰事项'], parts: ['荣誉', '奖项'], unless: ['级别', '等级', '单位', '时间', '日期'] },
    { key: 'level', label: '级别', headings: ['级别', '荣誉级别', '获奖级别', '表彰级别', '等级', '层级'], parts: ['级别'], fillDown: true, required: true, maxLength: 30, reading: { as: 'word' } },
    quarterColumn,
    remarkColumn,
  ],
}

/** 通报 */
const circulars: ListSpec<Person | 'module' | 'kind' | 'matter' | 'period' | 'remark'> = {
  kind: 'circulars', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 3,
  columns: [
    ...personColumns,
    ownModuleColumn,
    { key: 'kind', label: '类别', headings: ['类别', '类型', '通报类别', '通报类型', '性质', '通报性质', '正反面', '正面反面'], parts: ['通报类'], fillDown: true, required: true, reading: choice(circularKinds, circularKindNames, wordsBeside.circular) },
    { ...matter, label: '事由', headings: ['事由', '通报事由', '通报事项', '通报内容', '通报名称', '事项', '内容', '主要事迹'], parts: ['事由'] },
    quarterColumn,
    remarkColumn,
  ],
}

/** 扣分 */
const deductions: ListSpec<Person | 'module' | 'rule' | 'date' | 'matter' | 'remark'> = {
  kind: 'deductions', anchor: 'name', telling: ['idNo', 'staffNo'], minimum: 3,
  columns: [
    ...personColumns,
    ownModuleColumn,
    { key: 'rule', label: '扣分项', headings: ['扣分项', '扣分项目', '扣分类别', '扣分类型', '扣分情形', '情形', '类别', '类型'], parts: ['扣分项', '扣分情形'], fillDown: true, required: true, reading: choice(deductionRules, deductionRuleNames, wordsBeside.deduction) },
    { key: 'date', label: '日期', headings: ['日期', '时间', '发生日期', '发生时间', '扣分日期', '扣分时间'], parts: ['日期'], fillDown: true, required: true, reading: { as: 'day', month: 'refused' } },
    { ...matter, label: '事由', headings: ['事由', '扣分事由', '扣分原因', '原因', '事项', '内容', '情况', '情况说明'], parts: ['事由', '原因'] },
    remarkColumn,
  ],
}

/** Every list by its kind; a column that its matcher asks for has to stand in its table. */
export const listSpecs = { posts, assignments, leave, villages, teams, events, village_ranks, honours, circulars, deductions } as const satisfies Record<ListKind, ListSpec>

export type ListSpecs = typeof listSpecs
/** The columns of a kind of list. */
export type KeyOf<Kind extends ListKind> = ListSpecs[Kind]['columns'][number]['key']
