import type { ImportKind } from './types.ts'

/**
 * A column that a kind of import reads. Headings are compared without spaces, brackets and punctuation.
 * `headings` are whole headings, the best first; `parts` are telling pieces of a longer heading, unless a word of `unless` stands in it or in the group heading above.
 * `fillDown`: a vertically merged body cell holds for each of its rows, and 同上 repeats the row above.
 * `several`: where one record takes several rows, under its merged name, it holds what stands in each of them.
 */
export interface ColumnSpec<Key extends string = string> {
  readonly key: Key
  readonly label: string
  readonly headings: readonly string[]
  readonly parts?: readonly string[]
  readonly unless?: readonly string[]
  readonly fillDown?: true
  readonly several?: true
  readonly maxLength?: number
}

/** `anchor` names the row (a row without it is suspect); `telling` columns make a row a record even when it has no anchor. `minimum` headings make a table. */
export interface KindSpec<Key extends string = string> {
  readonly kind: ImportKind
  readonly anchor: Key
  readonly telling: readonly Key[]
  readonly minimum: number
  readonly columns: readonly ColumnSpec<Key>[]
}

const otherPeople = ['配偶', '家属', '家庭', '父', '母', '子女', '亲属', '紧急', '联系人', '填表', '审核']

export type StaffKey =
  | 'seq' | 'staffNo' | 'name' | 'sex' | 'idNo' | 'birth' | 'political' | 'identity' | 'sendingUnit' | 'module'
  | 'post' | 'rankTitle' | 'grade' | 'workStart' | 'phone' | 'remark'

const seq = { key: 'seq', label: '序号', headings: ['序号', '序', '顺序号', '行号', '排序', 'NO', '编号'] } as const

const moduleColumn = {
  key: 'module', label: '所在模块', fillDown: true, maxLength: 50,
  headings: ['所在模块', '所属模块', '模块', '模块名称', '归属模块', '主模块', '主要模块', '工作模块', '任职模块', '承办模块', '责任模块', '主办模块', '牵头模块'],
  parts: ['模块'],
  unless: ['模块长', '领导', '分管', '联系', '兼', '第二', '其他', '原模块', '配合', '协办', '排名', '得分', '评分'],
} as const satisfies ColumnSpec

const remark = { key: 'remark', label: '备注', headings: ['备注', '备注说明', '附注', '说明', '其他说明', '备考'], maxLength: 500 } as const

/** 人员花名册 */
export const staffKind: KindSpec<StaffKey> = {
  kind: 'staff',
  anchor: 'name',
  telling: ['idNo', 'phone', 'staffNo'],
  minimum: 3,
  columns: [
    seq,
    { key: 'staffNo', label: '工号', headings: ['工号', '人员编号', '职工号', '职工编号', '员工编号', '人员代码', '人员工号', '干部编号'], maxLength: 30 },
    { key: 'name', label: '姓名', headings: ['姓名', '人员姓名', '干部姓名', '职工姓名', '员工姓名', '名字'], parts: ['姓名'], unless: [...otherPeople, '领导', '曾用', '拼音', '称谓', '笔画'], maxLength: 30 },
    { key: 'sex', label: '性别', headings: ['性别'], unless: otherPeople },
    {
      key: 'idNo', label: '身份证号', parts: ['身份证', '公民身份'],
      headings: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '公民身份证号', '居民身份证号码', '居民身份证号', '身份证件号码', '身份证', '居民身份证', '身份号码', '证件号码', '证件号'],
      unless: [...otherPeople, '有效', '到期', '地址', '复印', '发证', '类型', '签发'],
    },
    { key: 'birth', label: '出生年月', headings: ['出生年月', '出生日期', '出生年月日', '出生时间', '生日', '出生'], parts: ['出生'], unless: [...otherPeople, '地', '籍'] },
    { key: 'political', label: '政治面貌', headings: ['政治面貌', '面貌', '政治身份', '党派'], parts: ['政治面貌'], unless: otherPeople, maxLength: 20 },
    {
      key: 'identity', label: '人员身份', fillDown: true, parts: ['人员身份', '编制性质', '人员性质', '编制类'],
      headings: ['人员身份', '身份', '编制性质', '人员性质', '身份类别', '身份性质', '编制身份', '身份编制', '编制类型', '编制类别', '人员类别', '人员类型', '干部身份', '用工性质', '用工形式', '编制', '性质', '类别'],
      unless: [...otherPeople, '时间', '数'],
    },
    {
      key: 'sendingUnit', label: '派出单位', fillDown: true, maxLength: 60, parts: ['派出', '派驻'],
      headings: ['派出单位', '派驻单位', '派出部门', '派驻部门', '派出机构', '派驻机构', '派出单位名称', '原单位', '原工作单位', '编制所在单位', '编制单位'],
      unless: ['时间', '日期', '是否', '期限'],
    },
    moduleColumn,
    {
      key: 'post', label: '岗位', fillDown: true, maxLength: 60, parts: ['岗位'],
      headings: ['岗位', '岗位名称', '所在岗位', '工作岗位', '现岗位', '现任岗位', '任职岗位', '模块岗位', '岗位类别', '岗位类型'],
      unless: ['系数', '赋分', '职责', '分值', '得分', '时间', '津贴', '补贴', '数', '等级', '原岗位'],
    },
    {
      key: 'rankTitle', label: '职务职级', maxLength: 100, parts: ['职务'],
      headings: ['职务职级', '职务和职级', '职务与职级', '职务及职级', '职务或职级', '现任职务职级', '职务', '现任职务', '现职务', '行政职务', '担任职务', '党政职务', '职务职称', '单位及职务', '单位职务', '工作单位及职务', '职务名称'],
      unless: [...otherPeople, '时间', '日期', '年限', '任职年', '原职务', '曾任'],
    },
    { key: 'grade', label: '职级', headings: ['职级', '现职级', '现任职级', '职级名称', '职级等级', '级别'], maxLength: 60 },
    { key: 'workStart', label: '参加工作时间', headings: ['参加工作时间', '参加工作年月', '参加工作日期', '参加工作', '参工时间', '参工年月', '何时参加工作', '工作时间'], parts: ['参加工作', '参工'], unless: otherPeople },
    {
      key: 'phone', label: '联系电话', maxLength: 40, parts: ['手机', '电话', '联系方式'],
      headings: ['联系电话', '手机号码', '手机号', '手机', '移动电话', '联系手机', '联系方式', '电话号码', '电话', '手机长号', '长号'],
      unless: [...otherPeople, '办公', '座机', '固定', '短号', '住宅', '宅电', '传真', '虚拟'],
    },
    remark,
  ],
}

