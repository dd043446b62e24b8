import type { CircularKind } from '../../../plans/points/codes.ts'

export const circularKindNames: Readonly<Record<CircularKind, string>> = { positive: '正面通报', negative: '反面通报' }

/** How lists write a choice, besides its name; compared without spaces, brackets and punctuation. */
export const wordsBeside = {
  assignment: { main: ['主岗', '主任职', '主要', '主职', '主任', '主要岗位', '是'], side: ['兼岗', '兼任', '兼职', '兼任职', '副岗', '兼岗位', '否'] },
  leave: {
    annual: ['年假', '年休', '公休', '公休假', '带薪年休假'], sick: ['病休'], personal: ['事'], maternity: ['产', '陪产假', '育儿假', '护理假'], injury: ['工伤'], marriage: ['婚'], bereavement: ['丧'],
    official: ['公出', '出差', '因公', '公差', '因公外出学习'], training: ['学习', '培训', '脱产', '脱产培训'],
  },
  village: { village: ['村', '建制村', '村委会'], community: ['居', '居委会', '城市社区', '居民区'] },
  team: { cadre: ['联村', '乡镇干部', '镇干部', '驻村干部', '包村干部', '干部', '组员', '成员'], department: ['部门', '部门联村干部', '县级部门干部', '市级部门干部'], expert: ['专家', '人才', '乡贤', '专业人才'] },
  circular: { positive: ['正面', '表扬', '通报表扬', '正面典型', '表彰', '正'], negative: ['反面', '批评', '通报批评', '负面', '反面典型', '负面通报', '反'] },
  deduction: {
    yellow_supervision: ['黄色督办单', '黄单', '黄牌', '黄色'], red_supervision: ['红色督办单', '红单', '红牌', '红色'], rejected_feedback: ['反馈退回', '退回', '反馈驳回'], negative_circular: ['反面', '通报批评', '负面通报'], absence: ['缺勤', '旷工', '无故缺席', '脱岗', '擅自离岗'],
  },
} as const

export const listHints = {
  decimal: '最多两位小数',
  factor: '1 到 5，最多一位小数',
  from: '如 2026-03-01；不填的按数据日期',
} as const

/** How lists write that a village is not ranked. */
export const unrankedWords = ['不排名', '未排名', '不参评', '不参加排名', '不参与排名', '不计名次', '不列名次'] as const
