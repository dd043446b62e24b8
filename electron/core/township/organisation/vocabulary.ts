/** What refers to a module, as the refusal to remove it names it. */
export const moduleUseWords = {
  assignment: '任职记录', office: '任职的负责人', establishment: '编制', task: '任务', sheet: '评分表', pkFactor: 'PK 系数',
  supervisionDay: '督查日', meeting: '会议', issue: '民情事项', register: '台账登记',
} as const

export const orderWords = { field: '模块顺序', incomplete: '须把每个模块各列一次' } as const
