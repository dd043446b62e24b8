import type { eventActions } from '../../../../shared/contract/villages/events.ts'

export const recordWords = {
  title: '服务记录',
  search: '搜索人员、村社、户主',
  enter: '记服务',
  quick: '快速筛选',
  onlyPeriod: (period: string) => `只看${period}`,
  none: '还没有服务记录',
  noneHint: '点“记服务”登记走访、周二到村、民情办结、调解、网格指导。',
  noneHintReader: '干部进村入户、调解、办结民情后由本人、模块长或团长登记，登记后显示在这里。',
  noneOfChip: (name: string) => `“${name}”里没有服务记录`,
  noneOfChipHint: '换一个快速筛选看看，或去掉“只看”本期。',
  chosen: (count: number) => `已勾选 ${String(count)} 条`,
  chooseAll: '勾选全部',
  clearChosen: '取消勾选',
  nothingToDo: '勾选的记录没有您可以办理的。',
  ofCount: (name: string, count: number) => `${name} ${String(count)} 条`,
  wholeEntry: (name: string) => `${name}同一次录入的全部`,
  done: (name: string, count: number) => `已${name} ${String(count)} 条。`,
  partly: (name: string, done: number, refused: number, first: string) => `已${name} ${String(done)} 条，${String(refused)} 条没有${name}：${first}`,
  undone: '核实后当场撤销',
  withdrawTitle: '撤回后记录即删除',
  loading: '服务记录',
  facts: '记录内容',
  village: (village: string, date: string) => `${village}　${date}`,
  returnedBecause: (reason: string) => `退回理由：${reason}`,
  unverifiedBecause: (reason: string) => `核实已撤回，理由：${reason}`,
  noReason: '没有写明理由',
  fromTuesday: '由周二签到生成',
  dash: '—',
} as const

/** What is asked before a step that needs a reason. */
export const reasonWords = {
  reject: { title: (count: number) => `退回 ${String(count)} 条服务记录`, label: '退回理由', help: '录入人会看到理由，改正后可以重新提交。' },
  unverify: { title: (count: number) => `撤回 ${String(count)} 条服务记录的核实`, label: '撤回理由', help: '撤回后回到“待核实”，不再计分；理由留在记录上，录入人和核实人都能看到。' },
} as const

export const recordColumns = {
  date: '日期', staff: '人员', village: '村社', kind: '类别', household: '户主', quantity: '数量', note: '备注', state: '状态', rejectReason: '退回、撤回理由', verifier: '核实人',
} as const

export const chipNames = { returned: '退回的', waiting: '待我核实', mine: '我的', entered: '待核实', all: '全部' } as const

export const actionNames: Readonly<Record<(typeof eventActions)[number], string>> = { verify: '核实', reject: '退回', correct: '修改', withdraw: '撤回', unverify: '撤回核实' }

/** What is said of a record sent back: it is corrected and handed in again. */
export const resubmit = '改正后重新提交'

export const entryWords = {
  title: '记服务',
  editTitle: '修改服务记录',
  kind: '类别',
  date: '日期',
  village: '村社',
  people: '人员',
  peopleOwn: '只记本人的；一起去的同事由模块长或团长录入。',
  peopleMany: '一起去的同事可以一次选上，每人各记一条。',
  households: '户主',
  householdsHelp: '走访几户就写几户，一行一户或用、隔开，可从表格粘贴；不分户的空着。',
  household: '户主',
  quantity: '数量',
  quantityHelp: '每条记录的数量，一般为 1。',
  note: '备注',
  save: '保存',
  saveCount: (count: number) => `保存（${String(count)} 条）`,
  saveAnother: '保存并再记一次',
  saved: (count: number) => `已记 ${String(count)} 条，等待团长核实。`,
  resubmitted: '已重新提交，等待核实。',
  choose: (field: string) => `请选择“${field}”。`,
  badQuantity: '“数量”须为大于 0、不超过 1000 的数，最多两位小数，请改正。',
  tooLongHousehold: (name: string) => `“户主”的“${name.slice(0, 12)}…”超过 50 字，请用、或换行隔开各户。`,
  preview: '将保存的记录',
  previewNone: '选好类别、日期、村社和人员后，这里列出将保存的每一条。',
  previewCount: (count: number) => `共 ${String(count)} 条`,
  previewRepeats: (count: number) => `其中 ${String(count)} 条重复，同人同村同日同类同户只计一次`,
  repeat: '重复，不另计',
  more: (count: number) => `另有 ${String(count)} 条`,
  points: (points: string) => `每条 ${points} 分`,
  wholeVillage: '全村',
} as const
