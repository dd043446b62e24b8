import { date, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftForm, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import type { AssignmentOrder, LedgerModule, LedgerSupervision, LedgerTask, TasksBookData } from './data.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { createdAt, metadataSheet, metaTokens } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'
import { taskShares } from './task-shares.ts'

function taskCells(task: LedgerTask): Readonly<Record<string, DraftCell>> {
  return {
    number: text(task.number),
    form: text(task.formLabel),
    source: text(task.source),
    title: text(task.title),
    module: text(task.moduleName),
    leadLeader: text(task.leadLeader),
    hosts: text(task.hosts),
    coHosts: text(task.coHosts),
    weight: number(task.weight),
    issuedOn: date(task.issuedOn),
    dueOn: date(task.dueOn),
    completedOn: date(task.completedOn),
    parts: text(task.parts),
    // A column of milestones stands only where a task has any.
    ...(task.milestones === '' ? {} : { milestones: text(task.milestones) }),
    progress: number(task.progress / 100),
    state: text(task.stateLabel),
    light: text(task.lightLabel),
    daysOverdue: number(task.daysOverdue),
    returns: number(task.returns),
    quality: text(task.qualityLabel),
    latestProgress: text(task.latestProgress),
    remark: text(task.remark),
  }
}

function supervisionCells(order: LedgerSupervision): Readonly<Record<string, DraftCell>> {
  return {
    number: text(order.number),
    level: text(order.levelLabel),
    taskNumber: text(order.taskNumber),
    taskTitle: text(order.taskTitle),
    module: text(order.moduleName),
    hosts: text(order.hosts),
    issuedOn: date(order.issuedOn),
    demand: text(order.demand),
    replyBy: date(order.replyBy),
    reply: text(order.reply),
    repliedOn: date(order.repliedOn),
    state: text(order.stateLabel),
    remark: text(order.remark),
  }
}

/** A list of any length, made row by row as it is written. */
function streamedTable<Item>(key: string, items: Iterable<Item>, cellsOf: (item: Item) => Readonly<Record<string, DraftCell>>): DraftTable {
  const rows: Iterable<DraftRow> = {
    *[Symbol.iterator]() {
      let sequence = 0
      for (const item of items) {
        sequence += 1
        yield { cells: { seq: number(sequence), ...cellsOf(item) } }
      }
    },
  }
  return { key, rows, streamed: true }
}

function modulesDraft(modules: readonly LedgerModule[]): DraftTable {
  const rows = modules.map((module): DraftRow => ({
    cells: {
      name: text(module.name),
      tasks: number(module.tasks),
      completed: number(module.completed),
      onTime: number(module.onTime),
      ...taskShares,
      open: number(module.open),
      overdue: number(module.overdue),
      red: number(module.red),
      yellow: number(module.yellow),
      supervisions: number(module.supervisions),
      remark: text(module.remark),
    },
  }))
  return { key: 'modules', rows: numbered(rows), totals: taskShares }
}

function orderForm(order: AssignmentOrder): DraftForm {
  return {
    values: {
      number: order.number,
      title: order.title,
      content: order.content,
      source: order.source,
      module: order.moduleName,
      leadLeader: order.leadLeader,
      hosts: order.hosts,
      coHosts: order.coHosts,
      weight: String(order.weight),
      issuedOn: order.issuedOn ?? '',
      dueOn: order.dueOn ?? '',
      issuedBy: order.issuedBy,
      milestones: order.milestones.map(({ name, dueOn }, index) => `${String(index + 1)}. ${name}(${dueOn})`).join('\n'),
    },
  }
}

function forms(orders: Iterable<AssignmentOrder>): Iterable<DraftForm> {
  return {
    *[Symbol.iterator]() {
      for (const order of orders) yield orderForm(order)
    },
  }
}

/** The sheets with their places, before anything is calculated. @throws LayoutError */
export function placeTasks(data: TasksBookData, layout: Layout): PlacedBook {
  const draft = {
    tokens: metaTokens(data.meta),
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [
      { key: 'ledger', tables: [streamedTable('ledger', data.tasks, taskCells)] },
      { key: 'overdue', tables: [streamedTable('overdue', data.overdue, taskCells)] },
      { key: 'supervisions', tables: [streamedTable('supervisions', data.supervisions, supervisionCells)] },
      { key: 'modules', tables: [modulesDraft(data.modules)] },
      { key: 'orders', tables: [], forms: forms(data.orders) },
      metadataSheet(data.meta),
    ],
  }
  return placeBook(draft, layout)
}

/** 任务台账/督办工作簿: the master list and what is drawn from it. Rows are made while they are written. @throws LayoutError */
export function tasksWorkbook(data: TasksBookData, layout: Layout): WorkbookModel {
  return renderBook(placeTasks(data, layout))
}
