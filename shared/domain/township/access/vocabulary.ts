import type { Role } from './roles.ts'

export const roleLabels = {
  clerk: '经办',
  head: '模块长',
  leader: '班子成员',
  principal: '党政正职',
  inspector: '督考',
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditor: '审计员',
  setup: '初始设置',
} as const satisfies Record<Role, string>
