/**
 * Every expected failure: its code, and the one sentence the user reads, with the way out.
 * `{name}` is filled from the data of the error.
 */
export const errorSentences = {
  locked: '数据尚未解锁，请先登录。',
  no_township: '这台电脑上还没有乡镇数据，请先建立乡镇或载入示例。',
  making_already: '正在建立乡镇，请等它完成。',
  session_required: '请先登录。',
  session_ended: '登录已失效，请重新登录。',
  wrong_key: '账号或密码不正确，请核对后重新输入。',
  locked_out: '密码连续输错已达 5 次，账号已锁定，请在 {minutes} 分钟后重试或联系系统管理员。',
  account_disabled: '该账号已停用，请联系系统管理员。',
  password_change_required: '您用的是一次性密码，请先修改密码再办理。',
  password_weak: '密码至少 10 个字符，且同时含有字母和数字，请换一个。',
  forbidden: '您没有“{capability}”的权限，如确需办理请联系系统管理员。',
  out_of_scope: '该事项不在您负责的范围内，请由其所在模块或上级办理。',
  about_self: '不能办理涉及本人的评分、扣分、豁免、否决、申诉或审定，也不能修改本人的人事信息，请由他人办理。',
  doer_verifies: '本人承办或录入的事项，不能由本人签发、审核、核验、销号或督办，请由他人办理。',
  same_hand: '前一步由您本人办理，{action}须由他人进行，请换一位办理。',
  supervision_open: '该任务还有 {count} 份督办单没有了结，请先了结督办单再销号。',
  supervision_there: '该任务在现时限内已签发过{level}，不能重复签发，请在原督办单上跟进。',
  not_found: '没有找到{what}，可能已被删除，请核对后重试。',
  changed_meanwhile: '您打开之后，这条记录已被他人修改，请刷新查看后再改。',
  duplicate: '{what}已经存在，请换一个或直接使用已有的。',
  invalid_input: '“{field}”填写有误：{reason}。',
  dates_backwards: '“{field}”的结束日期早于开始日期，请改正日期。',
  leave_overlaps: '该人员 {from} 至 {to} 已有{kind}，请改为不重叠的日期，或先修改原有的请假。',
  secondment_overlaps: '该人员 {from} 至 {to} 已有抽调（{unit}），请改为不重叠的日期，或先修改原有的抽调。',
  group_tasks_open: '专项工作组“{group}”还有 {count} 件任务没有办结，不能解散，请先办结、撤销或移出这些任务。',
  not_editable: '“{field}”不能修改：{reason}。',
  not_in_state: '当前为“{state}”，不能{action}。',
  reason_required: '请填写{action}的理由。',
  extension_open: '该任务已有一份延期申请等待审批，请等审批后再申请。',
  extension_needs_leader: '该任务已延期 {granted} 次，第三次起须由班子成员或党政正职审批，请提请牵头领导审批。',
  supervision_day_taken: '“{module}”{month}已安排在 {date} 督查，每月最多督查一次，请把督查事项并入当天。',
  period_not_open: '{period} 当前为“{stage}”，不能{action}，请先完成前面的阶段或改选周期。',
  plan_not_approved: '{period} 的考评方案还没有批准，请先由党政正职批准方案。',
  plan_in_use: '考评方案已被冻结的周期使用，不能修改，请复制为新版本后再改。',
  inputs_missing: '{period} 还有 {count} 项数据未齐，不能冻结：{first}。请补齐后再冻结。',
  post_without_score: '岗位“{post}”还没有岗位分，请先补上岗位分再计算。',
  publicity_running: '{period} 的公示到 {day} 才满 {days} 个工作日，请在 {day} 当天或以后再转入下一阶段。',
  not_frozen: '{period} 还没有冻结和计算，请先计算结果。',
  nothing_published: '{year} 年还没有已发布的季度结果，请先完成至少一个季度的考评。',
  snapshot_refused: '{period} 的数据有 {count} 处不符合考评办法：{first}请改正后再计算。',
  score_out_of_range: '“{field}”须在 {min} 到 {max} 之间，请改正。',
  band_or_score: '每人只能给一个等次或一个分数，请删去其中一个。',
  sheet_locked: '评分表已经提交锁定，如需修改请由督考退回。',
  band_limits: '评分表不符合评分规则：{reason}。请调整后再提交。',
  sheet_incomplete: '评分表还有 {count} 人没有评分，请评完后再提交。',
  ballot_not_open: '{period} 的互评还没有开始，进入“评分”阶段后再投票。',
  ballot_closed: '{period} 的互评已于 {date} 关闭，不能再投票，没有投的按弃权计。',
  scoring_over: '{period} 已经冻结，评分不能再{action}；确有错误的，请督考提请更正。',
  scan_missing: '代录的评分表还没有附上纸质表的扫描件，请在“扫描件”里添加后再提交。',
  delegation_refused: '这张评分表不能委托：{reason}。',
  already_voted: '您已经投过票，互评票不能重复提交。',
  self_vote: '互评不能给自己投票，请删去本人。',
  invalid_case: '案例有 {count} 处错误，没有载入：{first}',
  file_missing: '没有找到文件“{file}”，请核对路径。',
  file_refused: '{reason}',
  attachment_missing: '附件“{name}”的文件不见了，请从最近的备份恢复，或重新添加一份。',
  attachment_damaged: '附件“{name}”的文件已损坏，请从最近的备份恢复，或重新添加一份。',
  import_undone: '该次导入已经撤销过。',
  import_used: '导入的数据已被后续操作使用（{what}），不能撤销。',
  no_database: '“{folder}”中没有乡镇数据，请核对 --data 所指的文件夹。',
  keys_missing: '数据文件夹中缺少 keys.json，无法解锁，请从备份中找回该文件。',
  database_missing: '数据文件夹中缺少 township.db，请从备份恢复。',
  newer_database: '数据由更新版本的程序建立，当前程序不能打开，请先升级程序。',
  not_a_township: '该文件不是本程序的乡镇数据，请核对文件夹。',
  in_use: '数据正被另一个程序使用，请稍候或关闭后重试。',
  not_empty: '“{folder}”不是空文件夹，请换一个空文件夹。',
  disk_full: '磁盘空间不足，数据没有改动，请清理空间后重试。',
  read_only: '数据文件夹不可写入，数据没有改动，请检查权限后重试。',
  disk_error: '读写磁盘出错，数据没有改动，请检查磁盘后重试。',
  damaged: '数据文件已损坏或不属于这把密钥，请从最近的备份恢复。',
  network_path: '数据文件夹位于网络盘或移动盘上，请改放在本机硬盘。',
  backup_refused: '备份文件损坏或不属于本乡镇，没有恢复，当前数据没有改动，请换一个备份文件。',
  audit_broken: '审计记录第 {seq} 条与校验值不符，数据可能被篡改，请保留现场并联系管理员。',
  module_used: '模块“{name}”已有{what}，不能删除，可以改为停用。',
  village_used: '村社“{name}”已有{what}，不能删除，如已撤并请改名并结束组团成员。',
  attachments_stand: '{what}还有 {count} 件附件，请先移除附件再办理。',
  member_overlaps: '{name} {from} 至 {to} 已在{village}组团，请改为不重叠的日期，或先结束原来的。',
  export_failed: '导出没有完成，没有留下文件：{reason}。',
  usage: '{reason}',
  internal: '程序出现意外错误（编号 {callId}），请核对数据后重试；如仍出现请把编号告诉管理员。',
} as const satisfies Record<string, string>

export type ErrorCode = keyof typeof errorSentences

export type ErrorData = Readonly<Record<string, string | number>>

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorSentences, code)
}

/** The sentence of a code with its data filled in. */
export function sentenceOf(code: ErrorCode, data: ErrorData = {}): string {
  return errorSentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? ''))
}
