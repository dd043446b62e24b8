import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyDemo } from '../../electron/core/desk/demo/demo.ts'
import { testTownship } from '../../electron/core/testing/township.testing.ts'
import { readLayout } from '../../electron/workbooks/exports/layout/read-layout.ts'
import { rosterWorkbook } from '../../electron/workbooks/exports/books/roster/book.ts'
import type { RosterBookData } from '../../electron/workbooks/exports/books/roster/data.ts'
import { rosterData } from '../../electron/workbooks/exports/testing/ledger-data.ts'
import { writeWorkbook } from '../../electron/workbooks/exports/write/write-workbook.ts'
import { checkDigitOf } from '../../shared/domain/people/id-number.ts'
import { line, measuredBy, secondsOf, type Bench } from './measure.ts'
import { builtWorkers, findPython, newFolder } from './programs.ts'

const rows = 10_000
const peers = fileURLToPath(new URL('peers.py', import.meta.url))

/** A roster of different people, none of whom the township knows: all of it is compared, nothing refused. */
function roster(): RosterBookData {
  const { meta, people } = rosterData(rows)
  return {
    meta,
    people: people.map((person, index) => {
      const [year, day, order] = [1970 + (index % 30), 1 + (Math.floor(index / 30) % 28), 100 + Math.floor(index / 840)]
      const first17 = `330824${String(year)}01${String(day).padStart(2, '0')}${String(order)}`
      return { ...person, sex: order % 2 === 1 ? '男' : '女', idNumber: first17 + checkDigitOf(first17), birthMonth: `${String(year)}-01` }
    }),
  }
}

/** From the bytes to what each row would do: the gate, a process of its own, recognition, matching. The peer only reads the cells, in a process that has already started. */
export const importPreview: Bench = {
  name: 'import-preview',
  async run(rounds) {
    const folder = newFolder()
    const python = findPython()
    const file = path.join(folder.path, 'roster.xlsx')
    await writeWorkbook(rosterWorkbook(roster(), await readLayout('roster')), file)
    const bytes = new Uint8Array(readFileSync(file))
    const town = await testTownship(emptyDemo(), [], builtWorkers())
    const own: number[] = []
    const peer: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      own.push(
        await secondsOf(async () => {
          const { summary } = await town.asConsole().imports.preview({ file: new File([bytes], 'roster.xlsx'), kind: 'staff', asOf: '2026-01-01' })
          if (summary.new !== rows) throw new Error(`${String(summary.new)} of ${String(rows)} people are new`)
        }),
      )
      peer.push((await measuredBy(python, [peers, 'read', file])).seconds)
    }
    town.dispose()
    folder.dispose()
    return [line('import-preview', `${rows} people`, 's', own, { name: 'openpyxl read-only', values: peer }), line('import-preview', 'openpyxl itself', 's', peer)]
  },
}
