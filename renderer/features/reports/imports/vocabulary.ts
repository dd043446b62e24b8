import type { importStages } from '../../../../shared/contract/reports/transfer.ts'
import type { QuarterSource } from '../../../../shared/domain/reports/imports/lists/title-period.ts'
import type { ImportKind, RowState } from '../../../../shared/domain/reports/imports/types.ts'
import { importKindNames } from '../../../../shared/domain/reports/imports/vocabulary.ts'

export const importKindLabels: Readonly<Record<ImportKind, string>> = importKindNames

/** Kinds by what they are about, in the order of the picker. */
export const importAreas: readonly { readonly label: string; readonly kinds: readonly ImportKind[] }[] = [
  { label: '人员', kinds: ['staff', 'posts', 'assignments', 'leave'] },
  { label: '任务与台账', kinds: ['tasks', 'registers'] },
  { label: '组团联村', kinds: ['villages', 'teams', 'events', 'village_ranks'] },
  { label: '加减分', kinds: ['honours', 'circulars', 'deductions'] },
]

/** What no module brings: it is the township's as a whole. */
export const wholeTownshipKinds: ReadonlySet<ImportKind> = new Set(['posts', 'villages', 'teams', 'village_ranks'])

const countedBy: Readonly<Record<QuarterSource, string>> = { heading: '按表头', title: '按标题', chosen: '按窗口上方所选的周期', as_of: '按数据日期' }

export const rowStateLabels = { new: '新增', changed: '变更', same: '未变', skipped: '跳过', ambiguous: '待确认', error: '有误' } as const satisfies Record<RowState, string>

