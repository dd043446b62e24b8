import type { Identity, LeaveKind, Sex, StaffStatus, Track } from './codes.ts'
import type { PersonField } from './fields.ts'

export const identityLabels = {
  civil: '公务员',
  ref_civil: '参公',
  institution: '事业',
  dispatched: '派驻',
  seconded_in: '抽调/挂职',
  contract: '编外',
  support: '三支一扶等',
} as const satisfies Record<Identity, string>

export const trackLabels = {
  excluded: '党政正职',
  leader: '班子成员',
  mid: '中层',
  staff: '一般干部',
  dispatched_head: '派驻负责人',
  dispatched: '派驻',
  contract: '编外',
  probation: '试用期',
} as const satisfies Record<Track, string>

export const sexLabels = { male: '男', female: '女' } as const satisfies Record<Sex, string>

export const statusLabels = { active: '在册', probation: '试用期', pending_case: '立案审查' } as const satisfies Record<StaffStatus, string>

export const leaveKindLabels = {
  annual: '年休假',
  sick: '病假',
  personal: '事假',
  maternity: '产假',
  injury: '工伤假',
  marriage: '婚假',
  bereavement: '丧假',
  official: '因公外出',
  training: '脱产学习',
} as const satisfies Record<LeaveKind, string>

export const personFieldNames = {
  name: '姓名',
  sex: '性别',
  birthMonth: '出生年月',
  political: '政治面貌',
  identity: '人员身份',
  sendingUnit: '派出单位',
  rankTitle: '职务职级',
  phone: '联系电话',
  track: '考核类别',
  status: '状态',
  pool: '序列',
  workStart: '参加工作时间',
  remark: '备注',
} as const satisfies Record<PersonField, string>

/** How rosters write an identity, besides its label; compared without spaces, brackets and punctuation. 临时 is in no list: it says nothing about the pool. */
export const identityWords = {
  civil: ['公务员', '行政', '行政编', '行政编制', '公务员编制', '机关行政', '行政在编', '选调生', '公务员行政编制', '行政公务员'],
  ref_civil: ['参公', '参公编', '参公编制', '参公事业', '参公管理', '参照公务员', '参照公务员管理', '参照公务员法管理', '参照管理', '事业参公', '参公事业编制'],
  institution: ['事业', '事业编', '事业编制', '事业单位', '事业在编', '全额事业', '事业全额', '事业管理', '事业专技', '事业工勤', '全额拨款事业', '差额事业', '事业单位工作'],
  dispatched: ['派驻', '派驻机构', '派驻站所', '部门派驻', '上级派驻', '县派', '区派', '下派派驻'],
  seconded_in: ['抽调', '挂职', '借调', '借用', '抽调挂职', '抽调挂职来', '挂职锻炼', '抽调来', '挂职来', '借调来', '抽调或挂职', '抽借调'],
  contract: ['编外', '编外用工', '编外聘用', '编外合同', '编外合同制', '合同制', '合同工', '合同', '聘用', '聘用制', '劳务派遣', '派遣', '政府雇员', '雇员', '购买服务', '编外辅助', '非在编', '临时工', '临聘', '政府购买服务', '公益性岗位', '公益岗', '专职网格员', '辅助'],
  support: ['三支一扶', '三支一扶等', '大学生村官', '村官', '西部计划', '西部计划志愿者', '大学生志愿服务西部计划', '特岗', '志愿者', '支医', '支农', '支教', '扶贫'],
} as const satisfies Record<Identity, readonly string[]>

/** Endings that say no more: 编外人员, 派驻干部, 参公身份. */
export const identityEndings = ['工作人员', '在编人员', '人员', '干部', '职工', '身份', '编制', '性质', '类'] as const

/** 政治面貌: how rosters write it → the usual name. What is not listed stays as written. */
export const politicalWords: Readonly<Record<string, string>> = {
  党员: '中共党员',
  中共党员: '中共党员',
  中国共产党党员: '中共党员',
  正式党员: '中共党员',
  中共正式党员: '中共党员',
  中共: '中共党员',
  预备党员: '中共预备党员',
  中共预备党员: '中共预备党员',
  团员: '共青团员',
  共青团员: '共青团员',
  中国共青团员: '共青团员',
  群众: '群众',
  普通群众: '群众',
  无党派: '无党派人士',
  无党派人士: '无党派人士',
}

export const sexWords: Readonly<Record<string, Sex>> = { 男: 'male', 男性: 'male', M: 'male', 女: 'female', 女性: 'female', F: 'female' }
