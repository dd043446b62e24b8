/** Writes a ledger of so many rows as the product does, in a process of its own, and prints what it took: `node build/bench/write-ledger.ts <rows> <file>`. */
import { tasksWorkbook } from '../../electron/workbooks/exports/books/tasks/book.ts'
import { readLayout } from '../../electron/workbooks/exports/layout/read-layout.ts'
import { tasksData } from '../../electron/workbooks/exports/testing/ledger-data.ts'
import { writeWorkbook } from '../../electron/workbooks/exports/write/write-workbook.ts'
import { secondsOf } from './measure.ts'

const [rows = '50000', file = ''] = process.argv.slice(2)
const layout = await readLayout('tasks')
const seconds = await secondsOf(() => writeWorkbook(tasksWorkbook(tasksData(Number(rows), 0), layout), file))
process.stdout.write(JSON.stringify({ seconds, peakMB: process.resourceUsage().maxRSS / 1_024 }))
