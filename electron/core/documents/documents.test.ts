import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, exportLog } from '../../db/schema/index.ts'
import { readDocument } from '../../workbooks/word/read-document.testing.ts'
import { generateDemo } from '../demo/demo.ts'
import { castOf } from '../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

const bundle = generateDemo(2026)
const cast = castOf(bundle)

describe('Word documents', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
  })
  afterAll(() => town.dispose())

  test('minutes say what was recorded, by whoever reads the meeting; a meeting without any says so', async () => {
    const head = town.as(cast.head, 'head')
    const fields = { date: '2026-04-08', time: '09:00', place: '二楼会议室', moduleId: town.moduleId(cast.module), convenerId: null, attendees: '各模块长', exceptionReason: null, exceptionBy: null }
    const { id } = await head.meetings.add({ ...fields, title: '一季度调度会', minutes: '一、听取汇报。\n二、明确分工。' })
    const { file } = await town.as(cast.own.code, 'clerk').documents.minutes({ id })
    expect(file.name).toBe('清溪镇_一季度调度会_会议纪要_20260408.docx')
    expect((await readDocument(file)).slice(0, 6)).toEqual(['一季度调度会纪要', '时间：2026年4月8日 09:00', '地点：二楼会议室', expect.stringContaining('召集：'), '参加：各模块长', '一、听取汇报。'])
    const silent = await head.meetings.add({ ...fields, title: '碰头会', minutes: null })
    expect(await codeOf(head.documents.minutes({ id: silent.id }))).toBe('not_in_state')
    const entry = town.app.read().select().from(exportLog).all().at(-1)
    expect([entry?.fileName, entry?.workbook]).toEqual([file.name, 'document'])
    expect(town.app.read().select().from(auditEntry).all().some(({ action, detail }) => action === 'documents.minutes' && detail.includes(id))).toBe(true)
    expect((await town.as(null, 'inspector').exports.log({ limit: 1 })).rows[0]).toMatchObject({ workbook: 'document', fileName: file.name })
  })

  test('the week is told of the caller’s tasks', async () => {
    const inspector = town.as(null, 'inspector')
    const week = { from: '2026-04-06', to: '2026-04-12' }
    const told = await inspector.tasks.weekly({ ...week, on: '2026-04-06' })
    const said = await readDocument((await inspector.documents.weekly(week)).file)
    expect(said[1]).toContain(`到期任务${String(told.due.total)}件`)
    expect(told.due.rows.every(({ title }) => said.includes(title))).toBe(true)
    expect(told.due.total).toBeGreaterThan(0)
  })

  test('公示 is for who sees the whole township, notices for an office of its people; before a result there is none', async () => {
    const principal = town.as(null, 'principal')
    const code = '2026Q1'
    expect(await codeOf(principal.documents.publicity({ code }))).toBe('not_frozen')
    await town.asConsole().periods.compute({ code })
    const { rows } = await principal.results.list({ code })
    const said = await readDocument((await principal.documents.publicity({ code })).file)
    expect([said[0], said[1]]).toEqual(['清溪镇2026年第一季度考评结果公示', expect.stringContaining(`共${String(rows.length)}人`)])
    expect(rows.every(({ staffName, total }) => said.includes(staffName) && said.includes(total))).toBe(true)
    const head = town.as(cast.head, 'head')
    expect(await codeOf(head.documents.publicity({ code }))).toBe('out_of_scope')
    const [own, foreign] = [rows.find(({ moduleId }) => moduleId === town.moduleId(cast.module)), rows.find(({ moduleId }) => moduleId === town.moduleId(cast.otherModule))]
    const notice = await readDocument((await head.documents.notices({ code, staffIds: [own?.staffId ?? ''] })).file)
    expect(notice.slice(0, 2)).toEqual(['2026年第一季度考评结果告知单', `${own?.staffName ?? ''}同志：`])
    expect(await codeOf(head.documents.notices({ code, staffIds: [own?.staffId ?? '', foreign?.staffId ?? ''] }))).toBe('out_of_scope')
    expect(await codeOf(town.as(cast.own.code, 'clerk').documents.notices({ code, staffIds: [own?.staffId ?? ''] }))).toBe('out_of_scope')
  })
})
