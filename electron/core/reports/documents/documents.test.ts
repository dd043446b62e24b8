import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, decision, exportLog, honour, milestone, personResult, period, resultVersion } from '../../../db/schema/index.ts'
import { readDocument } from '../../../workbooks/documents/read-document.testing.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
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
    expect((await readDocument(file)).slice(0, 6)).toEqual(['一季度调度会纪要', '时间：2026年4月8日 09:00', '地点：二楼会议室', `召集：${cast.moduleName}`, '参加：各模块长', '一、听取汇报。'])
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
    expect(said[0]).toBe('全镇重点任务周清单通报')
  })

  test('the week of an office names its modules, lists its 节点 and says how many it leaves out; who has no office has none', async () => {
    const week = { from: '2026-01-01', to: '2026-12-31' }
    const head = town.as(cast.head, 'head')
    const [own, foreign] = [town.moduleId(cast.module), town.moduleId(cast.otherModule)]
    const { file } = await head.documents.weekly(week)
    expect([file.name, (await readDocument(file))[0]]).toEqual([`清溪镇_${cast.moduleName}周清单通报_20260101.docx`, `${cast.moduleName}重点任务周清单通报`])
    expect((await head.documents.weekly({ ...week, moduleId: own })).file.name).toBe(file.name)
    expect(await codeOf(head.documents.weekly({ ...week, moduleId: foreign }))).toBe('out_of_scope')
    expect(await codeOf(town.as(cast.own.code, 'clerk').documents.weekly(week))).toBe('out_of_scope')
    const inspector = town.as(null, 'inspector')
    const taskId = (await inspector.tasks.weekly({ ...week, on: '2026-04-06' })).due.rows[0]?.id ?? ''
    const id = town.app.environment.newId()
    town.app.mutate({ actor: 'test', action: 'test.milestone', areas: ['task'], write: (tx) => tx.insert(milestone).values({ id, seq: 1, taskId, name: '完成初稿', due: '2026-04-08' }).run(), audit: () => ({ subject: id, detail: {} }) })
    const told = await inspector.tasks.weekly({ ...week, on: '2026-04-06' })
    const said = await readDocument((await inspector.documents.weekly(week)).file)
    expect([said.includes('二、本周到期节点'), said.includes('完成初稿')]).toEqual([true, true])
    const cut = [told.due, told.finished, told.late].filter(({ total, rows }) => total > rows.length).map(({ total, rows }) => `其余${String(total - rows.length)}件从略。`)
    expect(cut.length).toBeGreaterThan(0)
    expect(said.filter((text) => text.startsWith('其余') && text.includes('件'))).toEqual(cut)
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
    const { file } = await head.documents.notices({ code, staffIds: [own?.staffId ?? ''] })
    const notice = await readDocument(file)
    expect(file.name).toBe(`清溪镇_2026年第一季度考评结果告知单_${own?.staffName ?? ''}_20260406.docx`)
    expect(notice.slice(0, 2)).toEqual(['2026年第一季度考评结果告知单', `${own?.staffName ?? ''}同志：`])
    expect(await codeOf(head.documents.notices({ code, staffIds: [own?.staffId ?? '', foreign?.staffId ?? ''] }))).toBe('out_of_scope')
    expect(await codeOf(town.as(cast.own.code, 'clerk').documents.notices({ code, staffIds: [own?.staffId ?? ''] }))).toBe('out_of_scope')
  })

  test('notices go by the version that its office sees, and without names they are those of its people', async () => {
    const code = '2026Q1'
    const head = town.as(cast.head, 'head')
    const { id, versionId, next } = publishAndComputeAgain(code)
    const ofModule = (await town.as(null, 'principal').results.list({ code })).rows.filter(({ moduleId }) => moduleId === town.moduleId(cast.module))
    const [told] = ofModule
    if (told === undefined) throw new Error('nobody')
    town.app.mutate({ actor: 'test', action: 'test.result', areas: ['result'], write: (tx) => tx.update(personResult).set({ total: 1234 }).where(eq(personResult.versionId, next)).run(), audit: () => ({ subject: id, detail: { versionId } }) })
    const shown = (await head.results.list({ code })).rows.find(({ staffId }) => staffId === told.staffId)
    const said = await readDocument((await head.documents.notices({ code, staffIds: [told.staffId] })).file)
    expect([shown?.total === '12.34', said.includes(shown?.total ?? ''), said.includes('12.34')]).toEqual([false, true, false])
    const { file } = await head.documents.notices({ code, staffIds: null })
    expect(file.name).toContain(`告知单_${String(ofModule.length)}人_`)
    const all = await readDocument(file)
    expect(all.filter((text) => text.endsWith('同志：'))).toEqual(ofModule.map(({ staffName }) => `${staffName}同志：`))
    expect(await codeOf(town.as(cast.own.code, 'clerk').documents.notices({ code, staffIds: null }))).toBe('out_of_scope')
  })

  test('优秀名单公示 is of those decided to be of the best grade, with 实绩; 表彰通报 waits for the end of the period', async () => {
    const code = '2026Q1'
    const inspector = town.as(null, 'inspector')
    expect([await codeOf(inspector.documents.excellent({ code })), await codeOf(inspector.documents.commendation({ code }))]).toEqual(['period_not_open', 'period_not_open'])
    const periodId = stageOf(code, 'deciding')
    const places = (await inspector.decisions.list({ code })).rows.filter(({ place }) => place === 'withinQuota' || place === 'tiedAtLine')
    const { rows } = await inspector.results.list({ code })
    const praised = town.app.read().select().from(honour).where(eq(honour.periodId, periodId)).all().find(({ state, staffId }) => state === 'approved' && rows.some((row) => row.staffId === staffId))
    const best = rows.find(({ staffId }) => staffId === praised?.staffId)
    const other = rows.find(({ staffId }) => staffId !== praised?.staffId)
    if (praised === undefined || best === undefined || other === undefined) throw new Error('nobody is praised')
    const decide = (people: readonly { readonly staffId: string }[], grade: string) => town.app.mutate({
      actor: 'test', action: 'test.decision', areas: ['result'], audit: () => ({ subject: periodId, detail: {} }),
      write: (tx) => people.map(({ staffId }) => tx.insert(decision).values({ id: town.app.environment.newId(), periodId, staffId, grade, reason: '会议审定', meeting: '党委会', decidedAt: town.clock.now }).run()),
    })
    decide([best], 'good')
    const left = places.filter(({ staffId }) => staffId !== best.staffId)
    const half = inspector.documents.excellent({ code })
    await expect(half).rejects.toMatchObject({ code: 'decisions_missing', data: { values: { count: left.length } } })
    expect(left.length).toBeGreaterThan(1)
    const rest = left.filter(({ staffId }) => staffId !== other.staffId)
    decide([...rest, other], 'average')
    const { file } = await inspector.documents.excellent({ code })
    const said = await readDocument(file)
    expect(file.name).toBe('清溪镇_2026年第一季度考评好等次名单公示_20260406.docx')
    expect([said[0], said.includes(best.staffName), said.some((text) => text.includes(praised.matter)), said.includes(other.staffName)]).toEqual(['清溪镇2026年第一季度考评“好”等次人员名单公示', true, true, false])
    expect(said.filter((text) => /\d{15,}/.test(text))).toEqual([])
    expect(await codeOf(inspector.documents.commendation({ code }))).toBe('period_not_open')
    stageOf(code, 'locked')
    expect((await readDocument((await inspector.documents.commendation({ code })).file)).slice(0, 2)).toEqual(['关于表彰2026年第一季度考评“好”等次人员的通报', '各模块、各村（社区）：'])
    expect(await codeOf(town.as(cast.head, 'head').documents.commendation({ code }))).toBe('out_of_scope')
  })

  test('公示 of a year has no column of ranks, which a year does not give', async () => {
    await town.asConsole().periods.compute({ code: '2026' })
    const said = await readDocument((await town.as(null, 'principal').documents.publicity({ code: '2026' })).file)
    expect([said.includes('年度得分'), said.includes('序列排名')]).toEqual([true, false])
  })

  function stageOf(code: string, stage: 'deciding' | 'locked'): string {
    return town.app.mutate({
      actor: 'test', action: 'test.stage', areas: ['period'], audit: () => ({ subject: code, detail: {} }),
      write: (tx) => tx.update(period).set({ stage }).where(eq(period.code, code)).returning().get().id,
    })
  }

  /** As after 公示, with a newer computation that nobody has published. */
  function publishAndComputeAgain(code: string) {
    const next = town.app.environment.newId()
    return town.app.mutate({
      actor: 'test',
      action: 'test.publish',
      areas: ['result'],
      write(tx) {
        const [row] = tx.select({ id: period.id, version: resultVersion }).from(period).innerJoin(resultVersion, eq(resultVersion.periodId, period.id)).where(eq(period.code, code)).all()
        if (row === undefined) throw new Error('not computed')
        tx.update(period).set({ stage: 'publicity' }).where(eq(period.id, row.id)).run()
        tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, row.version.id)).run()
        tx.insert(resultVersion).values({ ...row.version, id: next, resultVersion: row.version.resultVersion + 1, state: 'computed' }).run()
        for (const result of tx.select().from(personResult).where(eq(personResult.versionId, row.version.id)).all()) tx.insert(personResult).values({ ...result, versionId: next }).run()
        return { id: row.id, versionId: row.version.id, next }
      },
      audit: ({ id }) => ({ subject: id, detail: { code } }),
    })
  }
})
