export const systemWords = {
  administrator: '管理员',
  noneOf: { sysadmin: '须至少有一名系统管理员', secadmin: '须至少有一名安全管理员', auditor: '须至少有一名审计员' },
  threePeople: '系统管理员、安全管理员、审计员须是三个不同的账号',
  otherOffice: (account: string) => `账号“${account}”兼有业务角色，请换一个专用账号`,
  disabled: (account: string) => `账号“${account}”已停用`,
  finished: '已结束初始设置',
  finishAgain: '再次结束初始设置',
  roles: '角色',
  lastOf: { sysadmin: '至少要保留一名启用的系统管理员', secadmin: '至少要保留一名启用的安全管理员' },
  loginName: '登录名',
  reserved: (name: string) => `“${name}”由系统自用，请换一个`,
  personTwice: (name: string) => `“${name}”的账号`,
} as const
