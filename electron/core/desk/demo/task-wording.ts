import type { BundleTask } from '../bundle/bundle.ts'
import type { Dice } from './dice.ts'
import { fillSlots } from './phrase.ts'
import type { DemoTables } from './tables.ts'
import type { DemoVillage } from './villages.ts'

const attempts = 24

function monthOf(day: string): number {
  return Number(day.slice(5, 7))
}

/** A title of the module fitting the due day; one already used only when chance finds nothing else. */
export function drawTitle(dice: Dice, module: string, due: string, villages: readonly DemoVillage[], used: Set<string>, tables: DemoTables): string {
  const table = tables.tasks.get(module)
  if (table === undefined) throw new RangeError(`no titles for the module ${module}`)
  const seasonal = table.seasonal.filter(({ from, to }) => from <= due.slice(5) && due.slice(5) <= to).flatMap(({ titles }) => titles)
  const month = fillSlots(tables.taskCommon.month, { month: String(monthOf(due)) })
  const draw = (): string => fillSlots(dice.pick(dice.chance(0.22) && seasonal.length > 0 ? seasonal : table.titles), { village: dice.pick(villages).name, project: dice.pick(table.projects), month })
  let title = draw()
  for (let attempt = 1; attempt < attempts && used.has(title); attempt += 1) title = draw()
  used.add(title)
  return title
}

/** What is asked, in two sentences. */
export function drawContent(dice: Dice, module: string, due: string, tables: DemoTables): string {
  const office = tables.township.modules.find(({ code }) => code === module)?.office ?? ''
  const values = { office, due: fillSlots(tables.taskCommon.day, { month: String(monthOf(due)), day: String(Number(due.slice(8))) }) }
  return fillSlots(dice.pick(tables.taskCommon.contents), values) + dice.pick(tables.tasks.get(module)?.requirements ?? [''])
}

type Unnumbered = Omit<BundleTask, 'code' | 'docNo'>

/** Codes by order of issue; numbers of documents by form and year, those of the year before go on from an earlier count. */
export function numberTasks(tasks: readonly Unnumbered[], tables: DemoTables): readonly BundleTask[] {
  const { docNo, forms } = tables.taskCommon
  const counts = new Map<string, number>()
  const byIssue = [...tasks].sort((a, b) => {
    const [left, right] = [a.issuedOn ?? '9999', b.issuedOn ?? '9999']
    return left === right ? (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) : left < right ? -1 : 1
  })
  return byIssue.map((task, index) => {
    const code = `T${String(index + 1).padStart(4, '0')}`
    if (task.issuedOn === null) return { ...task, code, docNo: null }
    const year = task.issuedOn.slice(0, 4)
    const prefix = forms.find(({ form }) => form === task.form)?.prefix ?? ''
    const number = (counts.get(prefix + year) ?? (year === String(tables.township.year) ? 0 : 410)) + 1
    counts.set(prefix + year, number)
    return { ...task, code, docNo: fillSlots(docNo, { prefix, year, number: String(number).padStart(3, '0') }) }
  })
}
