import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { samplePdf } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { defaultScorerTable, type ScorerTable } from '../../../../shared/domain/plans/scorer-table.ts'
import { assignment, moduleOffice, period, plan, scoreEntry, staff } from '../../../db/schema/index.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { planSheets } from './sheets.ts'
import { smallTown } from '../small-town.testing.ts'

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not there')
  return value
}

/** The small town with a second 班子成员, B岗 of 大党建, who works in 大服务. */
function townWithDeputy() {
  const town = smallTown()
  const leader = required(town.staff.find(({ code }) => code === 'L1'))
  const held = required(town.assignments.find(({ staff: code }) => code === 'B1'))
  const office = required(town.offices.find((row) => row.office === 'lead_a' && row.module === 'party'))
  return {
    ...town,
    staff: [...town.staff, { ...leader, code: 'L2', name: '吴副' }],
    assignments: [...town.assignments, { ...held, staff: 'L2' }],
    offices: [...town.offices, { ...office, staff: 'L2', office: 'lead_b' as const }],
  }
}

describe('who fills in a sheet', () => {
  let town: TestTownship
  let periodId: string
  beforeEach(async () => {
    town = await testTownship(townWithDeputy())
    town.as('S0', 'principal')
    periodId = requirePeriod(town.app.read(), '2026Q1').id
    await inspector().periods.advance({ id: periodId, to: 'scoring', version: 1 })
    await inspector().scores.open({ periodId })
  })
  afterEach(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const change = (write: Parameters<TestTownship['app']['mutate']>[0]['write']) => town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  const sheetsOf = (client: ReturnType<TestTownship['asConsole']>) => client.scores.sheets({ periodId })
  const m4 = async (client: ReturnType<TestTownship['asConsole']>) => required((await sheetsOf(client)).find(({ kind, moduleName, entries }) => kind === 'leader' && moduleName === '大党建' && entries.some(({ staffName }) => staffName === '党建A1')))
  const nameOf = (id: string | null) => (id === null ? null : town.app.read().select().from(staff).where(eq(staff.id, id)).get()?.name)

  describe('by the plan', () => {
    const planned = (table: ScorerTable) => {
      const { document } = required(town.app.read().select().from(plan).get())
      change((tx) => tx.update(plan).set({ document: JSON.stringify({ ...JSON.parse(document), table }) }).run())
      return planSheets(town.app.read(), requirePeriod(town.app.read(), '2026Q1'))
        .filter(({ moduleName }) => moduleName === '大党建')
        .map(({ kind, office, scorerId, ratees }) => [kind, office, nameOf(scorerId), ratees.map(nameOf).join(' ')])
    }
    const four = '党建A1 党建A2 党建A3 党建A4'

    test('as usual', () => {
      expect(planned(defaultScorerTable)).toEqual([['head', 'head', '钱一', four], ['head', 'principal', '李记', '周正 钱一'], ['leader', 'lead_a', '周正', four], ['leader', 'principal', '李记', '周正 钱一']])
    })

    test('one office for several groups is one sheet; whom it would leave to himself, 党政正职 rate', () => {
      const table: ScorerTable = { head: { ordinary: 'head', heads: 'lead_a', leaders: 'lead_a' }, leader: { ordinary: 'head', heads: 'head', leaders: 'lead_b' } }
      expect(planned(table)).toEqual([
        ['head', 'head', '钱一', four], ['head', 'lead_a', '周正', '钱一'], ['head', 'principal', '李记', '周正'],
        ['leader', 'head', '钱一', four], ['leader', 'lead_b', '吴副', '周正'], ['leader', 'principal', '李记', '钱一'],
      ])
    })

    test('M4 in the primary module alone, M1 wherever he has worked; a vacant office is named as missing', async () => {
      const moved = required(town.app.read().select().from(assignment).where(eq(assignment.staffId, town.staffId('A1'))).get())
      change((tx) => {
        tx.update(assignment).set({ to: '2026-01-31' }).where(eq(assignment.id, moved.id)).run()
        tx.insert(assignment).values({ ...moved, id: town.app.environment.newId(), seq: 99, moduleId: town.moduleId('service'), from: '2026-02-01' }).run()
        tx.delete(moduleOffice).where(eq(moduleOffice.office, 'lead_a')).run()
      })
      const sheets = planSheets(town.app.read(), requirePeriod(town.app.read(), '2026Q1')).filter(({ ratees }) => ratees.includes(town.staffId('A1')))
      expect(sheets.map(({ kind, moduleName }) => [kind, moduleName])).toEqual([['head', '大党建'], ['head', '大服务'], ['leader', '大服务']])
      const missing = (await inspector().periods.missing({ periodId })).flatMap(({ kind, message }) => (kind === 'noScorer' ? [message] : []))
      expect(missing).toEqual(['大党建的领导评分没有评分人：还没有牵头领导A岗', '大服务的领导评分没有评分人：还没有牵头领导A岗'])
    })
  })

  describe('B岗 for A岗', () => {
    const leadA = () => town.as('L1', 'leader')
    const leadB = () => town.as('L2', 'leader')

    test('has the sheet until A岗 takes it back; everywhere it says whose it is', async () => {
      const before = await m4(leadA())
      expect([before.isOwn, before.delegation, before.scorer]).toEqual([true, { kind: 'delegate', deputy: '吴副' }, '周正'])
      expect(await codeOf(leadA().scores.delegate({ sheetId: before.id, reason: ' ', version: before.version }))).toBe('reason_required')
      expect(await codeOf(leadB().scores.delegate({ sheetId: before.id, reason: '出差', version: before.version }))).toBe('out_of_scope')
      await leadA().scores.delegate({ sheetId: before.id, reason: '驻村蹲点', version: before.version })
      const delegated = await m4(leadB())
      expect(delegated).toMatchObject({ isOwn: true, isDelegator: false, scorer: 'B岗吴副（受A岗周正委托）', delegationReason: '驻村蹲点', delegation: { kind: 'none' } })
      expect(await m4(leadA())).toMatchObject({ isOwn: false, isDelegator: true, delegation: { kind: 'takeBack' } })
      expect((await inspector().scores.late({ periodId })).sheets.find(({ sheetId }) => sheetId === before.id)?.scorer).toBe('B岗吴副（受A岗周正委托）')
      expect((await inspector().periods.missing({ periodId })).map(({ message }) => message)).toContain('B岗吴副（受A岗周正委托）的领导评分表还没有提交（未评 4 人）')
      const entry = { staffId: town.staffId('A1'), band: null, score: '4.5', note: null, version: 1 }
      expect([await codeOf(leadA().scores.enterLeader({ sheetId: before.id, ...entry })), await codeOf(leadB().scores.enterLeader({ sheetId: before.id, ...entry }))]).toEqual(['out_of_scope', 'done'])

      await inspector().scores.open({ periodId })
      expect((await m4(leadB())).scorer).toBe('B岗吴副（受A岗周正委托）')

      const { version } = await m4(leadA())
      expect(await codeOf(leadB().scores.takeBack({ sheetId: before.id, version }))).toBe('out_of_scope')
      await leadA().scores.takeBack({ sheetId: before.id, version })
      expect(await m4(leadA())).toMatchObject({ isOwn: true, scorer: '周正', delegationReason: null, entries: expect.arrayContaining([expect.objectContaining({ score: '4.50' })]) })
    })

    test('is given by 督考 too; not a second time, not of another’s sheet, not to nobody, not once it is handed in', async () => {
      const sheet = await m4(inspector())
      const delegate = (sheetId: string, version: number) => inspector().scores.delegateByProxy({ sheetId, reason: '住院', version })
      const { version } = await delegate(sheet.id, sheet.version)
      await expect(delegate(sheet.id, version)).rejects.toMatchObject({ code: 'delegation_refused', message: '这张评分表不能委托：已经委托给B岗，需要改变的请先收回委托。' })
      await inspector().scores.takeBackByProxy({ sheetId: sheet.id, version })
      const principal = required((await sheetsOf(inspector())).find(({ kind, scorer, moduleName }) => kind === 'leader' && scorer === '李记' && moduleName === '大党建'))
      await expect(delegate(principal.id, principal.version)).rejects.toMatchObject({ message: '这张评分表不能委托：只有牵头领导A岗的领导评分表可以委托B岗，请由评分人本人评分，或由督考代录。' })
      const service = required((await sheetsOf(inspector())).find(({ kind, scorer, moduleName }) => kind === 'leader' && scorer === '周正' && moduleName === '大服务'))
      await expect(delegate(service.id, service.version)).rejects.toMatchObject({ message: '这张评分表不能委托：大服务没有牵头领导B岗，请先任命B岗，或由A岗本人评分。' })
      change((tx) => tx.update(scoreEntry).set({ score: 400 }).where(eq(scoreEntry.sheetId, sheet.id)).run())
      await leadA().scores.submitLeader({ sheetId: sheet.id, version: version + 1 })
      expect(await codeOf(delegate(sheet.id, version + 2))).toBe('sheet_locked')
    })

    test('never goes to who is rated on it', async () => {
      change((tx) => tx.update(moduleOffice).set({ staffId: town.staffId('A2') }).where(eq(moduleOffice.office, 'lead_b')).run())
      const sheet = await m4(inspector())
      expect((await m4(leadA())).delegation).toEqual({ kind: 'none' })
      await expect(inspector().scores.delegateByProxy({ sheetId: sheet.id, reason: '出差', version: sheet.version })).rejects.toMatchObject({ message: '这张评分表不能委托：B岗党建A2本人在这张表上被评分，请由A岗本人评分。' })
    })
  })

  test('交接意见: the head in office writes, his successor reads it beside each person, 督考 writes for who has left', async () => {
    const head = town.as('H1', 'head')
    const [place] = await head.handover.notes({ periodId })
    expect([place?.moduleName, place?.authors.map(({ name }) => name), place?.people.map(({ staffName }) => staffName)]).toEqual(['大党建', ['钱一'], ['周正', '党建A1', '党建A2', '党建A3', '党建A4']])
    const moduleId = town.moduleId('party')
    const note = (code: string, text: string | null, version: number | null) => ({ staffId: town.staffId(code), note: text, version })
    const { versions } = await head.handover.write({ periodId, moduleId, entries: [note('A1', '扎实，能担事', null), note('A2', '刚接手', null)] })
    expect(versions.map(({ version }) => version)).toEqual([1, 1])
    await head.handover.write({ periodId, moduleId, entries: [note('A2', null, 1)] })
    expect(await codeOf(head.handover.write({ periodId, moduleId, entries: [note('A1', '改', null)] }))).toBe('changed_meanwhile')
    expect(await codeOf(head.handover.write({ periodId, moduleId, entries: [note('H1', '我自己', null)] }))).toBe('about_self')
    expect(await codeOf(head.handover.write({ periodId, moduleId, entries: [note('B1', '外模块', null)] }))).toBe('not_found')
    expect(await codeOf(town.as('H2', 'head').handover.write({ periodId, moduleId, entries: [note('A1', '外来', 1)] }))).toBe('out_of_scope')
    expect(required((await sheetsOf(head)).find(({ kind }) => kind === 'head')).entries.flatMap(({ handover }) => handover)).toEqual([])

    const held = required(town.app.read().select().from(moduleOffice).all().find(({ office, moduleId: of }) => office === 'head' && of === moduleId))
    change((tx) => {
      tx.update(moduleOffice).set({ to: '2026-03-15' }).where(eq(moduleOffice.id, held.id)).run()
      tx.insert(moduleOffice).values({ ...held, id: town.app.environment.newId(), staffId: town.staffId('A4'), from: '2026-03-16', to: null }).run()
    })
    await inspector().scores.open({ periodId })
    const seen = required((await sheetsOf(town.as('A4', 'head'))).find(({ kind }) => kind === 'head'))
    expect(seen.entries.map(({ staffName, handover }) => [staffName, handover.map((one) => `${one.author} ${one.writtenOn} ${one.note}`)])).toEqual([['党建A1', ['钱一 2026-04-06 扎实，能担事']], ['党建A2', []], ['党建A3', []]])
    expect(await codeOf(head.handover.write({ periodId, moduleId, entries: [note('A3', '走了再写', null)] }))).toBe('out_of_scope')
    await inspector().handover.writeByProxy({ periodId, moduleId, authorId: town.staffId('H1'), entries: [note('A3', '口述', null)] })
    expect(await codeOf(inspector().handover.writeByProxy({ periodId, moduleId, authorId: town.staffId('H2'), entries: [note('A3', '冒名', null)] }))).toBe('not_found')
    expect((await sheetsOf(town.as('A4', 'head')))[0]?.entries.find(({ staffName }) => staffName === '党建A3')?.handover.map(({ note: text }) => text)).toEqual(['口述'])
    change((tx) => tx.update(period).set({ stage: 'computed' }).where(eq(period.id, periodId)).run())
    expect(await codeOf(inspector().handover.writeByProxy({ periodId, moduleId, authorId: town.staffId('H1'), entries: [note('A3', '迟了', 1)] }))).toBe('period_not_open')
  })

  test('what 督考 types in is handed in with a scan of the paper, and after the freeze not at all', async () => {
    const desk = inspector()
    const sheet = required((await sheetsOf(desk)).find(({ kind, scorer }) => kind === 'head' && scorer === '钱一'))
    const entries = sheet.entries.map(({ staffId, version }, place) => ({ staffId, band: ['A', 'B', 'B', 'C'][place] ?? 'B', score: null, note: null, version }))
    const { sheetVersion } = await desk.scores.enterManyByProxy({ sheetId: sheet.id, entries })
    const submit = () => desk.scores.submitByProxy({ sheetId: sheet.id, version: sheetVersion })
    await expect(submit()).rejects.toMatchObject({ code: 'scan_missing', message: '代录的评分表还没有附上纸质表的扫描件，请在“扫描件”里添加后再提交。' })
    expect((await sheetsOf(desk)).find(({ id }) => id === sheet.id)?.state).toBe('draft')
    const owner = { kind: 'score_sheet' as const, id: sheet.id }
    const { id, version } = await desk.attachments.add({ owner, file: new File([new Uint8Array(samplePdf)], '评分表.pdf') })
    expect((await sheetsOf(desk)).find((other) => other.id === sheet.id)).toMatchObject({ scans: 1, proxyBy: expect.stringMatching(/^test-/) })
    await submit()
    expect([await codeOf(desk.attachments.remove({ id, version })), await codeOf(town.as('H1', 'head').attachments.read({ id })), await codeOf(town.as(null, 'principal').attachments.read({ id }))]).toEqual(['not_in_state', 'forbidden', 'done'])
    // The console has no paper.
    const other = required((await sheetsOf(desk)).find(({ kind, scorer }) => kind === 'head' && scorer === '孙二'))
    change((tx) => tx.update(scoreEntry).set({ band: 'B' }).where(eq(scoreEntry.sheetId, other.id)).run())
    expect(await codeOf(town.asConsole().scores.submitByProxy({ sheetId: other.id, version: other.version }))).toBe('done')

    change((tx) => tx.update(period).set({ stage: 'computed' }).where(eq(period.id, periodId)).run())
    const late = required((await sheetsOf(desk)).find(({ state }) => state === 'draft'))
    const entry = required(late.entries[0])
    await expect(desk.scores.enterByProxy({ sheetId: late.id, staffId: entry.staffId, band: null, score: '1', note: null, version: entry.version })).rejects.toMatchObject({ code: 'scoring_over', message: '2026年第一季度已经冻结，评分不能再录入；确有错误的，请督考提请更正。' })
    expect(await codeOf(desk.scores.submitByProxy({ sheetId: late.id, version: late.version }))).toBe('scoring_over')
  })
})
