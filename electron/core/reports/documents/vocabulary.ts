/** Words of Word documents that stand in no template. */
export const documentWords = {
  township: '全镇',
  joiner: '、',
  day: (day: string) => `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`,
  when: (day: string, time: string | null) => (time === null ? day : `${day} ${time}`),
  people: (count: number) => `${String(count)}人`,
  percent: (part: number) => `${String(part)}%`,
  total: { quarter: '总分', year: '年度得分' },
  scores: { total: '总分', annual: '年度得分', quarters: '有效季度', rankTown: '全镇排名', rankPool: '序列排名', rankModule: '模块排名', decided: '审定等次', suggested: '建议等次（待会议审定）' },
  place: (rank: number) => `第 ${String(rank)} 名`,
  nothing: '—',
  separator: '；',
  excellent: { acts: { excellent: '公示名单', commendation: '表彰通报' }, none: (grade: string) => `没有审定为“${grade}”的人员` },
  act: '导出纪要',
  circulate: '导出通报',
  noMinutes: '没有纪要内容',
} as const
