/** What refusals of the registers say. */
export const registerWords = {
  disabled: '台账已停用，请先启用',
  emptyRow: '请至少填写一格',
  noProposal: '没有设置提请，请先在台账设置里设定',
  alreadyProposed: '这一行已经提请过，不能重复提请',
  propose: '提请记分',
  proposed: '已提请',
  cellMissing: '还没有填写，请先补齐',
  quantity: '须为大于 0、不超过 1000、不超过两位小数的数',
  hasRecord: '这一行已提请记分，请先撤回或退回它的记录再改',
  recordKept: '这一行已提请记分，请先撤回或退回它的记录再删除',
  household: '不能超过 50 字',
  circularUnclear: (text: string) => `从“${text}”看不出是正面还是反面通报，请改成含“正面”或“反面”的选项`,
  noOpenPeriod: (day: string) => `${day} 不在任何一个还能录入的考评周期里，请核对日期`,
  enteredBy: '录入人',
} as const
