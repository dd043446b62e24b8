import type { copies, exportedKinds, workbooks } from '../../../shared/contract/reports/transfer.ts'
import type { exportStages } from '../../../shared/contract/papers/export-stream.ts'
import type { ImportKind } from '../../../shared/domain/reports/imports/types.ts'
import type { ReportSection } from '../../api/place.ts'
import { importKindNames } from '../../../shared/domain/reports/imports/vocabulary.ts'

export type Workbook = (typeof workbooks)[number]
export type Copy = (typeof copies)[number]
export type { ImportKind }

export const reportSectionNames: Readonly<Record<ReportSection, string>> = { export: '导出', import: '导入', layouts: '版式', templates: '上级模板', verify: '核验' }

export const workbookNames: Readonly<Record<Workbook, string>> = { evaluation: '四维考评工作簿', performance: '绩效考核工作簿', tasks: '任务台账', teams: '组团联村与网格', registers: '特色台账', roster: '人员花名册' }

export const exportedNames: Readonly<Record<(typeof exportedKinds)[number], string>> = { ...workbookNames, document: 'Word 文件', paper: '单张表' }

/** What each holds. */
export const workbookSays: Readonly<Record<Workbook, string>> = {
  evaluation: '结果汇总、四个维度的明细、模块对比、等次与名额、公示表；季度或年度，计算之后才能导出。',
  performance: '年度绩效汇总、公务员和事业人员备案、优秀名单、派驻反馈、奖金建议；季度为本年累计，计算之后才能导出。',
  tasks: '台账（一表清）、逾期清单、督办单、模块办结统计、交办单；随时可以导出。',
  teams: '组团名册、周二台账、走访、民情、一长三员、网格月度考核；走访和民情列您看得到的；随时可以导出，反映人的电话遮盖中间几位。',
  registers: '每个台账一张表：各模块的特色台账和三库，带合计；按第一个日期列归入周期，没有日期的都列。',
  roster: '全部人员一人一行，含身份、模块、岗位；随时可以导出，无权查看全号的，身份证号遮盖中间几位。',
}

export const copyNames: Readonly<Record<Copy, string>> = { working: '工作稿', official: '上报稿' }

export const copySays: Readonly<Record<Copy, string>> = {
  working: '合计、平均和名次都是公式，上级可以逐格复核。',
  official: '只有数值，用于打印盖章和上报。',
}

export const stageNames: Readonly<Record<(typeof exportStages)[number], string>> = { gathering: '取数', arranging: '排版', writing: '写入', recording: '登记' }

export const reportWords = {
  title: '报表',
  noSection: '您的账号没有报表的权限',
  noSectionHint: '如确需导出或导入，请联系安全管理员分配角色。',
  file: '文件',
  at: '时间',
  actor: '经办',
  none: '—',
} as const

export const exportWords = {
  workbook: '工作簿',
  period: '周期',
  noPeriodNeeded: '不分周期，按今天的在册人员',
  notComputed: (period: string) => `${period}（还没有结果）`,
  copy: '用途',
  who: '模块长导出本模块、班子成员导出所领模块，党政正职和督考导出全镇；每次导出都留有记录，可以核验。',
  start: '导出',
  running: (workbook: string, stage: string) => `正在导出${workbook}：${stage}`,
  cancelled: '已取消导出，没有留下文件',
  saved: (name: string) => `已保存 ${name}`,
  notSaved: '没有保存文件，可以重新导出。',
  madeNotSaved: '工作簿已经生成，还没有保存',
  saveElsewhere: '另存为…',
  giveUp: '放弃',
  log: '导出记录',
  logEmpty: '还没有导出过',
  logEmptyHint: '每次导出都会记在这里，收回的文件可以与它核验。',
  pickPeriod: '请选择周期',
  form: '版式',
  shippedForm: '随附版式',
} as const

export const importWords = {
  kinds: importKindNames,
  kind: '导入内容',
  register: '导入到',
  pickRegister: '选择台账',
  noRegister: '还没有选择台账',
  noRegisterHint: '先选要导入到哪个台账，列名与台账设置一致即可自动识别。',
  parts: { new: '导入', log: '导入记录' },
  logEmpty: '还没有导入过',
  logEmptyHint: '导入之后，可以在这里整批撤销。',
  kindColumn: '内容',
  sender: '报送单位',
  asOf: '数据日期',
  taken: '导入',
  refused: '未导入',
  rows: (count: number) => `${String(count)} 行`,
  state: '状态',
  stands: '有效',
  undone: (at: string) => `${at} 已撤销`,
  undo: '撤销',
  undoQuestion: (kind: string, taken: number) => `撤销这次导入的${kind}（${String(taken)} 行）？`,
  undoConsequence: '新增的行会去掉，变更的行恢复原样；已被后续操作使用的不能撤销。',
  undoDone: '已撤销这次导入',
} as const

export const verifyWords = {
  choose: '选择工作簿',
  chooseTitle: '选择要核验的工作簿',
  workbook: '工作簿',
  intro: '核验一份工作簿是不是本机导出的、之后有没有被改动。只比较，不写入任何数据。',
  reading: (name: string) => `正在核验 ${name}`,
  verdicts: { unchanged: '没有改动', changed: '有改动', unknown: '本机没有这份导出' },
  says: {
    unchanged: '这份工作簿与导出时逐格一致。',
    changed: '下列单元格与导出时不同，请与经手人核实。',
    unknown: '导出记录里没有这份工作簿：可能不是本机导出的，或者整个文件被另存改写过。',
  },
  exportName: '导出时的文件名',
  exportedAt: '导出时间',
  changedCells: (count: number) => `${String(count)} 格有改动`,
  sheet: '工作表',
  cells: '单元格',
  cellJoin: '、',
  onlyFirst: (shown: number) => `，列出前 ${String(shown)} 格`,
} as const
