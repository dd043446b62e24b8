/** 角色. `setup` is whoever makes the township: it may do what the first-run wizard needs, and becomes sysadmin when that ends. Scopes by office held (团长, 专班组长, 模块长, 牵头领导) come from dated offices, not from the role. */
export const roles = ['clerk', 'head', 'leader', 'principal', 'inspector', 'sysadmin', 'secadmin', 'auditor', 'setup'] as const
export type Role = (typeof roles)[number]
