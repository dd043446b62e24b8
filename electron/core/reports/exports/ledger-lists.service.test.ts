import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHere } from '../../../workbooks/imports/import.testing.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { taskUnderWay } from '../../testing/task-under-way.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

let town: TestTownship
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-'))
  town = await testTownship(smallTown())
})
afterAll(() => {
  town.dispose()
  rmSync(folder, { recursive: true })
})

function setDay(day: string): void {
  town.clock.now = `${day}T02:00:00.000Z`
}

/** A task under way, issued on the day it is. */
function underWay(title: string, due: string, form: 'assignment_order' | 'memo' | 'supervision_order' = 'memo'): Promise<string> {
  return taskUnderWay(town, { title, form, content: title, moduleId: town.moduleId('party'), due, parties: [{ staffId: town.staffId('A1'), role: 'host' }] })
}

async function handIn(id: string): Promise<void> {
  const { version } = await town.asConsole().tasks.get({ id, on: '2026-05-20' })
  await town.asConsole().tasks.submit({ id, version, text: '已完成' })
}

/** The texts and numbers of each row below the headings of a sheet, to the first of its 备注 or 合计. */
async function ledger(period: string) {
  const { file } = await town.asConsole().exports.run({ workbook: 'tasks', period, copy: 'official' })
  const target = path.join(folder, file.name)
  writeFileSync(target, Buffer.from(await file.arrayBuffer()))
  const { sheets } = await readHere(target)
  return (name: string) => {
    const cells = sheets.find((sheet) => sheet.name === name)?.rows.map((row) => row.cells.map((cell) => ('text' in cell ? cell.text : 'value' in cell ? cell.value : ''))) ?? []
    return { cells, titled: (title: string) => cells.find((row) => row.includes(title)), titles: (of: readonly string[]) => of.filter((title) => cells.some((row) => row.includes(title))) }
  }
}

test('who handed in in time is on no list of the late, however slow the reviewer; what is still open from earlier quarters is', async () => {
  setDay('2026-03-02')
  await underWay('早已到期的交办', '2026-03-20', 'assignment_order')
  await underWay('早已到期的备忘', '2026-03-25')
  await underWay('早已到期的督办', '2026-03-25', 'supervision_order')
  const inTime = await underWay('上季按期提交', '2026-03-31')
  setDay('2026-03-30')
  await handIn(inTime)
  setDay('2026-04-10')
  const waiting = await underWay('按期提交待审', '2026-05-10')
  const late = await underWay('逾期提交待审', '2026-05-10')
  await underWay('在办', '2026-06-20', 'assignment_order')
  await underWay('本季逾期', '2026-05-18')
  await underWay('下季到期', '2026-07-10', 'assignment_order')
  setDay('2026-05-08')
  await handIn(waiting)
  setDay('2026-05-13')
  await handIn(late)
  setDay('2026-05-20')
  const titles = ['早已到期的交办', '早已到期的备忘', '早已到期的督办', '上季按期提交', '按期提交待审', '逾期提交待审', '在办', '本季逾期', '下季到期']
  const sheet = await ledger('2026Q2')
  const overdue = sheet('逾期清单')
  expect(overdue.titles(titles)).toEqual(['早已到期的交办', '早已到期的备忘', '早已到期的督办', '逾期提交待审', '本季逾期'])
  expect(['早已到期的交办', '逾期提交待审', '本季逾期'].map((title) => overdue.titled(title)?.filter((cell) => typeof cell === 'number').at(-1))).toEqual([61, 3, 2])
  expect(sheet('台账(一表清)').titles(titles)).toEqual(['按期提交待审', '逾期提交待审', '在办', '本季逾期'])
  expect(sheet('交办单').titles(titles)).toEqual(['早已到期的交办', '在办'])
  expect(sheet('督办单').titles(titles)).toEqual([])
  const headings = sheet('模块办结统计').cells.find((row) => row.includes('逾期')) ?? []
  const party = sheet('模块办结统计').titled('大党建') ?? []
  expect(['任务数', '在办', '逾期'].map((heading) => party[headings.indexOf(heading)])).toEqual([4, 4, 2])
  // The screen calls the same tasks late.
  const { rows } = await town.asConsole().tasks.list({ on: '2026-05-20', limit: 200, filters: [{ kind: 'flag', flag: 'overdue' }] })
  expect(rows.map(({ title }) => title).sort()).toEqual(overdue.titles(titles).toSorted())
})

test('the book of an earlier quarter keeps what was due after it apart', async () => {
  const overdue = (await ledger('2026Q1'))('逾期清单')
  expect(overdue.titles(['早已到期的交办', '上季按期提交', '本季逾期'])).toEqual(['早已到期的交办'])
})
