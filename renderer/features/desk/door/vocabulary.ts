import type { makingStages, townshipKinds } from '../../../../shared/contract/desk/door.ts'

type TownshipKind = (typeof townshipKinds)[number]
type MakingStage = (typeof makingStages)[number]

export const townshipKindLabels = { town: '镇', township: '乡', subdistrict: '街道' } as const satisfies Record<TownshipKind, string>

export const makingStageLabels = { inventing: '编排人员与任务', keys: '生成密钥', writing: '写入数据', computing: '计算季度结果', opening: '打开' } as const satisfies Record<MakingStage, string>

export const doorWords = {
  product: '乡镇模块化运行平台',
  safe: '数据加密存放在本机，不联网也能使用。',
  back: '返回',
} as const

export const startWords = {
  title: '这台电脑上还没有乡镇数据',
  hint: '请选择怎样开始。三种方式都只在本机进行。',
  choices: '开始的方式',
  create: '建立本乡镇',
  createText: '按步骤建立乡镇、管理员和功能模块，导入花名册，分发账号。约五分钟。',
  demo: '载入示例乡镇',
  demoText: '载入一个有人员、任务和季度考评结果的示例，用来熟悉软件。数据都是虚构的。',
  restore: '从备份恢复',
  restoreText: '用备份文件和纸质恢复密钥，在这台电脑上恢复原来的乡镇。',
} as const

export const loginWords = {
  title: '登录',
  account: '账号',
  password: '密码',
  submit: '登录',
  accountMissing: '账号是空的，请填写账号。',
  passwordMissing: '密码是空的，请填写密码。',
  forgotten: '忘记密码请联系系统管理员重置。',
  show: '显示',
  hide: '隐藏',
  showLabel: '显示密码',
  hideLabel: '隐藏密码',
} as const

export const passwordWords = {
  title: '修改密码',
  oneTime: '您用的是一次性密码，请先换成自己的密码再办理。',
  current: '现在的密码',
  next: '新密码',
  repeat: '再输一次',
  submit: '修改密码',
  done: '密码已修改，下次请用新密码登录。',
  rules: '密码要求',
  long: '至少 10 个字符',
  mixed: '同时含有字母和数字',
  different: '与现在的密码不同',
  same: '两次输入一致',
  met: '已满足',
  unmet: '未满足',
  currentMissing: '现在的密码是空的，请填写。',
  weak: '新密码至少 10 个字符，且同时含有字母和数字，请换一个。',
  unchanged: '新密码与现在的密码相同，请换一个。',
  unequal: '“再输一次”与上面的密码不一致，请重新输入。',
  currentWrong: '现在的密码不正确，请核对后重新输入。',
  cancel: '取消',
} as const

export const restoreWords = {
  title: '从备份恢复',
  hint: '恢复之后，用备份时的账号和密码登录。',
  file: '备份文件',
  choose: '选择文件',
  noFile: '还没有选择',
  key: '恢复密钥',
  keyHelp: '建立乡镇时打印的 8 组字母和数字，连字符可省略。',
  submit: '恢复',
  working: '正在核对并恢复，请不要关闭窗口',
  fileMissing: '备份文件还没有选择，请选择扩展名为 .twbak 的文件。',
  keyMissing: '恢复密钥是空的，请照纸上填写。',
  keyWrong: '恢复密钥与这个备份不符，请照纸上逐组核对。',
} as const

export const keyWords = {
  title: '恢复密钥',
  date: '日期',
  keeper: '保管人签字',
  group: (place: number) => `第 ${String(place + 1)} 组`,
  once: '只显示这一次。所有密码都丢失时，只有它能打开备份；软件里不留存，任何人都无法补发。',
  how: '请打印后交专人锁好保管，不要拍照，不要存进电脑。',
  print: '打印恢复密钥',
  ask: '已打印或抄好，下一步',
  check: '请照纸上填写下面两组，确认抄录无误。',
  again: '再看一次密钥',
  confirm: '核对并继续',
  missing: (place: number) => `第 ${String(place + 1)} 组是空的，请照纸上填写。`,
  wrong: (place: number) => `第 ${String(place + 1)} 组与密钥不一致，请对照纸上重新填写。`,
  lost: '关闭或刷新窗口后密钥不再显示。',
} as const

export const demoWords = {
  title: '载入示例乡镇',
  making: '正在载入示例乡镇，通常不到一分钟，请不要关闭窗口',
  progress: '载入进度',
  ready: '示例乡镇已就绪',
  hint: '选一个账号进入看看。一次性密码只显示这一次，请先复制或打印。',
  accounts: '示例账号',
  name: '账号',
  person: '姓名',
  roles: '角色',
  password: '密码',
  enter: '以此账号进入',
  enterAs: (name: string) => `以此账号进入：${name}`,
  commands: '办理',
  copy: '复制账号表',
  copied: '账号表已复制，可以粘贴到表格里。',
  notCopied: '没有复制成功，请改用打印。',
  print: '打印账号表',
  printTitle: '示例乡镇账号表',
  key: '恢复密钥（示例数据可不保存）',
} as const

