import { readFile } from 'node:fs/promises'
import path from 'node:path'
import iconv from 'iconv-lite'
import { readLayout } from '../layout/read-layout.ts'
import { registersWorkbook } from '../books/registers/book.ts'
import { rosterWorkbook } from '../books/roster/book.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { writeWorkbook } from '../write/write-workbook.ts'
import { registersData, rosterData, tasksData } from './ledger-data.ts'

export interface RealTable {
  readonly kind: 'staff' | 'tasks' | 'registers'
  readonly fileName: string
  readonly bytes: Buffer
}

const lines = ['序号,姓名,身份证号,人员身份,所在模块,岗位,联系电话', '1,张三,330825198202169773,公务员,大党建,组织岗,013800001111', '2,李四,,事业,大治理,"网格岗，兼",', '合计,2人,,,,,']

/** Tables as the product itself writes them and as others send them. `folder` is used while they are made. */
export async function realTables(folder: string): Promise<readonly RealTable[]> {
  const [tasks, roster, registers] = await Promise.all([readLayout('tasks'), readLayout('roster'), readLayout('registers')])
  const books = [
    ['tasks', tasksWorkbook(tasksData(20), tasks)],
    ['staff', rosterWorkbook(rosterData(20), roster)],
    ['registers', registersWorkbook(registersData(20), registers)],
  ] as const
  const tables: RealTable[] = [
    { kind: 'staff', fileName: 'roster.csv', bytes: iconv.encode(lines.join('\r\n'), 'gb18030') },
    { kind: 'staff', fileName: 'roster-utf8.csv', bytes: Buffer.from(`\ufeff${lines.join('\n')}`) },
  ]
  for (const [kind, model] of books) {
    const file = path.join(folder, `${kind}.xlsx`)
    await writeWorkbook(model, file)
    tables.push({ kind, fileName: `${kind}.xlsx`, bytes: await readFile(file) })
  }
  return tables
}
