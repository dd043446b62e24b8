import type { AppealMatter } from '../appeals/appeal-rules.ts'
import type { DecisionBar } from '../decisions/decision-rule.ts'
import type { AppealState, RulingKind, RulingState } from './rulings.ts'

export const rulingKindNames: Readonly<Record<RulingKind, string>> = { exemption: '尽责豁免', veto: '一票否决', special_case: '特殊情形', amendment: '结果更正' }

export const rulingStateNames: Readonly<Record<RulingState, string>> = { proposed: '待裁定', approved: '已裁定', refused: '不同意', withdrawn: '已撤回' }

export const appealStateNames: Readonly<Record<AppealState, string>> = { filed: '待答复', granted: '支持', dismissed: '维持', withdrawn: '已撤回' }

export const appealMatterNames: Readonly<Record<AppealMatter, string>> = {
  total: '总分', post: '岗位赋分', module: '模块评分', team: '组团积分', special: '专项加分', deduct: '扣分', grade: '等次',
  M1: '模块长评价', M2: '任务推进', M3: '互评', M4: '领导评分', T1: '联村结果', T2: '履职积分',
}

/** Why the meeting may not decide on a grade. */
export const decisionBarNames: Readonly<Record<DecisionBar, string>> = {
  status: '试用期、立案或长期请假的人员不定等次',
  notValid: '不是有效考评周期',
  veto: '受一票否决，不得评为最高等次',
  cap: '受一票否决，等次有上限',
  warned: '本年受过警示',
  noGoodQuarter: '没有一个季度评为好',
  averageQuarter: '有季度评为一般或较差',
  belowCompetent: '年度得分不到称职线',
}
