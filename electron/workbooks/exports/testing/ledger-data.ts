import type { PrintedRegister, RegistersBookData } from '../books/registers/data.ts'
import type { RosterBookData, RosterPerson } from '../books/roster/data.ts'
import type { AssignmentOrder, LedgerTask, TasksBookData } from '../books/tasks/data.ts'
import { testMeta } from './case-data.ts'

/** A ledger and a roster of any length; the texts vary so that heights and widths are tried. */

const modules = ['大党建', '大协调', '大治理', '大经济', '大执法', '大服务'] as const
const states = ['办理中', '待模块审', '待核验', '已办结', '已销号'] as const

export function ledgerTask(index: number): LedgerTask {
  const isDone = index % 5 > 2
  const month = String(1 + (index % 3)).padStart(2, '0')
  return {
    number: `清溪交办〔2026〕${String(index + 1)}号`,
    formLabel: index % 7 === 0 ? '督办单' : '交办单',
    source: '镇党委会议',
    title: index % 4 === 0 ? `关于做好第${String(index + 1)}批农村生活污水治理提升改造项目扫尾验收的事项` : `交办事项${String(index + 1)}`,
    moduleName: modules[index % modules.length] ?? '',
    leadLeader: '王建国',
    hosts: index % 3 === 0 ? '张三、李四' : '张三',
    coHosts: index % 2 === 0 ? '王五、赵六、欧阳建国' : '',
    weight: 1 + (index % 3),
    issuedOn: `2026-${month}-03`,
    dueOn: `2026-${month}-24`,
    completedOn: isDone ? `2026-${month}-22` : null,
    parts: index % 3 === 0 ? `张三 ${isDone ? '3月22日办结' : '办理中'}\n李四 3月20日办结` : '',
    milestones: index % 4 === 0 ? '1/4，中期推进3月15日' : '',
    progress: isDone ? 100 : 20 * (index % 5),
    stateLabel: states[index % states.length] ?? '',
    lightLabel: isDone ? '绿' : '红',
    daysOverdue: isDone ? null : index % 40,
    returns: index % 2,
    qualityLabel: isDone ? '良' : '',
    latestProgress: isDone ? '已完成验收并移交村级管护。' : '正在组织施工，预计下旬完成主体工程。',
    remark: null,
  }
}

function tasksBetween(from: number, to: number): Iterable<LedgerTask> {
  return {
    *[Symbol.iterator]() {
      for (let index = from; index < to; index += 1) yield ledgerTask(index)
    },
  }
}

function assignmentOrder(index: number): AssignmentOrder {
  const task = ledgerTask(index)
  return {
    number: task.number,
    title: task.title,
    content: '一、倒排工期，落实专人负责，每周五前报送进展；\n二、严格验收标准，做到完工一处、验收一处、移交一处；\n三、资料同步归档。',
    source: task.source,
    moduleName: task.moduleName,
    leadLeader: task.leadLeader,
    hosts: task.hosts,
    coHosts: task.coHosts,
    weight: task.weight,
    issuedOn: task.issuedOn,
    dueOn: task.dueOn,
    issuedBy: '刘书记',
    milestones: [{ name: '完成方案', dueOn: '2026-01-10' }, { name: '完成施工', dueOn: '2026-01-20' }],
  }
}

export function tasksData(tasks: number, orders = 3): TasksBookData {
  return {
    meta: testMeta,
    tasks: tasksBetween(0, tasks),
    overdue: tasksBetween(0, Math.min(tasks, 12)),
    supervisions: Array.from({ length: 5 }, (_, index) => ({
      number: `清溪督〔2026〕${String(index + 1)}号`, levelLabel: index % 2 === 0 ? '黄牌督办' : '红牌督办', taskNumber: ledgerTask(index).number, taskTitle: ledgerTask(index).title,
      moduleName: modules[index] ?? '', hosts: '张三', issuedOn: '2026-03-02', demand: '三日内书面说明原因，落实专人限期办结', replyBy: '2026-03-09', reply: index === 0 ? '已约谈施工单位，3月20日前完工' : '', repliedOn: index === 0 ? '2026-03-08' : null,
      stateLabel: index === 0 ? '待了结' : '待回复', remark: null,
    })),
    modules: modules.map((name, index) => ({ name, tasks: 20 + index, completed: 15, onTime: 12, open: 5 + index, overdue: 2, red: 2, yellow: 1, supervisions: 1, remark: null })),
    orders: Array.from({ length: orders }, (_, index) => assignmentOrder(index * 4)),
  }
}

function rosterPerson(index: number): RosterPerson {
  const surnames = ['赵', '丁', '王', '欧阳', '李', '马', '于', '魏', '方', '周']
  return {
    name: `${surnames[index % surnames.length] ?? ''}${['伟', '秀英', '建国'][index % 3] ?? ''}`,
    sex: index % 2 === 0 ? '男' : '女',
    idNumber: `33082419${String(70 + (index % 30))}0101${String(1000 + index).slice(-3)}X`,
    birthMonth: `19${String(70 + (index % 30))}-01`,
    politicalStatus: '中共党员',
    identityLabel: '公务员',
    sendingUnit: index % 6 === 0 ? '县自然资源和规划局' : '',
    moduleName: modules[index % modules.length] ?? '',
    postName: '一般岗',
    rankTitle: '四级主任科员',
    workSince: '1995-08',
    phone: '013800001111',
    remark: null,
  }
}

export function rosterData(people: number): RosterBookData {
  return { meta: { ...testMeta, periodCode: null, periodTitle: '' }, people: Array.from({ length: people }, (_, index) => rosterPerson(index)) }
}

/** Two registers: one with sums and every type of column, one empty. */
export function registersData(rows: number): RegistersBookData {
  const column = (title: string, type: PrintedRegister['columns'][number]['type'], more: { readonly unit?: string; readonly total?: true } = {}) => ({ key: title, title, type, unit: more.unit ?? null, total: more.total ?? false })
  const disputes: PrintedRegister = {
    key: 'govern-disputes',
    name: '矛盾纠纷',
    place: '大治理',
    scope: '2026年第一季度',
    columns: [
      column('受理日期', 'date'), column('当事人', 'text'), column('简要情况', 'long_text'), column('涉及人数', 'number', { unit: '人', total: true }), column('涉及金额', 'amount', { unit: '元', total: true }), column('调解员', 'person'), column('附件', 'attachment'),
    ],
    rows: Array.from({ length: rows }, () => ['2026-03-01', '=张三', '因通道宽度\n发生争执', '2.0001', '1200.5', '李明', '2 个']),
  }
  return { meta: testMeta, registers: [disputes, { key: 'library-experts', name: '专家库', place: '三库', scope: '全部登记', columns: [column('姓名', 'text'), column('服务村社', 'village'), column('状态', 'choice')], rows: [] }] }
}
