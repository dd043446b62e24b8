import type { PeriodStage } from './cycle.ts'
import type { QuarterGrade, YearGrade } from './vocabulary.ts'

export const periodStageNames: Readonly<Record<PeriodStage, string>> = {
  configuring: '配置', collecting: '采集', summarising: '个人小结', scoring: '评分', frozen: '冻结', computed: '计算',
  reviewing: '复核', publicity: '公示', appeal: '申诉', deciding: '会议审定', locked: '归档', reported: '已上报',
}

export const quarterGradeNames: Readonly<Record<QuarterGrade, string>> = {
  good: '好', fair_good: '较好', average: '一般', poor: '较差', comment_only: '只写评语', pending: '暂不定等次', no_grade: '不定等次',
}

export const yearGradeNames: Readonly<Record<YearGrade, string>> = {
  excellent: '优秀', competent: '称职', basic: '基本称职', incompetent: '不称职', comment_only: '只写评语', pending: '暂不定等次', no_grade: '不定等次',
}

/** What institutions call the year's grades. */
export const institutionGradeNames: Readonly<Partial<Record<YearGrade, string>>> = { competent: '合格', basic: '基本合格', incompetent: '不合格' }

const quarterNames = ['一', '二', '三', '四']

/** `2026Q2` → 2026年第二季度, `2026` → 2026年度; any other code as it stands. */
export function periodTitle(code: string): string {
  const [, year = '', quarter] = /^(\d{4})(?:Q([1-4]))?$/.exec(code) ?? []
  if (year === '') return code
  return quarter === undefined ? `${year}年度` : `${year}年第${quarterNames[Number(quarter) - 1] ?? quarter}季度`
}
