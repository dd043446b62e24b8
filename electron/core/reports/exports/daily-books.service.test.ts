import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RawCell } from '../../../../shared/domain/cells/raw-workbook.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { readHere } from '../../../workbooks/imports/import.testing.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const period = '2026Q1'
const phone = '13812345678'

describe('the books of the daily work', () => {
  let town: TestTownship
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'books-'))
    town = await testTownship(smallTown())
    await work()
  })
  afterAll(() => {
    town.dispose()
    rmSync(folder, { recursive: true })
  })

  function setDay(day: string): void {
    town.clock.now = `${day}T02:00:00.000Z`
  }

  /** March: a task of two people with 节点 and a red 督办单, a Tuesday, visits of both modules, a 民情, a grid with marks. */
  async function work(): Promise<void> {
    const client = town.asConsole()
    setDay('2026-03-10')
    const [upper, lower] = (await client.villages.list({ on: '2026-03-10' })).map(({ id }) => id)
    if (upper === undefined || lower === undefined) throw new Error('no villages')
    const parties = [{ staffId: town.staffId('A1'), role: 'host' as const }, { staffId: town.staffId('A2'), role: 'cohost' as const }]
    const { id: taskId } = await client.tasks.draft({ docNo: null, form: 'assignment_order', source: null, title: '河道清淤', content: null, weight: 1, moduleId: town.moduleId('party'), leadStaffId: null, due: '2026-03-12', parties })
    await client.tasks.setMilestones({ id: taskId, version: 1, milestones: [{ name: '部署启动', due: '2026-03-10', note: null }, { name: '全面完成', due: '2026-03-12', note: null }] })
    await client.tasks.propose({ id: taskId, version: 2 })
    await client.tasks.issue({ id: taskId, version: 3 })
    await client.villages.addMember({ villageId: upper, staffId: town.staffId('A1'), role: 'cadre', from: '2026-01-01', to: null })
    const { ids: [planId = ''] } = await client.tuesday.add({ date: '2026-03-10', rows: [{ staffId: town.staffId('A1'), villageId: upper, theme: 'team', content: '走访' }, { staffId: town.staffId('B1'), villageId: lower, theme: 'team', content: null }] })
    await client.tuesday.checkIn({ id: planId, result: '走访3户', lateReason: null, version: 1 })
    for (const [staff, villageId] of [['A1', upper], ['B1', lower]] as const) await client.events.enter({ staffIds: [town.staffId(staff)], villageId, date: '2026-03-10', kind: 'visit', households: ['徐大爷'], quantity: '1', note: null })
    await client.issues.record({ villageId: upper, source: 'visit', title: '路灯不亮', content: null, reporter: '徐大爷', phone, reportedOn: '2026-03-10' })
    const { id: gridId } = await client.grids.add({ villageId: upper, name: '第一网格', households: 120, remark: null })
    await client.grids.addPerson({ gridId, role: 'head', name: '徐大山', staffId: null, phone: '13900001111', from: '2026-01-01', replaces: false })
    await client.grids.editScores({ month: '2026-03', mode: 'all', rows: [{ id: gridId, version: 1, changes: { routine: 48.5, handling: 29, opinion: 19 } }] })
    for (const [name, stoppedOn] of [['并入网格', '2026-02-28'], ['撤销网格', '2026-03-09']] as const) {
      const { id } = await client.grids.add({ villageId: upper, name, households: 80, remark: null })
      await client.grids.stop({ id, stoppedOn, version: 1 })
    }
    setDay('2026-03-25')
    await client.supervisions.issue({ taskId, level: 'red', docNo: '督〔2026〕1号', demand: '限期办结', replyDue: '2026-03-28' })
    setDay('2026-04-06')
  }

  /** The cells of each row below the headings, as they are read back: texts and numbers, a day as its serial number. */
  async function bookOf(client: ReturnType<TestTownship['as']>, workbook: 'tasks' | 'teams', copy: 'official' | 'working' = 'official') {
    const { file } = await client.exports.run({ workbook, period, copy })
    const target = path.join(folder, file.name)
    writeFileSync(target, Buffer.from(await file.arrayBuffer()))
    const { sheets } = await readHere(target)
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.filter(({ row }) => row > 3).map(({ cells }) => cells.map(valueOf)) ?? []
    return { file, rowsOf, everything: JSON.stringify(sheets) }
  }

  test('督办单 as issued, parts and 节点 of the ledger, and the module that was supervised', async () => {
    const { rowsOf } = await bookOf(town.asConsole(), 'tasks')
    expect(rowsOf('督办单')[0]).toEqual([1, '督〔2026〕1号', '红牌督办', 'T0002', '河道清淤', '大党建', '党建A1', 46106, '限期办结', 46109, '待回复'])
    // Columns that do not fit the page stand in the working copy alone.
    const [plain, shared] = (await bookOf(town.asConsole(), 'tasks', 'working')).rowsOf('台账(一表清)')
    expect(rowsOf('台账(一表清)').flat().some((text) => String(text).includes('未签收'))).toBe(false)
    expect([plain?.[1], plain?.includes('党建A1 未签收'), shared?.slice(-2)]).toEqual(['清委办〔2026〕7号', false, ['党建A1 未签收\n党建A2 未签收', '0/2，部署启动3月10日']])
    expect(rowsOf('模块办结统计').map((row) => [row[1], row.at(-1)]).slice(0, 3)).toEqual([['大党建', 1], ['大服务', 0], [2, 1]])
    expect(rowsOf('交办单').flat().filter((text) => String(text).includes('部署启动'))).toEqual(['1. 部署启动(2026-03-10)\n2. 全面完成(2026-03-12)'])
  })

  test('the village teams: what was done where, the telephone number of whoever raised something in part', async () => {
    const { rowsOf, everything, file } = await bookOf(town.asConsole(), 'teams')
    expect(file.name).toBe('清溪镇_组团联村与网格_2026Q1_20260406.xlsx')
    expect(rowsOf('组团名册').slice(0, 2)).toEqual([[1, '上溪村', '行政村', '周正', '党建A1', 2, 1, 1, 0, 1, 0], [2, '下溪村', '行政村', 0, 1, 0, 0, 0, 0]])
    expect(rowsOf('周二台账').slice(0, 3)).toEqual([[1, 46091, '上溪村', '党建A1', '大党建', '组团联村日', '走访', '按时签到', '2026-03-10 10:00', '走访3户'], [2, 46091, '下溪村', '服务B1', '大服务', '组团联村日', '未签到'], ['合计', 2, 1]])
    expect(rowsOf('走访').slice(0, 3)).toEqual([[1, 46091, '上溪村', '党建A1', '大党建', '徐大爷', 1, 0, '待核实'], [2, 46091, '下溪村', '服务B1', '大服务', '徐大爷', 1, 0, '待核实'], ['合计', 2, 0]])
    expect(rowsOf('民情')[0]).toEqual([1, 'MQ0001', 46091, '上溪村', '入户走访', '路灯不亮', '徐大爷', '138****5678', '待派办', 0])
    expect(rowsOf('一长三员')[0]).toEqual([1, '上溪村', '第一网格', 120, '徐大山\n139****1111', '专职网格员、兼职网格员、网格指导员'])
    expect(rowsOf('一长三员')[1]).toEqual([2, '上溪村', '撤销网格', 80])
    expect(rowsOf('网格月度考核')[0]).toEqual([1, '3月', '上溪村', '第一网格', '徐大山', 48.5, 29, 19, 0, 96.5, 1])
    expect(everything).not.toContain('并入网格')
    expect(everything).not.toContain(phone)
    expect(await town.asConsole().exports.verify({ file })).toMatchObject({ state: 'unchanged', fileName: file.name })
  })

  test('a head gets the visits and 民情 he sees, and is told so; a clerk no book', async () => {
    const { rowsOf } = await bookOf(town.as('H2', 'head'), 'teams')
    expect([rowsOf('走访').map((row) => row[3]).slice(0, 2), rowsOf('民情')[0], rowsOf('周二台账').length]).toEqual([['服务B1', undefined], ['本期无'], 5])
    expect(rowsOf('走访').flat().at(-1)).toContain('导出人职责范围内')
    expect(await codeOf(town.as('A1', 'clerk').exports.run({ workbook: 'teams', period, copy: 'official' }))).toBe('forbidden')
  })
})

function valueOf(cell: RawCell): string | number {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.value
    case 'date':
      return cell.serial
    case 'boolean':
    case 'error':
      throw new Error(`a ${cell.kind} in a book`)
    default:
      return assertNever(cell)
  }
}
