import type { SystemSection } from '../../../api/place.ts'

export const sectionLabels = { township: '乡镇与模块', accounts: '账号', backups: '备份', calendar: '工作日历', audit: '审计' } as const satisfies Record<SystemSection, string>

export const systemWords = {
  label: '系统',
  cancel: '取消',
  save: '保存',
  missing: (label: string) => `${label}是空的，请填写。`,
  none: '—',
  nothingHere: '您的账号没有系统管理的权限，请联系安全管理员分配角色。',
} as const
