import type { DeductionRule, PointState, VetoEffect } from './codes.ts'

export const pointStateNames: Readonly<Record<PointState, string>> = { declared: '已申报', verified: '已初核', approved: '已审定', rejected: '已退回' }

export const deductionRuleNames: Readonly<Record<DeductionRule, string>> = {
  yellow_supervision: '黄色督办', red_supervision: '红色督办', rejected_feedback: '反馈被退回', negative_circular: '反面通报', absence: '无故缺勤',
}

export const vetoEffectNames: Readonly<Record<VetoEffect, string>> = {
  no_good: '不得评为好', no_excellent: '不得评为优秀', cap_basic: '最高评为一般（基本称职）', cap_incompetent: '评为较差（不称职）', no_bonus: '不发绩效奖金',
}