export const wizardWords = {
  title: '建立本乡镇',
  steps: '建立步骤',
  step: { township: '乡镇与管理员', modules: '功能模块', key: '恢复密钥', roster: '花名册', accounts: '账号', officers: '权限分工' },
  previous: '上一步',
  next: '下一步',
  skip: '暂不导入，下一步',
  skipAccounts: '暂不开通，下一步',
  leave: '退出登录',
} as const

export const townshipWords = {
  section: '乡镇',
  name: '乡镇名称',
  namePlaceholder: '如 清溪镇',
  kind: '类别',
  county: '所属县（市、区）',
  countyPlaceholder: '如 云山县',
  reportingUnit: '填报单位',
  reportingHelp: '印在上报的工作簿上。',
  government: '人民政府',
  office: '办事处',
  year: '考评年度',
  administrator: '管理员',
  administratorNote: '由您本人掌握，用来完成后面的步骤和日后的系统管理。',
  account: '账号',
  accountHelp: '登录时输入，如“管理员”或本人姓名。',
  password: '密码',
  repeat: '再输一次',
  missing: (label: string) => `${label}是空的，请填写。`,
  tooLong: (label: string) => `${label}超过 50 个字，请缩短。`,
  yearWrong: '考评年度须为 2000 到 2099 的年份，请改正。',
  weak: '密码至少 10 个字符，且同时含有字母和数字，请换一个。',
  unequal: '“再输一次”与上面的密码不一致，请重新输入。',
} as const

export const moduleWords = {
  hint: '默认为六大模块。可以改名、写别名和对应办公室，保留 3 到 7 个；以后在“系统 · 乡镇与模块”里也能改。',
  order: '序号',
  name: '模块名称',
  alias: '别名',
  office: '对应办公室',
  optional: '（可不填）',
  commands: '办理',
  remove: '删除',
  removeOf: (name: string) => `删除${name}`,
  nameOf: (place: number) => `第 ${String(place + 1)} 个模块的名称`,
  aliasOf: (place: number) => `第 ${String(place + 1)} 个模块的别名`,
  officeOf: (place: number) => `第 ${String(place + 1)} 个模块的办公室`,
  add: '增加模块',
  reset: '恢复默认六大模块',
  count: (count: number) => `现有 ${String(count)} 个模块`,
  missing: (place: number) => `第 ${String(place + 1)} 个模块没有名称，请填写或删除这一行。`,
  tooLong: (place: number, label: string) => `第 ${String(place + 1)} 个模块的${label}超过 50 个字，请缩短。`,
  twice: (name: string) => `有两个模块都叫“${name}”，请改成不同的名称。`,
  create: '建立乡镇',
  creating: '正在建立乡镇：生成密钥、写入数据。约需几秒，请不要关闭窗口',
} as const

export const rosterWords = {
  hint: '导入花名册后，人员、岗位和所在模块一次到位；也可以以后在“报表 · 导入”里办理。',
  present: (count: number) => `花名册现有 ${String(count)} 人。`,
  none: '花名册现在是空的。',
} as const

export const accountsStepWords = {
  hint: '为在册人员开通账号。登录名可以改，角色可以勾选；负责考评办公室的请勾“督考”。',
} as const

export const officerWords = {
  hint: '管理权限分三项：系统管理员管账号和备份，安全管理员管角色，审计员看审计日志。建立者是系统管理员。',
  mode: '分工方式',
  one: '由我一人兼任',
  oneHelp: '人手少的乡镇通常这样。',
  some: '另外指定人员',
  someHelp: '安全管理员、审计员由别的账号兼任，他们原有的角色不变。',
  threeOnly: '这里只列没有其他角色的账号；可以新建专用账号。',
  three: '三员分设（等级保护要求）',
  threeHelp: '三个账号各管一项，不再担任其他角色，都看不到也改不了评分。',
  sysadmin: '系统管理员',
  me: (name: string) => `${name}（您本人）`,
  secadmin: '安全管理员',
  auditor: '审计员',
  choose: '选择账号',
  create: '新建专用账号',
  creating: '新账号名',
  add: '建立',
  cancel: '取消',
  missing: (label: string) => `${label}还没有指定，请选择账号或新建一个。`,
  same: '三员分设时，三项须由三个不同的账号担任，请换一个账号。',
  finish: '完成，进入系统',
  done: '设置完成。',
  nameMissing: '新账号名是空的，请填写。',
} as const
