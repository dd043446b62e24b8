import type { EvaluationSection, ReportSection, SystemSection } from '../api/place.ts'

export const shellWords = {
  workbench: '工作台',
  evaluation: '四维考评',
  reports: '报表',
  system: '系统',
  tabs: '主要栏目',
  waiting: (count: number) => `${String(count)} 项待办`,
  reminder: '工作提醒',
  reminderBody: (count: number) => `有 ${String(count)} 项等您办理。`,
  period: '周期',
  search: '查找人员、任务、村社、台账或命令',
  searchEmpty: '没有找到，请换个字词、拼音或首字母。',
  searchHint: '输入汉字、拼音或首字母，如 ouyf 找欧阳锋。',
  commands: '命令',
  people: '人员',
  tasks: '任务',
  villages: '村社',
  issues: '民情事项',
  groups: '专项工作组',
  registers: '台账',
  account: '账号',
  lock: '锁定',
  leave: '退出登录',
  changePassword: '修改密码',
  compact: '紧凑显示',
  comfortable: '宽松显示',
  print: '打印本页',
  manual: '使用手册',
  demo: '示例数据',
  case: '案例数据',
  lost: '与数据服务的连接中断，正在重新连接；恢复后自动继续。',
  screenFailed: '这个页面出了错，数据没有受影响。请重试；如仍出现，请锁定后重新登录并告诉系统管理员。',
  noTab: '您的账号没有可用的栏目，请联系系统管理员分配角色。',
  move: '移动',
  open: '打开',
  close: '关闭',
  windowTitle: (township: string) => `${township} · 乡镇模块化运行平台`,
} as const

export const evaluationSectionLabels = { cycle: '周期', summaries: '个人小结', sheets: '评分', ballot: '互评', inputs: '数据录入', rulings: '裁定与申诉', results: '结果', plans: '方案', trial: '试算', fairness: '公平性' } as const satisfies Record<EvaluationSection, string>
export const reportSectionLabels = { export: '导出', import: '导入', layouts: '版式', templates: '上级模板', verify: '核验' } as const satisfies Record<ReportSection, string>
export const systemSectionLabels = { township: '乡镇与模块', accounts: '账号', backups: '备份', calendar: '工作日历', audit: '审计' } as const satisfies Record<SystemSection, string>