export type TaskKey = 'seq' | 'docNo' | 'title' | 'module' | 'hosts' | 'cohosts' | 'weight' | 'issuedOn' | 'due' | 'remark'

/** 任务台账 */
export const taskKind: KindSpec<TaskKey> = {
  kind: 'tasks',
  anchor: 'title',
  telling: ['docNo'],
  minimum: 3,
  columns: [
    { ...seq, headings: ['序号', '序', '顺序号', '行号', 'NO'] },
    { key: 'docNo', label: '文号', headings: ['文号', '交办文号', '交办单文号', '交办单号', '交办单编号', '任务编号', '交办编号', '单号', '编号'], parts: ['文号', '单号'], maxLength: 60 },
    {
      key: 'title', label: '事项', maxLength: 200,
      headings: ['事项', '事项名称', '任务', '任务名称', '任务事项', '工作事项', '工作任务', '交办事项', '督办事项', '重点工作', '交办内容', '任务内容', '工作内容', '事项内容'],
      parts: ['事项'], unless: ['类型', '类别', '来源', '要求', '数'],
    },
    moduleColumn,
    { key: 'hosts', label: '主办', fillDown: true, several: true, headings: ['主办', '主办人', '主办人员', '主办干部', '主办责任人', '责任人', '承办人', '承办人员', '主要责任人', '牵头人'], parts: ['主办'], unless: ['模块', '单位', '部门', '领导'] },
    { key: 'cohosts', label: '协办', fillDown: true, several: true, headings: ['协办', '协办人', '协办人员', '协办干部', '配合人', '配合人员', '协同人员', '参与人员'], parts: ['协办'], unless: ['模块', '单位', '部门'] },
    { key: 'weight', label: '权重', headings: ['权重', '任务权重', '权重系数', '重要程度'], parts: ['权重'] },
    { key: 'issuedOn', label: '交办时间', fillDown: true, headings: ['交办时间', '交办日期', '交办日', '下达时间', '下达日期', '签发时间', '签发日期', '布置时间', '派发时间', '开始时间'], parts: ['交办时', '交办日'] },
    {
      key: 'due', label: '办理时限', fillDown: true,
      headings: ['办理时限', '办理期限', '完成时限', '完成期限', '办结时限', '办结期限', '时限', '时限要求', '期限', '截止时间', '截止日期', '要求完成时间', '限办时间', '完成时间', '计划完成时间'],
      parts: ['时限', '期限', '截止'], unless: ['实际', '延期'],
    },
    remark,
  ],
}
