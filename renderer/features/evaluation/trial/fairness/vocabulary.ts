import type { AgeGroup, FairnessGrouping, FairnessMeasure, Oddity } from '../../../../../shared/domain/evaluation/trial/fairness.ts'
import { dimensionLabels } from '../../../../../shared/domain/plans/plan-vocabulary.ts'

export const measureNames: Readonly<Record<FairnessMeasure, string>> = { total: '总分', ...dimensionLabels }
export const groupingNames: Readonly<Record<FairnessGrouping, string>> = { module: '模块', identity: '人员身份', age: '年龄段' }
export const ageNames: Readonly<Record<AgeGroup, string>> = { upTo35: '35 岁及以下', from36: '36–45 岁', from46: '46–55 岁', from56: '56 岁及以上', unknown: '未填出生年月' }
export const oddityNames: Readonly<Record<Oddity, string>> = { high: '偏高', low: '偏低', same: '全部同分' }

export const fairnessWords = {
  year: '公平性只看季度',
  yearHint: '请在窗口上方改选一个季度。',
  odd: '需要留意',
  none: '没有发现明显偏高、偏低或全部同分的评分人。',
  rule: (scorers: number, scores: number) => `均分离各评分人均分的平均数超过 1.5 个标准差的列为偏高、偏低；给每人同一分数的列为全部同分。评分不足 ${String(scores)} 人的不比较，可比较的评分人不足 ${String(scorers)} 位时不评偏高、偏低。`,
  oddMean: (kind: string, scorer: string, sheet: string, mean: string, middle: string, spread: string) => `${scorer}的${sheet}${kind}：均分 ${mean}，各评分人均分平均 ${middle}，标准差 ${spread}。`,
  oddSame: (scorer: string, sheet: string, count: number, mean: string) => `${scorer}的${sheet}全部同分：${String(count)} 人都是 ${mean} 分。`,
  sheets: { heads: '模块长评价', leaders: '领导评分' },
  emptySheet: (sheet: string) => `本期还没有${sheet}。`,
  scorer: '评分人',
  modules: '模块',
  count: '人数',
  mean: '均分',
  spread: '标准差',
  range: '最低–最高',
  factor: '校正系数',
  corrected: '校正后均分',
  sign: '提示',
  compared: (scorers: number, mean: string, spread: string) => `参加比较 ${String(scorers)} 位，均分平均 ${mean}，标准差 ${spread}`,
  notCompared: '可比较的评分人太少，不评偏高、偏低',
  chart: (sheet: string) => `${sheet}均分`,
  before: '校正前',
  after: '校正后',
  points: '分',
  distribution: '得分分布',
  measure: '看哪一项',
  spreadOf: (measure: string, grouping: string) => `${measure}按${grouping}分布`,
  group: '分组',
  quartiles: ['最低', '下四分位', '中位', '上四分位', '最高'],
  box: '箱体为中间一半人，竖线为中位，两端为最低和最高。',
  to: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  listJoin: '、',
  nothing: '—',
} as const
