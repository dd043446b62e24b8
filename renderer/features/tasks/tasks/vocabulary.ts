import type { TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'

export const taskWords = {
  title: '任务台账',
  search: '搜索事项、文号，可用拼音',
  newTask: '新建任务',
  importTasks: '导入',
  quick: '快速筛选',
  none: '还没有任务',
  noneHint: '点“新建任务”交办第一件，或从原有台账导入。',
  noneOfChip: (name: string) => `“${name}”里没有任务`,
  noneOfChipHint: '换一个快速筛选看看，或点“全部”。',
  chosen: (count: number) => `已勾选 ${String(count)} 件`,
  chooseAll: '勾选全部',
  clearChosen: '取消勾选',
  stepOf: (name: string, count: number) => `${name} ${String(count)} 件`,
  moreSteps: '更多步骤',
  noBatch: '勾选的任务没有您现在可以办理的共同步骤。',
  tooManyRows: '一次最多修改 1000 行，请分几次粘贴。',
} as const

export const columnTitles = {
  code: '编号', docNo: '文号', title: '事项', module: '责任模块', light: '灯', state: '状态', due: '办理时限', hosts: '主办', cohosts: '协办', lead: '牵头领导', form: '形式', source: '来源', weight: '权重',
  issuedOn: '签发日', progress: '进度', reworks: '退回次数', quality: '质量', completedOn: '办结日', content: '内容', group: '专项组',
} as const

export const chipNames = { mine: '我的', waiting: '待我办理', overdue: '超期', yellow: '预警', open: '未办结', all: '全部', outside: '外模块交办' } as const

export const lightWordsOf = {
  overdueBy: (days: number) => `超期 ${String(days)} 天`,
  daysLeft: (days: number) => `还剩 ${String(days)} 天`,
  dueToday: '今天到期',
  behind: '进度滞后',
  handedIn: '已提交',
  handedInLate: (days: number) => `迟交 ${String(days)} 天`,
  notIssued: '未签发',
  completed: '已办结',
  completedLate: (days: number) => `办结（迟 ${String(days)} 天）`,
  closed: '已销号',
  suspended: '已中止',
  revoked: '已撤销',
} as const

export const usualSources = ['县委县政府交办', '县级部门交办', '党委会', '镇长办公会', '领导批示', '信访件', '12345热线', '网格上报', '村社反映', '自主安排'] as const

/** Buttons say what they do to the task in the hand. */
export const stepButtons: Readonly<Record<TaskAction, string>> = {
  propose: '提请签发', sendBack: '退回草稿', issue: '签发', accept: '签收', feedback: '反馈进展', submit: '提交办结', review: '模块审核通过', rejectAtReview: '驳回', verify: '核验通过', rejectAtVerification: '驳回',
  closeOut: '销号', suspend: '中止', resume: '恢复办理', reopen: '重开', revoke: '撤销任务',
}

/** What a step does, said before it is taken. */
export const stepConsequences: Readonly<Record<TaskAction, string>> = {
  propose: '提请后由模块长或分管领导签发，签发前仍可修改。',
  sendBack: '退回后由拟稿人修改，可以再次提请。',
  issue: '签发后开始计时，承办人会看到并签收。',
  accept: '签收后即为办理中。',
  feedback: '填写目前的进度和进展，不改变任务状态。',
  submit: '提交后由模块审核本人的这一部分；今天记为本人的完成日。',
  review: '给出办理质量后进入核验。',
  rejectAtReview: '退回承办人重新办理，退回次数加一。',
  verify: '核验通过即为办结，以承办人最后一次提交的日期为办结日。',
  rejectAtVerification: '退回承办人重新办理，退回次数加一。',
  closeOut: '销号后任务归档，如有差错可以重开。',
  suspend: '中止期间不计时，可随时恢复办理。',
  resume: '恢复后继续办理。',
  reopen: '重新办理，原来的办结日作废。',
  revoke: '撤销后不再办理，台账中保留记录。',
}

export const sheetWords = {
  loading: '正在载入任务',
  edit: '修改任务',
  more: '更多',
  supervise: '签发督办单',
  flow: '流转',
  facts: '任务要素',
  content: '任务内容',
  noContent: '没有填写具体内容。',
  parties: '承办人',
  party: { name: '姓名', role: '分工', state: '进度', acceptedOn: '签收日', submittedOn: '提交日', completedOn: '办结日', reworks: '退回', quality: '质量' },
  notStarted: '未开始',
  next: '下一步',
  nextOf: (who: string, what: string) => `${who} ${what}`,
  nextPart: (name: string) => `（${name}的部分）`,
  nobody: '无人可办，请检查承办人和模块负责人的账号',
  namesJoin: '、',
  nextNames: { propose: '提请签发', issue: '签发', accept: '签收', submit: '办理并提交', review: '模块审核', verify: '核验', closeOut: '销号', resume: '恢复办理或撤销', decideExtension: '审批延期', reply: '回复督办单', settle: '了结督办单' },
  history: '办理记录',
  noHistory: '还没有办理记录。',
  otherActions: { edit: '修改', draft: '拟稿', import: '导入', undoImport: '撤销导入', plan: '安排节点', milestone: '节点完成', convert: '转为交办单', askExtension: '申请延期', extend: '同意延期', refuseExtension: '不同意延期', withdrawExtension: '撤回延期申请', supervise: '督办', reply: '回复督办', returnReply: '退回督办回复', settle: '了结督办', inspect: '督查' },
  ofPart: (name: string) => `${name}的部分`,
  evidence: (count: number) => `佐证 ${String(count)} 件`,
  reason: '说明',
  percent: (value: number) => `${String(value)}%`,
  times: (count: number) => `${String(count)} 次`,
  none: '—',
  weights: (value: number) => `${String(value)}（${['', '一般', '较重', '重点'][value] ?? ''}）`,
  readOnly: '目前没有您可以办理的步骤。',
  ask: (name: string) => `确定${name}这件任务？`,
  stepDone: (name: string, state: string) => `已${name}，现为“${state}”。`,
  stepDoneShared: (name: string) => `已${name}，等待其他承办人。`,
  daysToDue: '时限',
} as const

export const dialogWords = {
  reason: '理由',
  reasonHelp: '记入办理记录，承办人看得到。',
  reasonMissing: '请填写理由。',
  progress: '进度（%）',
  progressFault: '进度须为 0 到 100 的整数，请改正。',
  progressText: '进展情况',
  result: '办理结果',
  resultHelp: '可留空；写明办了什么、结果如何，便于审核。',
  progressTextMissing: '请填写进展情况，几个字也可以。',
  quality: '办理质量',
  qualityMissing: '请选择办理质量。',
  batchTitle: (name: string, count: number) => `${name}：${String(count)} 件任务`,
  batchConfirm: (name: string, count: number) => `${name} ${String(count)} 件`,
  batchRefused: (count: number) => `有 ${String(count)} 件不能办理，所以一件也没有办。已为您取消这些勾选，可以只办其余的。`,
  batchDone: (name: string, count: number) => `已${name} ${String(count)} 件。`,
  batchTooMany: (limit: number) => `一次最多办理 ${String(limit)} 件，先办前 ${String(limit)} 件。`,
  chooseAll: '全选',
  nothingChosen: '请至少勾选一件任务。',
  lookFirst: '看过的再勾选，点事项可以打开任务。',
  batchReworks: (count: number) => (count === 0 ? '没有退回过' : `退回 ${String(count)} 次`),
  batchQuality: (name: string) => `质量 ${name}`,
  batchNoQuality: '质量未评',
  batchSubmitted: (day: string) => `${day} 提交`,
  batchNotSubmitted: '没有提交日',
} as const

export const formWords = {
  newTitle: '新建任务',
  editTitle: (code: string) => `修改任务 ${code}`,
  saveDraft: '保存草稿',
  saveAndPropose: '保存并提请签发',
  saveAndIssue: '保存并签发',
  save: '保存',
  cancel: '取消',
  form: '形式',
  title: '事项',
  titleHelp: '一句话说清要办什么，台账里显示这一句。',
  content: '内容',
  source: '来源',
  sourceHelp: '如 县委常委会、党委会、领导批示。',
  docNo: '文号',
  docNoHelp: '可留空；不能与其他任务重复。',
  module: '责任模块',
  weight: '权重',
  lead: '牵头领导',
  hosts: '主办',
  cohosts: '协办',
  due: '办理时限',
  group: '专项组',
  weightNames: { 1: '1 一般', 2: '2 较重', 3: '3 重点' },
  required: (field: string) => `请填写“${field}”。`,
  choose: (field: string) => `请选择“${field}”。`,
  tooLong: (field: string, most: number) => `“${field}”不能超过 ${String(most)} 字，请缩短。`,
  noHost: '请至少选择一名主办人。',
  personTwice: (name: string) => `“${name}”既是主办又是协办，请删去一处。`,
  beforeIssue: (day: string) => `“办理时限”不能早于签发日 ${day}，请改正。`,
  savedDraft: (code: string) => `已保存草稿 ${code}。`,
  proposed: (code: string) => `${code} 已提请签发。`,
  issued: (code: string) => `${code} 已签发，等待承办人签收。`,
  halfDone: (code: string, state: string, sentence: string) => `${code} 已保存为“${state}”，后一步没有办成：${sentence}`,
  saved: '已保存。',
  ownOnly: '您起草的任务由您本人承办；要交办给他人，请由模块长或督考起草。',
  someLocked: '任务已签发，灰色的各项不能再修改；要调整承办人请撤销后重新交办，要调整时限请申请延期。',
} as const

export const milestoneWords = {
  title: '节点',
  plan: '安排节点',
  none: '还没有安排节点。',
  name: '节点',
  due: '完成时限',
  doneOn: '完成日',
  state: '状态',
  done: '已完成',
  late: (days: number) => `已过 ${String(days)} 天`,
  ahead: (days: number) => (days === 0 ? '今天' : `还有 ${String(days)} 天`),
  finish: '完成',
  undo: '撤回完成',
  finished: (name: string) => `“${name}”已登记完成。`,
  undone: (name: string) => `“${name}”改为未完成。`,
  dialog: '安排节点',
  dialogNote: (begin: string, due: string) => `从 ${begin} 到 ${due} 倒排，可以改动、增删。已完成的节点不变。`,
  save: '保存节点',
  add: '增加一个节点',
  remove: '删去',
  nth: (place: number) => `第 ${String(place + 1)} 个节点`,
  nthDue: (place: number) => `第 ${String(place + 1)} 个节点的时限`,
  nameMissing: (place: number) => `请填写第 ${String(place + 1)} 个节点的名称，或删去这一行。`,
  backwards: (place: number) => `第 ${String(place + 1)} 个节点早于前一个节点，请改正日期。`,
  beforeIssue: (place: number, day: string) => `第 ${String(place + 1)} 个节点早于签发日 ${day}，请改正日期。`,
  afterDue: (place: number, day: string) => `第 ${String(place + 1)} 个节点晚于办理时限 ${day}，请改正日期。`,
  saved: (count: number) => `已安排 ${String(count)} 个节点。`,
  propose: '按时限重新倒排',
} as const

export const extensionWords = {
  ask: '申请延期',
  note: (due: string, granted: number) => `现时限 ${due}${granted === 0 ? '' : `，已延期 ${String(granted)} 次`}。第三次起须由班子成员或党政正职审批。`,
  toDue: '延期至',
  reason: '延期理由',
  toDueMissing: '请填写“延期至”。',
  notLater: (due: string) => `“延期至”须晚于原时限 ${due}，请改正。`,
  asked: '已提交延期申请，等待审批。',
} as const

export const convertWords = {
  convert: '转为交办单',
  note: '备忘录转为交办单后进入督考台账，按交办单考核。',
  done: '已转为交办单。',
  dueMissing: '请填写“办理时限”。',
} as const

export const partsWords = {
  which: '办理哪些承办人的部分',
  whichHelp: '没有勾选的仍留在原来的步骤。',
  none: '请至少勾选一名承办人。',
  part: (name: string, role: string) => `${name}（${role}）`,
} as const

export const paperWords = {
  print: '打印',
  printOf: (count: number) => `打印 ${String(count)} 件`,
  name: (count: number, of: number) => (of > count ? `交办单（${String(of)} 件里的前 ${String(count)} 件，其余请分次打印）` : '交办单'),
} as const

export const evidenceWords = {
  title: '佐证材料',
  none: '任务还没有附件；先在任务的“附件”里上传，再提交时勾选。',
  help: '勾选能说明本次办理情况的附件，勾选后附件不能再删除。',
} as const

export const groupChoice = { pick: '不属于专项组可留空' } as const