export const importWords = {
  choose: '选择文件',
  chooseTitle: (kind: string) => `选择${kind}文件`,
  workbook: '工作簿',
  drop: '把文件拖到这里，或',
  dropHint: '支持 .xlsx 和 .csv。表头在第几行、列的先后和名称都不用改，会自动识别。',
  after: '先预览，确认后才写入；写入之后还可以撤销。',
  manyFiles: '一次只能导入一个文件，请只拖一个文件过来。',
  wrongKind: '只能导入 .xlsx 或 .csv 文件，请另存为这两种格式后再试。',
  asOf: '数据日期',
  asOfHelp: {
    staff: '任职从这一天起算', tasks: '按这一天在册的人员认承办人', registers: '记在导入记录里', posts: '记在导入记录里', assignments: '没有写任职时间的行，从这一天起算', leave: '按这一天所在的模块认人', villages: '记在导入记录里',
    teams: '没有写起始日期的行，从这一天起算', events: '按这一天所在的模块认人', village_ranks: '没有写年份的，按这一年', honours: '按这一天所在的模块认人', circulars: '按这一天所在的模块认人', deductions: '按这一天所在的模块认人',
  } satisfies Record<ImportKind, string>,
  stage: (stage: string, name: string) => `正在${stage} ${name}`,
  cancelled: '已取消导入，没有写入任何数据。',
  file: (name: string, headerRow: number) => `${name}，表头在第 ${String(headerRow)} 行`,
  before: (moment: string) => `这个文件在 ${moment} 已经导入过，再次导入只带来有变化的行。`,
  all: '全部',
  states: '按状态筛选',
  rows: (kind: string) => `${kind}预览`,
  row: '表内行号',
  state: '状态',
  name: {
    staff: '姓名', tasks: '事项', registers: '内容', posts: '岗位', assignments: '姓名', leave: '姓名', villages: '村社', teams: '姓名', events: '姓名', village_ranks: '村社', honours: '姓名', circulars: '姓名', deductions: '姓名',
  } satisfies Record<ImportKind, string>,
  errors: '问题',
  changes: '内容与变更',
  issue: (column: string, message: string) => (message.startsWith(column) ? message : `${column}：${message}`),
  change: (column: string, from: string, to: string) => `${column}：${from} → ${to}`,
  blank: '（空）',
  noModule: '未任职',
  several: (count: number) => `有 ${String(count)} 个可能，选中这一行后在下方选定`,
  elsewhere: '同名的人在别的模块：是本人的，选中这一行在下方确认；不是的，请补填身份证号或工号',
  samePerson: (who: string) => `是本人（调动）：${who}`,
  pick: '这一行说的是：',
  stillAmbiguous: '没有选定，未导入：',
  sender: '报送单位',
  senderPlaceholder: '可不填',
  senderHelp: '填了报送单位的，列的对应关系会记住，下次自动套用',
  reading: '表头与列',
  readByHand: '自己指定表头与列',
  remembered: (sender: string) => `按“${sender}”上次的表头与列读取`,
  unknownWords: (count: number) => `有 ${String(count)} 个词不认识，请在“表头与列”里说明是什么意思。`,
  outdated: (rows: readonly number[]) => `预览之后数据已有改动${rows.length === 0 ? '' : `，第 ${rows.slice(0, 5).join('、')} 行${rows.length > 5 ? `等 ${String(rows.length)} 行` : ''}的结果与刚才不同`}；没有导入，已按现在的数据重新预览，请核对后再导入。`,
  severalPeople: (count: number) => `有 ${String(count)} 行写了几个人，每人各记一条。`,
  otherSheets: (names: readonly string[]) => `工作表${names.map((name) => `“${name}”`).join('')}也有这样的表头，这次没有读取；要导入的，请在“表头与列”里选那张工作表，另导一次。`,
  unread: (headings: readonly string[]) => `未读取的列：${headings.join('、')}`,
  counted: (period: string, by: QuarterSource) => `没有写季度的行计入 ${period}（${countedBy[by]}）。`,
  missing: (columns: readonly string[]) => `没有找到${columns.map((column) => `“${column}”`).join('、')}${columns.length === 1 ? '一列' : '这些列'}，请在“表头与列”里指定，或在表里补上。`,
  allBad: (count: number) => `${String(count)} 行全部有误或待确认，没有可以导入的行，请按“问题”一列改正后再导入。`,
  switchTo: (kind: string) => `改为导入${kind}`,
  form: '下载空白表',
  formHint: '没有现成的表，可以',
  apply: (count: number) => `导入合格的 ${String(count)} 行`,
  nothingToTake: '没有可以导入的行',
  otherFile: '换一个文件',
  refusedRows: (count: number) => `${String(count)} 行有误或待确认，不会导入。导入后下载错误工作簿，在里面改正，再导入一次即可；已经导入的行届时显示为“未变”。`,
  applied: (count: number) => `已导入 ${String(count)} 行。`,
  left: (count: number) => `还有 ${String(count)} 行没有导入，请下载错误工作簿，改正后再导入一次。`,
  undone: '本次导入已撤销，数据恢复到导入之前。',
  errorWorkbook: '下载错误工作簿',
  saved: (name: string) => `已保存 ${name}`,
  undo: '撤销本次导入',
  undoQuestion: (count: number) => `将撤销刚才导入的 ${String(count)} 行`,
  undoConsequence: '新增的行被删去，变更的行恢复原值。已被后续操作用到的不能撤销。',
  undoConfirm: '撤销导入',
  again: '再导入一个文件',
  search: '查找行号、姓名、内容',
  detailHint: '选中一行，在这里看读到的内容、完整的问题和变更。',
  detail: '所选行',
  detailOf: (row: number, name: string) => `第 ${String(row)} 行 ${name}`,
  noFault: '这一行没有问题。',
  empty: '没有这种状态的行',
} as const

export const stageNames = { reading: '读取', matching: '核对', writing: '写入' } as const satisfies Record<(typeof importStages)[number], string>

export const readingWords = {
  title: '表头与列',
  close: '不改了',
  read: '按此读取',
  table: '表格位置',
  sheet: '工作表',
  headerRow: '表头行',
  headerRowHelp: '两行表头的，选下面一行',
  rowOf: (row: number, text: string) => `第 ${String(row)} 行：${text}`,
  columns: '各列是什么',
  column: '列',
  heading: '表头',
  sample: '第一个值',
  readAs: '读作',
  readAsOf: (column: string, heading: string) => `${column} 列 ${heading} 读作`,
  nothing: '不读取',
  needed: (label: string) => `${label}（必需）`,
  words: '词语对照',
  wordsLater: '选定各列并读取之后，这里列出表里的类别、级别等用词，可以逐个说明是什么意思。',
  word: '表里的词',
  means: '意思是',
  meansOf: (word: string) => `“${word}”的意思`,
  unknown: '不认识，请选择',
  leftOut: '不导入（跳过）',
} as const
