export const teamParts = ['teams', 'records'] as const
export type TeamPart = (typeof teamParts)[number]

export const teamPartNames: Readonly<Record<TeamPart, string>> = { teams: '组团', records: '服务记录' }

export const villageWords = {
  parts: '组团联村的栏目',
  list: '村社与组团',
  search: '搜索村社、团长、成员',
  add: '新增村社',
  none: '还没有村社',
  noneHint: '点“新增村社”登记第一个，再任命团长、加入成员。',
  pick: '选择村社',
  notFound: '没有这个村社',
  noLeader: '未任命',
  notRecorded: '未录入',
  unranked: '不排名',
  members: (count: number) => `${String(count)} 人`,
  quarter: (title: string) => `数字为${title}已核实的记录`,
  thisQuarter: '本季度',

  facts: '基本情况',
  edit: '修改',
  remove: '删除村社',
  removeAsk: (name: string) => `删除“${name}”？`,
  removeNote: '只有没有成员、记录、计划和名次的村社可以删除。',
  removed: (name: string) => `已删除“${name}”。`,
  memberList: '组团成员',
  noMembers: '还没有成员，团长以外的联村干部、部门干部、专家人才登记在这里。',
  addMember: '加入成员',
  endMember: '退出',
  since: '起始日',
  until: '结束日',
  open: '至今',
  dash: '—',
  person: '姓名',
  role: '身份',
} as const

export const villageColumns = {
  code: '编号', name: '村社', kind: '类别', households: '户数', leader: '团长', cadre: '联村干部', department: '部门干部', expert: '专家人才', count: '成员', visit: '走访', tuesday: '周二到村', issue: '民情办结', rank: '季度名次', remark: '备注',
} as const

export const villageForm = {
  addTitle: '新增村社',
  editTitle: (name: string) => `修改${name}`,
  name: '名称',
  kind: '类别',
  households: '户数',
  householdsFault: '“户数”须为 0 到 99999 的整数，请改正。',
  leader: '团长',
  leaderHelp: '由班子成员担任；没有的先空着。',
  remark: '备注',
  save: '保存',
  added: (name: string) => `已新增“${name}”。`,
  saved: '已保存。',
  memberTitle: (village: string) => `加入${village}组团`,
  endTitle: (name: string, village: string) => `${name}退出${village}组团`,
  person: '人员',
  role: '身份',
  from: '开始日期',
  to: '结束日期',
  toHelp: '仍在组团的空着。',
  join: '加入',
  leave: '退出',
  joined: '已加入。',
  left: '已登记退出。',
  choose: (field: string) => `请选择“${field}”。`,
  backwards: '“结束日期”早于开始日期，请改正日期。',
  required: (field: string) => `请填写“${field}”。`,
} as const
