/** What a period still lacks before the freeze. */
export const missingWords = {
  noSheets: '还没有生成评分表',
  sheet: (scorer: string, unscored: number) => `${scorer}的评分表还没有提交（未评 ${unscored} 人）`,
  task: (title: string) => `任务“${title}”已提交但未核验`,
  point: (matter: string) => `加减分“${matter}”还没有审定`,
  village: (name: string) => `${name}还没有录入本季名次`,
  post: (name: string) => `岗位“${name}”还没有岗位分`,
  pkFactor: (name: string) => `${name}还没有录入 PK 系数`,
} as const
