import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyDemo } from '../../electron/core/demo/demo.ts'
import { testTownship } from '../../electron/core/testing/township.testing.ts'
import { readLayout } from '../../electron/workbooks/export/layout/read-layout.ts'
import { rosterWorkbook } from '../../electron/workbooks/export/roster/book.ts'
import { rosterData } from '../../electron/workbooks/export/testing/ledger-data.ts'
import { writeWorkbook } from '../../electron/workbooks/export/write/write-workbook.ts'
import { line, measuredBy, secondsOf, type Bench } from './measure.ts'
import { findPython, newFolder } from './programs.ts'

const rows = 10_000
const peers = fileURLToPath(new URL('peers.py', import.meta.url))

/** From the bytes to what each row would do: the gate, a process of its own, recognition, matching. The peer only reads the cells. */
export const importPreview: Bench = {
  name: 'import-preview',
  async run(rounds) {
    const folder = newFolder()
    const python = findPython()
    const file = path.join(folder.path, 'roster.xlsx')
    await writeWorkbook(rosterWorkbook(rosterData(rows), await readLayout('roster')), file)
    const bytes = new Uint8Array(readFileSync(file))
    const town = await testTownship(emptyDemo())
    const own: number[] = []
    const peer: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      own.push(await secondsOf(() => town.asConsole().imports.preview({ file: new File([bytes], 'roster.xlsx'), kind: 'staff', asOf: '2026-01-01' })))
      peer.push((await measuredBy(python, [peers, 'read', file])).seconds)
    }
    town.dispose()
    folder.dispose()
    return [line('import-preview', `${rows} people`, 's', own, { name: 'openpyxl read-only', values: peer }), line('import-preview', 'openpyxl itself', 's', peer)]
  },
}
