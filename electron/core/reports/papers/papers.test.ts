import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, exportLog, period, personResult, resultVersion, scoreEntry, scoreSheet, selfSummary } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { textsOf } from './pages.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const code = '2026Q1'

describe('papers', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
  })
  afterAll(() => town.dispose())

  const periodId = (): string => town.app.read().select().from(period).where(eq(period.code, code)).get()?.id ?? ''
  const inspector = () => town.as(null, 'inspector')

  /** The sheet that a head has given something on. */
  async function givenSheet() {
    const sheets = await inspector().scores.sheets({ periodId: periodId() })
    const sheet = sheets.find(({ kind, entries, scale }) => kind === 'head' && scale.bands.length > 0 && entries.some(({ band }) => band !== null))
    if (sheet === undefined) throw new Error('nobody has given a band')
    return sheet
  }

  test('a 评分表 has everybody on it with a tick under his band; an empty one has nothing that was given', async () => {
    const sheet = await givenSheet()
    const filled = await inspector().papers.scores({ periodId: periodId(), sheetId: sheet.id, isBlank: false })
    const blank = await inspector().papers.scores({ periodId: periodId(), sheetId: sheet.id, isBlank: true })
    const [onFilled, onBlank] = [textsOf(filled).flat(), textsOf(blank).flat()]
    expect(onFilled[0]).toBe(`清溪镇2026年第一季度${sheet.moduleName ?? ''}模块长评价表`)
    expect(filled.fileName).toBe(`清溪镇_${sheet.moduleName ?? ''}模块长评价表_${sheet.scorer}_20260406.pdf`)
    expect(sheet.entries.every(({ staffName }) => onFilled.includes(staffName) && onBlank.includes(staffName))).toBe(true)
    const ticks = (texts: readonly string[]) => texts.filter((text) => text === '√').length
    expect([ticks(onFilled), ticks(onBlank)]).toEqual([sheet.entries.filter(({ band }) => band !== null).length, 0])
    const noted = sheet.entries.flatMap(({ note }) => note ?? [])
    expect(onBlank.filter((text) => noted.includes(text))).toEqual([])
    expect(onBlank).toContain(`A ${sheet.scale.bands[0]?.points ?? ''}分`)
  })

  test('another’s 评分表 is not had by its id, and who is on it does not read what he was given', async () => {
    const sheet = await givenSheet()
    expect(await codeOf(town.as(cast.foreign.code, 'clerk').papers.scores({ periodId: periodId(), sheetId: sheet.id, isBlank: true }))).toBe('not_found')
    const rated = town.app.read().select().from(scoreEntry).innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId)).where(and(eq(scoreSheet.id, sheet.id))).all().find(({ score_entry }) => score_entry.band !== null)
    const person = bundle.staff.find((one) => town.staffId(one.code) === rated?.score_entry.staffId)
    const seen = textsOf(await town.as(person?.code ?? '', 'inspector').papers.scores({ periodId: periodId(), sheetId: sheet.id, isBlank: false })).flat()
    expect(seen.filter((text) => text === '√').length).toBe(sheet.entries.filter(({ band }) => band !== null).length - 1)
  })

  test('the 周清单 is headed by whose it is', async () => {
    const week = { from: '2026-04-06', to: '2026-04-12' }
    const titleOf = async (client: ReturnType<TestTownship['as']>, moduleId?: string) => textsOf(await client.papers.week({ ...week, ...(moduleId === undefined ? {} : { moduleId }) }))[0]?.[0]
    const head = town.as(cast.head, 'head')
    expect([await titleOf(inspector()), await titleOf(head), await titleOf(inspector(), town.moduleId(cast.module)), await titleOf(town.as(cast.own.code, 'clerk'))]).toEqual([
      '清溪镇工作周清单', `清溪镇${cast.moduleName}模块工作周清单`, `清溪镇${cast.moduleName}模块工作周清单`, `清溪镇${cast.own.name}工作周清单`,
    ])
    // A module of which one does not see all does not head the list.
    const clerk = town.as(cast.own.code, 'clerk')
    expect([await titleOf(head, town.moduleId(cast.module)), await titleOf(head, town.moduleId(cast.otherModule)), await titleOf(clerk, town.moduleId(cast.module)), await titleOf(clerk, town.moduleId(cast.otherModule))]).toEqual([
      `清溪镇${cast.moduleName}模块工作周清单`, `清溪镇${bundle.staff.find(({ code }) => code === cast.head)?.name ?? ''}工作周清单`, `清溪镇${cast.own.name}工作周清单`, `清溪镇${cast.own.name}工作周清单`,
    ])
    const told = await head.tasks.weekly({ ...week, on: '2026-04-06' })
    const said = textsOf(await head.papers.week(week)).flat()
    expect(told.late.rows.length).toBeGreaterThan(0)
    expect([...told.due.rows, ...told.late.rows].every(({ title }) => said.includes(title))).toBe(true)
    expect(said.at(-1)).toContain(`已经超期 ${String(told.late.total)} 件`)
  })

  test('交办单 of chosen tasks are one a page, of tasks that one reads alone', async () => {
    const { rows } = await inspector().tasks.list({ on: '2026-04-06', limit: 4 })
    const shown = await inspector().papers.orders({ ids: rows.map(({ id }) => id) })
    expect(textsOf(shown).map((texts) => rows.filter(({ title }) => texts.includes(title)).length)).toEqual([1, 1, 1, 1])
    const { rows: all } = await inspector().tasks.list({ on: '2026-04-06', limit: 200 })
    const foreign = all.find(({ moduleId }) => moduleId !== town.moduleId(cast.module))
    expect(await codeOf(town.as(cast.head, 'head').papers.orders({ ids: [foreign?.id ?? ''] }))).toBe('out_of_scope')
  })

  test('周期计划, 一周会议安排 and 网格月度考核 say what their lists say', async () => {
    const { steps } = await inspector().periodSteps.list({ periodId: periodId() })
    const plan = textsOf(await inspector().papers.steps({ periodId: periodId() })).flat()
    expect(steps.every(({ plannedTo }) => plannedTo === null || plan.includes(plannedTo))).toBe(true)
    await town.as(cast.head, 'head').meetings.add({ title: '一季度调度会', date: '2026-04-08', time: '09:00', place: '二楼会议室', moduleId: town.moduleId(cast.module), convenerId: null, attendees: '各模块长', exceptionReason: null, exceptionBy: null, minutes: null })
    const meetings = textsOf(await inspector().papers.meetings({ from: '2026-04-06', to: '2026-04-12' })).flat()
    expect([meetings.includes('一季度调度会'), meetings.includes('2026-04-08 周三 09:00')]).toEqual([true, true])
    const [village] = await inspector().villages.list({ on: '2026-04-06' })
    await inspector().grids.add({ villageId: village?.id ?? '', name: '第一网格', households: 120, remark: null })
    const { rows } = await inspector().grids.scores({ month: '2026-03' })
    const marks = textsOf(await inspector().papers.grids({ month: '2026-03' })).flat()
    expect([marks[0], rows.length > 0, rows.every(({ name }) => marks.includes(name))]).toEqual(['清溪镇2026年3月网格考核表', true, true])
  })

  test('a paper of days that end before they begin, or of more than a month, is refused', async () => {
    const backwards = { from: '2026-04-12', to: '2026-04-06' }
    const years = { from: '2026-04-06', to: '2226-04-06' }
    for (const days of [backwards, years, { from: '2026-03-01', to: '2026-04-01' }]) expect([await codeOf(inspector().papers.week(days)), await codeOf(inspector().papers.meetings(days))]).toEqual(['invalid_input', 'invalid_input'])
    expect(await codeOf(inspector().papers.meetings({ from: '2026-03-01', to: '2026-03-31' }))).toBe('done')
  })

  test('一周会议安排 leaves out what was cancelled', async () => {
    const fields = { date: '2026-05-13', time: '09:00', place: null, moduleId: town.moduleId(cast.module), convenerId: null, attendees: null, exceptionReason: null, exceptionBy: null, minutes: null }
    await inspector().meetings.add({ ...fields, title: '照常召开的会' })
    const { id } = await inspector().meetings.add({ ...fields, title: '取消了的会' })
    await inspector().meetings.cancel({ id, version: 1, reason: '改期' })
    const said = textsOf(await inspector().papers.meetings({ from: '2026-05-11', to: '2026-05-17' })).flat()
    expect([said.includes('照常召开的会'), said.includes('取消了的会')]).toEqual([true, false])
  })

  test('a 个人小结 is printed whole once it is handed in, for who reads it', async () => {
    const staffId = town.staffId(cast.own.code)
    const long = `${'一季度主要做了入户走访和矛盾调解。'.repeat(60)}\n{periodTitle}`
    const own = town.as(cast.own.code, 'clerk')
    town.app.mutate({
      actor: 'test', action: 'test.summary', areas: ['summary'], audit: () => ({ subject: staffId, detail: {} }),
      write(tx) {
        tx.delete(selfSummary).where(and(eq(selfSummary.periodId, periodId()), eq(selfSummary.staffId, staffId))).run()
        tx.insert(selfSummary).values({ id: town.app.environment.newId(), periodId: periodId(), staffId, text: long, submittedOn: null }).run()
      },
    })
    expect(await codeOf(own.papers.ownSummary({ periodId: periodId() }))).toBe('not_in_state')
    town.app.mutate({ actor: 'test', action: 'test.summary', areas: ['summary'], audit: () => ({ subject: staffId, detail: {} }), write: (tx) => tx.update(selfSummary).set({ submittedOn: '2026-04-02' }).where(eq(selfSummary.staffId, staffId)).run() })
    const said = textsOf(await own.papers.ownSummary({ periodId: periodId() })).flat()
    expect(said.join('')).toContain(long.replace('\n', ''))
    expect(said).toEqual(textsOf(await town.as(cast.head, 'head').papers.summaries({ periodId: periodId(), staffIds: [staffId] })).flat())
    expect(await codeOf(town.as(cast.head, 'head').papers.summaries({ periodId: periodId(), staffIds: [town.staffId(cast.foreign.code)] }))).toBe('out_of_scope')
  })

  test('a 审定表 has each pool on pages of its own, for who sees the whole township', async () => {
    expect(await codeOf(inspector().papers.decisions({ code, meeting: '' }))).toBe('not_frozen')
    await town.asConsole().periods.compute({ code })
    const { pools, rows } = await inspector().decisions.list({ code })
    const shown = await inspector().papers.decisions({ code, meeting: '4月党委会' })
    expect(shown.stretches.length).toBe(pools.length)
    const onPages = shown.stretches.map((stretch) => textsOf({ ...shown, stretches: [stretch] }).flat())
    expect(pools.map(({ pool }, at) => rows.filter((row) => row.pool === pool).every(({ staffName }) => onPages[at]?.includes(staffName)))).toEqual(pools.map(() => true))
    expect(onPages.map((texts) => texts.includes(String(rows.length)))).toEqual(pools.map(() => false))
    expect(textsOf(shown)[0]?.some((text) => text.includes('4月党委会'))).toBe(true)
    expect(await codeOf(town.as(cast.head, 'head').papers.decisions({ code, meeting: '' }))).toBe('out_of_scope')
  })

  test('before 公示 an office has the 告知单 of its own modules, and nobody else any', async () => {
    const { rows } = await inspector().results.list({ code })
    const all = await inspector().papers.notices({ code, staffIds: null })
    expect([textsOf(all).length, all.fileName]).toEqual([rows.length, `清溪镇_2026年第一季度考评结果告知单_${String(rows.length)}人_20260406.pdf`])
    expect(rows.every(({ staffName }, at) => textsOf(all)[at]?.some((text) => text.startsWith(`${staffName}同志：`)))).toBe(true)
    expect(textsOf(all).every((texts) => texts.includes('被告知人(签字):'))).toBe(true)
    const own = rows.filter(({ moduleId }) => moduleId === town.moduleId(cast.module))
    const head = town.as(cast.head, 'head')
    expect(textsOf(await head.papers.notices({ code, staffIds: null })).length).toBe(own.length)
    expect(textsOf(await inspector().papers.notices({ code, staffIds: null, moduleId: town.moduleId(cast.module) })).length).toBe(own.length)
    expect(await codeOf(head.papers.notices({ code, staffIds: null, moduleId: town.moduleId(cast.otherModule) }))).toBe('out_of_scope')
    expect(await codeOf(town.as(cast.own.code, 'clerk').papers.notices({ code, staffIds: [town.staffId(cast.own.code)] }))).toBe('out_of_scope')
  })

  test('after 公示 everybody has the own 告知单; that a head sees all results gives him nobody else’s', async () => {
    publish()
    const head = town.as(cast.head, 'head')
    const foreign = town.staffId(cast.foreign.code)
    // He does see the result: what is refused is the notice.
    expect((await head.results.list({ code })).rows.some(({ staffId }) => staffId === foreign)).toBe(true)
    expect(await codeOf(head.papers.notices({ code, staffIds: [foreign] }))).toBe('out_of_scope')
    expect(await codeOf(head.documents.notices({ code, staffIds: [foreign] }))).toBe('out_of_scope')
    const clerk = town.as(cast.own.code, 'clerk')
    const mine = textsOf(await clerk.papers.notices({ code, staffIds: null }))
    expect([mine.length, mine[0]?.some((text) => text.startsWith(`${cast.own.name}同志：`))]).toEqual([1, true])
    expect(await codeOf(clerk.papers.notices({ code, staffIds: [town.staffId(cast.other.code)] }))).toBe('out_of_scope')
    expect(await codeOf(town.as(null, 'sysadmin').papers.notices({ code, staffIds: null }))).toBe('forbidden')
  })

  test('a notice names the parts of the result, and no 身份证号', async () => {
    const row = (await inspector().results.list({ code })).rows.find(({ staffId }) => staffId === town.staffId(cast.own.code))
    const [texts = []] = textsOf(await inspector().papers.notices({ code, staffIds: [row?.staffId ?? ''] }))
    const valueOf = (item: string) => texts[texts.indexOf(item) + 1]
    expect([valueOf('岗位赋分'), valueOf('　　其中：任务推进'), valueOf('总分'), valueOf('全镇排名')]).toEqual([row?.post, row?.leaves.M2, row?.total, `第 ${String(row?.rankTown)} 名`])
    expect(texts.filter((text) => /\d{6,}/.test(text))).toEqual([])
  })

  test('a township’s own form heads and signs the paper; printing stands in the log', async () => {
    const { id } = await inspector().layouts.copy({ book: 'papers', from: null, name: '镇里格式' })
    const { layout } = await inspector().layouts.get({ book: 'papers', id })
    const changed = { ...layout, fileName: '{paper}.pdf', sheets: layout.sheets.map((sheet) => (sheet.key === 'steps' ? { ...sheet, title: '考评时间表', signed: true, signers: ['镇长(签字):'] } : sheet)) }
    await inspector().layouts.save({ id, version: 1, layout: changed })
    await inspector().layouts.use({ id, version: 2 })
    const viewer = inspector()
    const shown = await viewer.papers.steps({ periodId: periodId() })
    const texts = textsOf(shown).flat()
    expect([texts[0], texts.includes('镇长(签字):'), shown.fileName]).toEqual(['考评时间表', true, '2026年第一季度四维考评周期计划.pdf'])
    await viewer.papers.printed({ id: shown.id, way: 'pdf' })
    const entry = town.app.read().select().from(exportLog).all().at(-1)
    expect([entry?.fileName, entry?.workbook, entry?.periodCode]).toEqual(['2026年第一季度四维考评周期计划_PDF', 'paper', code])
    expect(town.app.read().select().from(auditEntry).all().at(-1)?.action).toBe('papers.printed')
  })

  test('only what a session was shown is entered as printed by it, as it was shown', async () => {
    const entries = () => town.app.read().select().from(exportLog).all().length
    const before = entries()
    const viewer = inspector()
    const shown = await viewer.papers.notices({ code, staffIds: [town.staffId(cast.own.code)] })
    const others = [inspector(), town.as(null, 'sysadmin'), town.as(null, 'secadmin'), town.as(null, 'auditor'), town.as(cast.own.code, 'clerk')]
    for (const other of others) expect(await codeOf(other.papers.printed({ id: shown.id, way: 'paper' }))).toBe('not_found')
    expect(await codeOf(viewer.papers.printed({ id: town.app.environment.newId(), way: 'paper' }))).toBe('not_found')
    expect(entries()).toBe(before)
    await viewer.papers.printed({ id: shown.id, way: 'paper' })
    const entry = town.app.read().select().from(auditEntry).all().at(-1)
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ periodCode: code, pages: 1, staffIds: [town.staffId(cast.own.code)], way: 'paper' })
    expect(entries()).toBe(before + 1)
  })

  function publish(): void {
    town.app.mutate({
      actor: 'test', action: 'test.publish', areas: ['result'], audit: () => ({ subject: periodId(), detail: {} }),
      write(tx) {
        tx.update(period).set({ stage: 'publicity' }).where(eq(period.code, code)).run()
        tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.periodId, periodId())).run()
        return tx.select().from(personResult).all().length
      },
    })
  }
})
