/** 角色. Scopes by office held (团长, 专班组长, 模块长, 牵头领导) come from dated offices, not from the role. */
export const roles = ['clerk', 'head', 'leader', 'principal', 'inspector', 'sysadmin', 'secadmin', 'auditor'] as const
export type Role = (typeof roles)[number]
