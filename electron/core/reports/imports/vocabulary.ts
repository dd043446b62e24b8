/** A post that a roster leaves blank: made without a score, so that computing waits for it. */
export const unsetPostName = '未定岗'

export const errorWorkbookSuffix = '_错误说明.xlsx'

export const importWords = {
  chooseRegister: '请选择要导入的台账',
  othersRow: '这一行是他人录入的，您不能修改，请交给录入人或模块长',
} as const

/** A place among the villages as a change shows it. */
export function rankText(rank: number | null): string {
  return rank === null ? listWords.unranked : String(rank)
}

const openEnd = '今'

/** What is said of a row of a list by what the township holds: what is wrong and the way out. */
export const listWords = {
  unranked: '不排名',
  noHolder: '在册人员里没有这个号码，请核对，或填写姓名',
  noName: '请填写姓名，或填写工号、身份证号',
  otherName: (name: string) => `工号或身份证号是另一个人的，不是“${name}”，请核对`,
  unknownPerson: (name: string) => `在册人员里没有“${name}”，请核对姓名或先录入花名册`,
  departed: (name: string, day: string) => `“${name}”已于 ${day} 离任，请核对日期或改填当日在任的人员`,
  unknownVillage: (name: string) => `没有“${name.slice(0, 20)}”这个村社，请改成本乡镇的村社名称，或先导入村社`,
  rankTooLow: (villages: number) => `全镇共 ${String(villages)} 个村社，名次不能大于 ${String(villages)}，请核对`,
  nameTaken: (name: string, code: string) => `“${name}”已经有了，编号是 ${code}，请核对编号或名称`,
  twiceInFile: (row: number) => `与第 ${String(row)} 行重复，请删去一行`,
  overlapsRow: (row: number) => `与第 ${String(row)} 行的时间重叠，请核对`,
  endsBefore: (from: string) => `早于开始的 ${from}，请核对`,
  assignmentOverlaps: (from: string, to: string | null) => `该岗位已有 ${from} 至 ${to ?? openEnd} 的任职，请核对日期`,
  mainTooEarly: (from: string) => `现有任职从 ${from} 开始，不能在这一天之前结束；与它并存的请在“主兼”填“兼”`,
  leaveOverlaps: (kind: string, from: string, to: string | null) => `已有 ${from} 至 ${to ?? openEnd} 的${kind}，日期重叠，请核对`,
  memberOverlaps: (from: string, to: string | null) => `该村组团里已有 ${from} 至 ${to ?? openEnd} 的记录，日期重叠，请核对`,
  roleStands: (role: string) => `已登记为${role}，角色不能改；确需改的，请先结束原来的，再从次日另起一行`,
  verified: '这条记录已经核实，不能再改；确需改的，请核实人先撤回核实',
  tuesdayTwice: (day: string) => `${day} 已有一条周二到村记录，一人一天只记一条`,
  noQuarter: (what: string) => `没有 ${what} 这个考评周期，请核对，或先建立周期`,
  quarterClosed: (period: string, stage: string) => `${period}当前为“${stage}”，不能再录入，请改为仍可录入的季度`,
  honourStands: (level: string) => `该荣誉已按${level}申报，不能改；确需改的，请审定人先退回`,
  circularStands: (kind: string) => `该事由已按${kind}申报，不能改；确需改的，请审定人先退回`,
  notInPlan: (word: string) => `本季度的考评方案里没有“${word}”，请改为方案里有的级别`,
  aboutSelf: '这一行说的是您本人，不能由您自己导入，请由他人办理',
  outOfScope: '这一行不属于您负责的范围，请交给负责的模块或督考办导入',
} as const

/** What a blank form of a kind is called, and what it says at its end. */
export const formWords = {
  fileName: (title: string) => `${title}_导入模板.xlsx`,
  notes: ['红字带 * 的列必须填写；其余的列可以不填，也可以删去。', '列的先后和名称可以改动，导入时会自动识别；请不要在表格中间插入合计行。', '身份证号按文本填写，不要让表格软件把它变成数字。'],
  political: ['中共党员', '中共预备党员', '共青团员', '无党派人士', '群众'],
} as const

export const formHints: { readonly day: string; readonly choice: string; readonly unique: string; readonly unit: (unit: string) => string; readonly register: Readonly<Record<string, string>>; readonly staff: Readonly<Record<string, string>>; readonly tasks: Readonly<Record<string, string>> } = {
  day: '如 2026-03-15',
  choice: '从下拉选项里选',
  unique: '不可重复',
  unit: (unit) => `单位：${unit}`,
  register: { date: '如 2026-03-15', choice: '从下拉选项里选', village: '从下拉选项里选', person: '在册人员的姓名；有同名的写成“张三（工号）”', number: '只填数字', amount: '只填数字，最多两位小数' },
  staff: { idNo: '18 位，按文本填写', birth: '如 1990.03', identity: '从下拉选项里选', module: '从下拉选项里选；党政正职、班子成员可不填', post: '没有的岗位会新建，待定分', workStart: '如 2012.08' },
  tasks: { hosts: '几个人用顿号隔开；有同名的写成“张三(大服务)”', cohosts: '几个人用顿号隔开', weight: '1、2 或 3', issuedOn: '如 2026-03-01', due: '如 2026-03-15' },
}
