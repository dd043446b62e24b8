/** What an input is told when its schema refuses a field. */
export const faults = {
  empty: '不能为空',
  tooLong: (most: number) => `不能超过 ${most} 字`,
  tooMuch: (most: number) => `不能超过 ${most}`,
  negative: '不能为负数',
  percent: '须为 0 到 100 的整数',
  whole: '须为整数',
  fromOne: '须从 1 开始',
  oneToFive: '须为 1 到 5',
  day: '日期须写成 2026-03-01 的样子',
  span: (most: number) => `不能早于开始日期，前后不能超过 ${most} 天`,
  month: '须写成 1982-02 的样子',
  decimal: '须为不超过两位小数的数',
  phone: '须为电话号码',
  noHost: '至少一名主办人',
  account: '请填写账号',
  password: '请填写密码',
  file: '请选择一个文件',
  moduleCode: '须为小写字母和数字',
  moduleCount: '模块须为 3 到 7 个',
  colour: '须为 #1f4e8c 样子的颜色',
  year: '须为 2000 到 2099 的年份',
  recoveryKey: '请填写恢复密钥',
  json: '须为一份 JSON',
  quantity: '须为大于 0、不超过 1000 的数',
  monthOfYear: '月份须写成 2026-06 的样子',
  time: '时间须写成 09:00 的样子',
  noChange: '没有更正的内容',
  months: '须为 0 到 12 的整数',
  amount: '须为不小于 0、不超过两位小数的金额',
} as const

/** What a schema says of a field that it refuses without words of its own. */
export const anyFault = '内容不符合要求'

const fieldNames: Readonly<Record<string, string>> = {
  name: '名称', alias: '别名', office: '办公室', colour: '颜色', password: '密码', year: '年份', county: '所属县', reportingUnit: '填报单位', file: '文件', recoveryKey: '恢复密钥',
  sex: '性别', birthMonth: '出生年月', political: '政治面貌', identity: '人员身份', sendingUnit: '派出单位', rankTitle: '职务职级', phone: '联系电话', track: '考核类别', status: '状态', pool: '序列', workStart: '参加工作时间', remark: '备注', idNo: '身份证号',
  moduleId: '模块', postId: '岗位', staffId: '人员', villageId: '村社', planId: '考评方案', from: '开始日期', to: '结束日期', date: '日期', kind: '类别', reason: '理由', result: '办理结果', reporter: '反映人', reportedOn: '反映日期', handlerId: '办理人', hosts: '主办', satisfaction: '满意度', goal: '工作目标', groupId: '专项组', approvalNo: '批准文号', heldOn: '会议日期', record: '会议记录', decisions: '议定事项', conclusion: '成效和移交', on: '解散日期', unit: '单位', direction: '方向', role: '角色', roles: '角色',
  score: '分数', coefficient: '岗位系数', workload: '工作量', difficulty: '难易度', risk: '风险度', approved: '核定数', factor: '系数', rank: '名次', grade: '等次', band: '等次', note: '备注', meeting: '会议', matter: '事由', clause: '依据条款',
  docNo: '文号', form: '形式', source: '来源', title: '事项', content: '内容', weight: '权重', leadStaffId: '牵头领导', due: '办理时限', parties: '承办人', progress: '进度', text: '文字', quality: '办理质量', milestones: '节点', toDue: '延期至', answer: '审批意见', demand: '督办要求', replyDue: '回复时限', reply: '回复', level: '督办级别', inspectors: '督查人员', findings: '督查情况', finding: '督查情况', doneOn: '完成日', evidence: '佐证附件', search: '搜索', asOf: '数据日期', modules: '模块', entries: '条目',
  months: '任职月数', warned: '本年受过警示', amount: '奖金总额',
  households: '户数', teamLeaderId: '团长', staffIds: '人员', household: '户主', quantity: '数量', theme: '主题', lateReason: '补签理由', time: '时间', place: '地点', convenerId: '召集人', attendees: '参会人员', stoppedOn: '停用日期', exceptionReason: '例外理由', exceptionBy: '批准的党政正职', minutes: '会议记录',
  rulingBody: '裁定主体', changes: '更正内容', appealId: '申诉', deductionId: '扣分', effect: '后果',
}

/** `changes.due` → 办理时限: what the field of a path is called; the path itself for what no form asks. */
export function fieldNameOf(path: string): string {
  const known = path.split('.').toReversed().find((part) => Object.hasOwn(fieldNames, part))
  return known === undefined ? path : (fieldNames[known] ?? path)
}
