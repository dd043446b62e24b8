import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import type { TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { taskFormNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { readLayout } from '../../../workbooks/exports/layout/read-layout.ts'
import { paperFileName, type PageStretch } from '../../../workbooks/exports/papers/pages.ts'
import { laySheet } from '../../../workbooks/exports/pages/lay-sheet.ts'
import { pagesOf } from '../../../workbooks/exports/pages/page-at.ts'
import type { AssignmentOrder } from '../../../workbooks/exports/books/tasks/data.ts'
import { tasksWorkbook } from '../../../workbooks/exports/books/tasks/book.ts'
import { dayInChina } from '../../app/environment.ts'
import type { GuardedContext } from '../../app/guard.ts'
import { bookForm } from '../layouts/book-form.ts'
import { oneTask } from '../../tasks/tasks/one-task.ts'
import { exportMeta } from '../exports/export-meta.ts'
import { gatherOrders } from '../exports/gather-tasks.ts'
import { showPaper, type ShownPaper } from './make-paper.ts'
import { orderTitle } from './order-title.ts'
import { paperWords } from './vocabulary.ts'

/** 交办单 of single tasks, one a page, by the layout in use; each task must be one that the caller reads. */
export async function showOrders({ app, connection, guard }: GuardedContext, ids: readonly string[]): Promise<ShownPaper> {
  const { read } = guard
  const today = dayInChina(guard.now)
  for (const id of ids) oneTask(guard, id, today)
  const { layout: inUse } = await bookForm(read, 'tasks')
  const layout = inUse.sheets.some(({ form }) => form !== undefined) ? inUse : await readLayout('tasks')
  const meta = exportMeta(read, { exportId: app.environment.newId(), exportedBy: guard.actor.name, now: guard.now }, null, null)
  const byForm = Map.groupBy(gatherOrders(read, ids, today), ({ form }) => form)
  const forms = Array.from(byForm, ([form, { length }]) => paperWords.names.orders(taskFormNames[form], length))
  const { layout: papers } = await bookForm(read, 'papers')
  const stretches = Array.from(byForm, ([form, orders]) => orderPages(titled(layout, form), meta, orders.map(({ order }) => order)))
  return showPaper(connection, { id: meta.exportId, fileName: paperFileName(papers, meta, forms.join(paperWords.join)), stretches }, { periodCode: null, staffIds: [] })
}

function orderPages(layout: Layout, meta: ReturnType<typeof exportMeta>, orders: readonly AssignmentOrder[]): PageStretch {
  const { sheets } = tasksWorkbook({ meta, modules: [], tasks: [], overdue: [], supervisions: [], orders }, layout)
  const sheet = sheets[layout.sheets.findIndex(({ form }) => form !== undefined)]
  if (sheet === undefined) throw new Error('the ledger has no sheet of forms')
  const laid = laySheet(sheet)
  return { form: laid.form, pages: pagesOf(laid) }
}

function titled(layout: Layout, form: TaskForm): Layout {
  return { ...layout, sheets: layout.sheets.map((sheet) => (sheet.form === undefined ? sheet : { ...sheet, title: orderTitle(sheet.title, form) })) }
}
