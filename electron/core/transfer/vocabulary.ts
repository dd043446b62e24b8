/** A post that a roster leaves blank: made without a score, so that computing waits for it. */
export const unsetPostName = '未定岗'

export const errorWorkbookSuffix = '_错误说明.xlsx'

export const performanceWords = {
  notReal: '本工作簿的数据为示例或案例数据。',
  summary: (quarters: number) => `参加考评${quarters}个季度，成绩见年度绩效汇总。`,
  veto: '一票否决',
  status: {
    probation: { situation: '试用期', clause: '试用期人员考核规定', handling: '只写评语，不定等次' },
    pending_case: { situation: '立案审查调查未结案', clause: '受处分及立案人员考核规定', handling: '暂不定等次' },
  },
} as const
