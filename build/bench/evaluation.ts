import path from 'node:path'
import { generateDemo } from '../../electron/core/desk/demo/demo.ts'
import { gatherQuarter } from '../../electron/core/evaluation/computing/gather-quarter.ts'
import { requirePeriod } from '../../electron/core/plans/periods.ts'
import { testTownship } from '../../electron/core/testing/township.testing.ts'
import { evaluationWorkbook } from '../../electron/workbooks/exports/books/evaluation/book.ts'
import { readLayout } from '../../electron/workbooks/exports/layout/read-layout.ts'
import { bookData } from '../../electron/workbooks/exports/testing/case-data.ts'
import { OfficeDesk } from '../../electron/workbooks/exports/testing/office.ts'
import { writeWorkbook } from '../../electron/workbooks/exports/write/write-workbook.ts'
import { evaluateQuarter } from '../../shared/domain/evaluation/computing/quarter.ts'
import { line, secondsOf, type Bench } from './measure.ts'

async function demoQuarter() {
  const town = await testTownship(generateDemo(2026))
  const period = requirePeriod(town.app.read(), '2026Q1')
  return { town, period }
}

/** A quarter of the demo township out of the database, beside reading the whole of its tables bare. */
export const quarterEvaluation: Bench = {
  name: 'quarter-evaluation',
  async run(rounds) {
    const { town, period } = await demoQuarter()
    const { raw } = town.app.database()
    const tables = ['staff', 'post', 'module', 'assignment', 'task', 'task_party', 'service_event', 'village', 'village_rank', 'team_member', 'score_sheet', 'score_entry', 'peer_count', 'honour', 'deduction', 'leave', 'special_group', 'group_member', 'group_grade']
    const statements = tables.map((table) => raw.prepare(`SELECT * FROM ${table}`))
    const [whole, engine, floor]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      floor.push((await secondsOf(() => statements.forEach((statement) => statement.all()))) * 1_000)
      whole.push((await secondsOf(() => evaluateQuarter(gatherQuarter(town.app.read(), period)))) * 1_000)
      const input = gatherQuarter(town.app.read(), period)
      engine.push((await secondsOf(() => evaluateQuarter(input))) * 1_000)
    }
    town.dispose()
    return [
      line('quarter-evaluation', 'gathered and evaluated', 'ms', whole, { name: 'its tables read bare', values: floor }),
      line('quarter-evaluation', 'evaluated alone', 'ms', engine),
      line('quarter-evaluation', 'its tables read bare', 'ms', floor),
    ]
  },
}

/** What a user does instead: the working copy calculated by LibreOffice, beside evaluating and writing it. */
export const workbookRecalculation: Bench = {
  name: 'workbook-recalculation',
  async run(rounds) {
    const { town, period } = await demoQuarter()
    const input = gatherQuarter(town.app.read(), period)
    town.dispose()
    const layout = await readLayout('evaluation')
    const desk = await OfficeDesk.open()
    const small = path.join(desk.folder, 'small.xlsx')
    await writeWorkbook({ title: '', author: '', createdAt: 0, sheets: [{ name: '空', columns: [], rows: [], freeze: { rows: 0, columns: 0 }, orientation: 'landscape', titleRows: null, chart: null, streamed: false }] }, small)
    await desk.recalculate([small])
    const [own, office, start]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      const file = path.join(desk.folder, `book-${round}.xlsx`)
      own.push(await secondsOf(() => writeWorkbook(evaluationWorkbook(bookData(input), layout), file)))
      start.push(await secondsOf(() => desk.recalculate([small])))
      office.push(await secondsOf(() => desk.recalculate([file])))
    }
    await desk.close()
    const ours = { name: 'evaluate and write', values: own }
    return [
      line('workbook-recalculation', 'LibreOffice, its start included', 's', office, ours),
      line('workbook-recalculation', 'LibreOffice without its start', 's', office.map((seconds, round) => seconds - (start[round] ?? 0)), ours),
      line('workbook-recalculation', 'evaluate and write', 's', own),
    ]
  },
}
