import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditEntry, moduleOffice, period, scoreBook, scoreBookOriginal, scoreEntry, scoreSheet } from '../../../../db/schema/index.ts'
import { filled } from '../../../../workbooks/score-books/score-book.testing.ts'
import { samplePdf } from '../../../../../shared/domain/township/attachments/samples.testing.ts'
import type { ExportEvent } from '../../../../../shared/contract/papers/export-stream.ts'
import { forkWorker } from '../../../../workbooks/fork-worker.ts'
import { receiveExport } from '../../../../../shared/contract/reports/receive-export.ts'
import { gateLimits } from '../../../../workbooks/gate/limits.ts'
import { fileRefusal } from '../../../../workbooks/imports/refusal.ts'
import { requirePeriod } from '../../../plans/periods.ts'
import { smallTown } from '../../small-town.testing.ts'
import { router } from '../../../router.ts'
import { codeOf, houseOf, testTownship, type TestTownship } from '../../../testing/township.testing.ts'

function required<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('not there')
  return value
}

const headSheet = '大党建模块长评价'

/** The rows of 党建A1 to A4 on the sheet of 钱一. */
const [a1, a2, a3, a4] = [4, 5, 6, 7]

describe('score sheets by workbook', () => {
  let town: TestTownship
  let periodId: string
  let desk: ReturnType<TestTownship['asConsole']>
  beforeEach(async () => {
    town = await testTownship(smallTown())
    town.as('S0', 'principal')
    periodId = requirePeriod(town.app.read(), '2026Q1').id
    desk = town.as(null, 'inspector')
    await desk.periods.advance({ id: periodId, to: 'scoring', version: 1 })
    await desk.scores.open({ periodId })
  })
  afterEach(() => town.dispose())

  function change(write: Parameters<TestTownship['app']['mutate']>[0]['write']) {
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  }

  const make = async (by: typeof desk, ...codes: readonly string[]) => {
    const { parts, ...made } = await receiveExport(await by.scoreBooks.make({ periodId, scorerIds: codes.map((code) => town.staffId(code)) }), () => undefined)
    return { ...made, bytes: Buffer.concat(parts) }
  }
  const issue = async (...codes: readonly string[]) => {
    const made = await make(desk, ...codes)
    await desk.scoreBooks.issue({ issueId: made.id })
    return { name: made.fileName, bytes: made.bytes }
  }
  const asFile = (bytes: Buffer, name = '评分表.xlsx') => new File([new Uint8Array(bytes)], name)
  const fill = (bytes: Buffer, cells: Readonly<Record<string, ExcelJS.CellValue>>, sheet = headSheet) => filled(bytes, Object.entries(cells).map(([cell, value]) => ({ sheet, cell, value })))
  const preview = (bytes: Buffer) => desk.scoreBooks.preview({ periodId, file: asFile(bytes) })
  const apply = async (bytes: Buffer) => desk.scoreBooks.apply({ periodId, file: asFile(bytes), stamp: (await preview(bytes)).stamp })
  const sheetOf = async (scorer: string, kind: 'head' | 'leader' = 'head') => required((await desk.scores.sheets({ periodId })).find((sheet) => sheet.kind === kind && sheet.scorer === scorer))
  const givenOf = async (scorer = '钱一') => (await sheetOf(scorer)).entries.map(({ band, score, note }) => [band ?? score, note])
  const bookOf = async (code: string) => required((await desk.scoreBooks.list({ periodId })).find(({ scorerId }) => scorerId === town.staffId(code)))
  const lastAudit = (action: string) => required(town.app.read().select().from(auditEntry).where(eq(auditEntry.action, action)).all().at(-1))

  test('out and back: what is filled in is shown, taken as 代录, handed in with a scan, and the list says how it stands', async () => {
    expect(await bookOf('H1')).toMatchObject({ scorer: '钱一', open: [{ title: headSheet, people: 4, left: 4 }], ratesCaller: false, book: null })
    const { name, bytes } = await issue('H1')
    expect(name).toBe('清溪镇_评分表_钱一_2026Q1_20260406.xlsx')
    expect((await bookOf('H1')).book).toMatchObject({ takenAt: null })
    const back = await fill(bytes, { [`E${a1}`]: ' ａ ', [`E${a2}`]: 'B', [`F${a3}`]: '８．５', [`E${a4}`]: 'C', [`H${a1}`]: ' 踏实 ', [`I${a1}`]: ' 踏实 ' })
    const seen = await preview(back)
    expect([seen.scorer, seen.altered, seen.warnings, seen.summary]).toEqual(['钱一', [{ sheet: headSheet, cell: `H${a1}`, from: expect.stringContaining('=IF('), to: ' 踏实 ' }], [], { new: 0, changed: 0, same: 0, missing: 0, error: 0 }])

    const good = await fill(bytes, { [`E${a1}`]: ' ａ ', [`E${a2}`]: 'B', [`F${a3}`]: '８．５', [`E${a4}`]: 'C', [`I${a1}`]: ' 踏实 ' })
    const shown = await preview(good)
    expect(shown.summary).toEqual({ new: 4, changed: 0, same: 0, missing: 0, error: 0 })
    expect(shown.sheets[0]?.rows[0]).toMatchObject({ name: '党建A1', state: 'new', changes: [{ field: 'given', from: null, to: 'A' }, { field: 'note', from: null, to: '踏实' }] })
    expect(await givenOf()).toEqual([[null, null], [null, null], [null, null], [null, null]])
    await desk.scoreBooks.apply({ periodId, file: asFile(good), stamp: shown.stamp })
    expect(await givenOf()).toEqual([['A', '踏实'], ['B', null], ['8.50', null], ['C', null]])
    const sheet = await sheetOf('钱一')
    expect([sheet.state, sheet.proxyBy]).toEqual(['draft', expect.stringMatching(/^test-/)])
    expect((await bookOf('H1')).book).toMatchObject({ takenAt: town.clock.now, takenBy: sheet.proxyBy })
    const entry = lastAudit('scoreBooks.apply')
    expect([entry.actor, JSON.parse(entry.detail)]).toEqual([sheet.proxyBy, expect.objectContaining({ proxy: true, scorer: '钱一', scorerId: town.staffId('H1') })])

    expect(await codeOf(desk.scores.submitByProxy({ sheetId: sheet.id, version: sheet.version }))).toBe('scan_missing')
    await desk.attachments.add({ owner: { kind: 'score_sheet', id: sheet.id }, file: new File([new Uint8Array(samplePdf)], '评分表.pdf') })
    await desk.scores.submitByProxy({ sheetId: sheet.id, version: sheet.version })
    const late = await preview(good)
    expect([late.sheets[0]?.refused, late.warnings[0]]).toEqual(['这张评分表已经提交，需要修改的请先退回', expect.stringContaining('收回过一次')])
    expect(await codeOf(desk.scoreBooks.apply({ periodId, file: asFile(good), stamp: late.stamp }))).toBe('score_book_nothing')
    expect((await bookOf('H1')).open).toEqual([])
    await expect(issue('H1')).rejects.toMatchObject({ code: 'score_book_empty', message: '钱一没有未提交的评分表，不用发出评分工作簿。' })
  })

  test('only a file that was saved counts as gone out; what was handed over is known to its window alone, and once', async () => {
    const events: ExportEvent[] = []
    for await (const event of await desk.scoreBooks.make({ periodId, scorerIds: ['H1', 'L1', 'H2'].map((code) => town.staffId(code)) })) events.push(event)
    expect(events.flatMap((event) => (event.kind === 'progress' ? [[event.done, event.of]] : []))).toEqual([[0, 3], [1, 3], [2, 3]])
    const counts = () => [town.app.read().select().from(scoreBook).all().length, town.app.read().select().from(scoreBookOriginal).all().length, town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'scoreBooks.issue')).all().length]
    expect([counts(), (await bookOf('H1')).book]).toEqual([[0, 0, 0], null])
    const last = events.at(-1)
    const issueId = last?.kind === 'done' ? last.id : ''
    expect(await codeOf(town.as(null, 'inspector').scoreBooks.issue({ issueId }))).toBe('score_book_gone')
    expect(await desk.scoreBooks.issue({ issueId })).toEqual({ books: 3 })
    expect([counts(), await codeOf(desk.scoreBooks.issue({ issueId }))]).toEqual([[3, 3, 1], 'score_book_gone'])
    // The entry keeps who got what, not what stood in it.
    expect(lastAudit('scoreBooks.issue').detail.length).toBeLessThan(1_500)
  })

  test('who logs out while it is made is handed nothing to issue', async () => {
    const house = houseOf(town.app)
    const connection = house.sessions.connect('test')
    connection.session = { kind: 'console' }
    const kinds = new Set<string>()
    for await (const event of await createRouterClient(router, { context: { house, connection } }).scoreBooks.make({ periodId, scorerIds: [town.staffId('H1')] })) {
      kinds.add(event.kind)
      if (event.kind === 'part') {
        house.sessions.end(connection)
        connection.session = { kind: 'console' }
      }
    }
    expect([[...kinds], connection.onEnd.size]).toEqual([['progress', 'part'], 0])
  })

  test('given up on the way, or where its process dies, nothing is left behind', async () => {
    const files = () => readdirSync(town.app.environment.temporary)
    for await (const event of await desk.scoreBooks.make({ periodId, scorerIds: [town.staffId('H1'), town.staffId('L1')] })) if (event.kind === 'progress') break
    expect([files(), town.app.read().select().from(scoreBook).all()]).toEqual([[], []])
    const dying = await testTownship(smallTown(), [], (entry, options) => {
      const port = forkWorker(entry, options)
      port.onMessage(() => port.kill())
      return port
    })
    try {
      const id = requirePeriod(dying.app.read(), '2026Q1').id
      dying.as('S0', 'principal')
      const there = dying.as(null, 'inspector')
      await there.periods.advance({ id, to: 'scoring', version: 1 })
      await there.scores.open({ periodId: id })
      const outcome = there.scoreBooks.make({ periodId: id, scorerIds: ['H1', 'L1', 'H2'].map((code) => dying.staffId(code)) }).then((stream) => receiveExport(stream, () => undefined))
      await expect(outcome).rejects.toMatchObject({ code: 'export_failed', message: '导出没有完成，没有留下文件：生成文件的程序意外结束，请重试。' })
      expect(readdirSync(dying.app.environment.temporary)).toEqual([])
    } finally {
      dying.dispose()
    }
  })

  test('all sheets of a scorer of every kind in one book, several scorers in a zip', async () => {
    const { name, bytes } = await issue('H1', 'L1', 'S0')
    expect(name).toBe('清溪镇_评分工作簿_2026Q1_20260406.zip')
    const zip = await JSZip.loadAsync(bytes)
    expect(Object.keys(zip.files)).toEqual(['钱一', '周正', '李记'].map((scorer) => `清溪镇_评分表_${scorer}_2026Q1_20260406.xlsx`))
    const book = required(await zip.file('清溪镇_评分表_周正_2026Q1_20260406.xlsx')?.async('nodebuffer'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(book).buffer)
    expect(workbook.worksheets.map(({ name: sheet }) => sheet)).toEqual(['大党建领导评分', '大服务领导评分', '说明'])
    const back = await fill(await fill(book, { [`E${a1}`]: 4.5, [`E${a2}`]: 5, [`E${a3}`]: 3.255, [`E${a4}`]: 6 }, '大党建领导评分'), { [`E${a1}`]: 4, [`E${a2}`]: '四' }, '大服务领导评分')
    const shown = await preview(back)
    expect(shown.sheets.map(({ rows }) => rows.map(({ state, errors }) => [state, ...errors]))).toEqual([
      [['new'], ['new'], ['error', '“3.255”不是 0 到 5、最多两位小数的分数'], ['error', '“领导评分”须在 0 到 5 之间，请改正。']],
      [['new'], ['error', '“四”不是 0 到 5、最多两位小数的分数']],
    ])
    await desk.scoreBooks.apply({ periodId, file: asFile(back), stamp: shown.stamp })
    const stored = (await desk.scores.sheets({ periodId })).filter(({ scorer }) => scorer === '周正').map(({ entries }) => entries.map(({ score }) => score))
    expect(stored).toEqual([['4.50', '5.00', null, null], ['4.00', null]])
  })

  test('why a row or a sheet is not taken, and what was entered meanwhile', async () => {
    const { bytes } = await issue('H1')
    const rows = async (cells: Readonly<Record<string, ExcelJS.CellValue>>) => {
      const shown = await preview(await fill(bytes, cells))
      return [shown.sheets[0]?.refused ?? null, ...(shown.sheets[0]?.rows ?? []).map(({ state, errors, warnings }) => [state, ...errors, ...warnings].join(' '))]
    }
    expect(await rows({ [`E${a1}`]: 'A', [`F${a1}`]: 9, [`E${a2}`]: 'Z', [`F${a3}`]: -1, [`I${a4}`]: '长'.repeat(2001) })).toEqual([null, 'error 等次和分数只能填一个', 'error 没有“Z”这个等次', 'error “-1”不是 0 到 10、最多两位小数的分数', 'error 备注超过 2000 字'])
    expect(await rows({ [`E${a1}`]: 'A', [`E${a2}`]: 'A' })).toEqual(['不符合评分规则：A 最多 1 人，现为 2 人，4 人以上须至少评出一个 C。请评分人调整后再交回，或由督考代录'.replace('，4 人以上须至少评出一个 C', ''), 'new', 'new', 'missing 没有评分', 'missing 没有评分'])
    expect(await rows({ [`E${a1}`]: 'B', [`E${a2}`]: 'B', [`E${a3}`]: 'B', [`E${a4}`]: 'B' })).toEqual(['不符合评分规则：4 人以上须至少评出一个 C。请评分人调整后再交回，或由督考代录', 'new', 'new', 'new', 'new'])

    const head = town.as('H1', 'head')
    const sheet = await sheetOf('钱一')
    const enter = (code: string, band: string | null, score: string | null) => head.scores.enterManyHead({ sheetId: sheet.id, entries: [{ staffId: town.staffId(code), band, score, note: null, version: town.app.read().select().from(scoreEntry).where(eq(scoreEntry.staffId, town.staffId(code))).all().find(({ sheetId }) => sheetId === sheet.id)?.version ?? 1 }] })
    await enter('A1', 'C', null)
    await enter('A3', null, '7')
    expect(await rows({ [`E${a1}`]: 'B', [`E${a2}`]: 'B' })).toEqual([null, 'changed 发出以后又录入过，收回后以工作簿为准', 'new', 'same 工作簿里没有评分，保留已有的 7.00', 'missing 没有评分'])
    // What was left as it went out changes nothing, whatever was entered since.
    const again = await issue('H1')
    await enter('A1', 'A', null)
    const untouched = await preview(await fill(again.bytes, { [`E${a2}`]: 'B' }))
    expect(untouched.sheets[0]?.rows.map(({ state }) => state)).toEqual(['same', 'new', 'same', 'missing'])
    expect((await preview(bytes)).warnings).toEqual(['这不是最新的一份：2026-04-06 10:00 又给评分人发出过一份，请确认以哪一份为准。'])

    change((tx) => tx.delete(scoreEntry).where(eq(scoreEntry.staffId, town.staffId('A4'))).run())
    expect((await rows({ [`E${a4}`]: 'C' })).at(-1)).toBe('error 已不在这张评分表上')
    change((tx) => tx.update(moduleOffice).set({ staffId: town.staffId('A2') }).where(eq(moduleOffice.staffId, town.staffId('H1'))).run())
    await desk.scores.open({ periodId })
    expect((await rows({ [`E${a1}`]: 'B' }))[0]).toBe('这张评分表已改由党建A2评分')
  })

  test('what a scorer entered on the screen meanwhile and his book are both shown, and only what was chosen is taken', async () => {
    const { bytes } = await issue('H1')
    const head = town.as('H1', 'head')
    const sheetId = (await sheetOf('钱一')).id
    const entry = (code: string, band: string | null, note: string | null) => ({ staffId: town.staffId(code), band, score: null, note, version: 1 })
    await head.scores.enterManyHead({ sheetId, entries: [entry('A1', 'C', '屏上'), entry('A2', 'B', null), entry('A3', null, '屏上')] })
    const back = await fill(bytes, { [`E${a1}`]: 'B', [`I${a1}`]: '书上', [`E${a2}`]: 'B', [`I${a3}`]: '书上', [`E${a4}`]: 'B' })
    const look = (...keep: readonly string[]) => desk.scoreBooks.preview({ periodId, file: asFile(back), keep: keep.map((code) => ({ sheetId, staffId: town.staffId(code) })) })
    const told = ({ sheets }: Awaited<ReturnType<typeof look>>) => sheets[0]?.rows.map(({ state, changes, conflict }) => [state, changes.map(({ to }) => to), conflict?.isKept ?? null])
    const shown = await look()
    expect(shown.sheets[0]?.rows.map(({ conflict }) => conflict?.fields ?? null)).toEqual([
      [{ field: 'given', stands: 'C', inBook: 'B' }, { field: 'note', stands: '屏上', inBook: '书上' }],
      null,
      [{ field: 'note', stands: '屏上', inBook: '书上' }],
      null,
    ])
    expect(told(shown)).toEqual([['changed', ['B', '书上'], false], ['same', [], null], ['missing', ['书上'], false], ['new', ['B'], null]])
    const kept = await look('A1')
    expect(told(kept)).toEqual([['same', [], true], ['same', [], null], ['missing', ['书上'], false], ['new', ['B'], null]])
    const keep = [{ sheetId, staffId: town.staffId('A1') }]
    expect(await codeOf(desk.scoreBooks.apply({ periodId, file: asFile(back), keep, stamp: shown.stamp }))).toBe('changed_meanwhile')
    const taken = await desk.scoreBooks.apply({ periodId, file: asFile(back), keep, stamp: kept.stamp })
    expect(await givenOf()).toEqual([['C', '屏上'], ['B', null], [null, '书上'], ['B', null]])
    await desk.scoreBooks.undo({ bookId: taken.bookId, version: taken.version })
    expect(await givenOf()).toEqual([['C', '屏上'], ['B', null], [null, '屏上'], [null, null]])
  })

  test('altered, forged and foreign books are refused, each with its sentence, and nothing is written', async () => {
    const { bytes } = await issue('H1')
    const altered = await fill(bytes, { [`E${a1}`]: 'A', [`B${a2}`]: '党建A1' })
    const shown = await preview(altered)
    expect([shown.alteredCount, shown.altered, shown.sheets]).toEqual([1, [{ sheet: headSheet, cell: `B${a2}`, from: '党建A2', to: '党建A1' }], []])
    await expect(desk.scoreBooks.apply({ periodId, file: asFile(altered), stamp: shown.stamp })).rejects.toMatchObject({ code: 'score_book_altered', message: expect.stringMatching(/^评分工作簿有 1 格/) })
    const about = (cells: Readonly<Record<string, ExcelJS.CellValue>>) => fill(bytes, cells, '说明')
    expect((await preview(await about({ B11: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA' }))).altered).toEqual([{ sheet: '说明', cell: 'B11', from: town.app.read().select().from(scoreBook).get()?.code, to: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA' }])
    const reason = async (file: File) => desk.scoreBooks.preview({ periodId, file }).then(() => 'taken', (error: unknown) => (error instanceof Error ? error.message : ''))
    expect(await reason(asFile(await about({ B11: null })))).toContain('编号、校验码已被删除')
    expect(await reason(asFile(await about({ B10: '0199f3a0-0000-7000-8000-00000000abcd' })))).toContain('没有这份评分工作簿的发出记录')
    expect(await reason(asFile(await about({ B10: '0199f3a0-0000-7000-8000-00000000abcd', B3: '下河镇' })))).toContain('由“下河镇”发出')
    expect(await reason(asFile(Buffer.from('不是工作簿'), '评分表.xlsx'))).not.toBe('taken')
    expect(await reason(asFile(Buffer.from('编号,校验码\n1,2\n'), '评分表.csv'))).not.toBe('taken')
    // Said by its size alone, before a byte of it is read.
    const large = Object.defineProperty(asFile(bytes), 'size', { value: gateLimits.fileBytes + 1 })
    expect(await reason(large)).toContain(fileRefusal('file_too_large', 'scoreBook').message)
    const second = requirePeriod(town.app.read(), '2026Q2').id
    change((tx) => tx.update(period).set({ stage: 'scoring' }).where(eq(period.id, second)).run())
    await expect(desk.scoreBooks.preview({ periodId: second, file: asFile(bytes) })).rejects.toMatchObject({ message: '这是2026年第一季度的评分工作簿，现在选的是2026年第二季度。请先改选2026年第一季度再收回。' })
    // Another township has another key and no such book.
    const other = await testTownship(smallTown())
    try {
      const there = other.as(null, 'inspector')
      other.as('S0', 'principal')
      const id = requirePeriod(other.app.read(), '2026Q1').id
      await there.periods.advance({ id, to: 'scoring', version: 1 })
      await expect(there.scoreBooks.preview({ periodId: id, file: asFile(bytes) })).rejects.toMatchObject({ code: 'file_refused' })
    } finally {
      other.dispose()
    }
    // The code is this township's: a book whose code was put into the rows by hand does not verify.
    change((tx) => tx.update(scoreBook).set({ code: 'AAAA' }).run())
    expect(await reason(asFile(await about({ B11: 'AAAA' })))).toContain('没有这份评分工作簿的发出记录')
    expect(await givenOf()).toEqual([[null, null], [null, null], [null, null], [null, null]])
    change((tx) => tx.update(period).set({ stage: 'computed' }).where(eq(period.id, periodId)).run())
    expect([await codeOf(preview(bytes)), await codeOf(issue('H1'))]).toEqual(['scoring_over', 'scoring_over'])
  })

  test('only what was seen is taken; once taken it is undone with one click, until it is handed in or written on', async () => {
    const { bytes } = await issue('H1')
    const note = '请核 330825199002147677 的材料'
    const first = await apply(await fill(bytes, { [`E${a1}`]: 'A', [`I${a1}`]: note }))
    expect(await givenOf()).toEqual([['A', note], [null, null], [null, null], [null, null]])
    const more = await fill(bytes, { [`E${a1}`]: 'B', [`I${a1}`]: '改', [`E${a2}`]: 'B' })
    town.clock.now = '2026-04-06T03:00:00.000Z'
    const { stamp } = await preview(more)
    expect(await codeOf(desk.scoreBooks.apply({ periodId, file: asFile(more), stamp: first.stamp }))).toBe('changed_meanwhile')
    await desk.scoreBooks.apply({ periodId, file: asFile(more), stamp })
    const undo = async () => desk.scoreBooks.undo({ bookId: first.bookId, version: required((await bookOf('H1')).book).version })
    await undo()
    expect(await givenOf()).toEqual([['A', note], [null, null], [null, null], [null, null]])
    expect((await bookOf('H1')).book?.takenAt).not.toBeNull()
    await undo()
    expect(await givenOf()).toEqual([[null, null], [null, null], [null, null], [null, null]])
    expect([(await bookOf('H1')).book?.takenAt, (await sheetOf('钱一')).proxyBy, await codeOf(undo())]).toEqual([null, null, 'score_book_not_taken'])
    expect(town.app.read().select().from(auditEntry).all().filter(({ detail }) => detail.includes('330825199002147677'))).toEqual([])
    await apply(await fill(bytes, { [`E${a2}`]: 'B' }))
    change((tx) => tx.update(scoreSheet).set({ state: 'submitted' }).run())
    await expect(undo()).rejects.toMatchObject({ code: 'score_book_used', message: '“模块长评价”在收回之后已经提交或又有改动，不能撤销，请在评分表里改正。' })
  })

  test('who may: 督考 and 党政正职, about nobody who is the caller', async () => {
    const { bytes } = await issue('H1')
    const rated = town.as('A1', 'inspector')
    const good = await fill(bytes, { [`E${a1}`]: 'A' })
    const { stamp } = await preview(good)
    expect({
      make: await codeOf(make(rated, 'H1')),
      preview: await codeOf(rated.scoreBooks.preview({ periodId, file: asFile(good) })),
      apply: await codeOf(rated.scoreBooks.apply({ periodId, file: asFile(good), stamp })),
      head: await codeOf(make(town.as('H1', 'head'), 'H1')),
      principal: await codeOf(make(town.as('S0', 'principal'), 'H1')),
    }).toEqual({ make: 'about_self', preview: 'about_self', apply: 'about_self', head: 'forbidden', principal: 'done' })
    expect((await rated.scoreBooks.list({ periodId })).find(({ scorerId }) => scorerId === town.staffId('H1'))?.ratesCaller).toBe(true)
  })

  test('a ballot never leaves by workbook: who only votes gets none, and what was voted stands in no book', async () => {
    await town.as('A1', 'clerk').scores.castBallot({ periodId, votes: [{ staffId: town.staffId('A2'), band: 'C' }] })
    expect(await codeOf(issue('A1'))).toBe('score_book_empty')
    expect((await desk.scoreBooks.list({ periodId })).map(({ scorer }) => scorer)).toEqual(['钱一', '李记', '周正', '孙二'])
    const { bytes } = await issue('H1')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([headSheet, '说明'])
    expect(workbook.getWorksheet('说明')?.getColumn(1).values.join()).toContain('互评票不随工作簿发出')
    expect(await preview(bytes)).toMatchObject({ summary: { new: 0, missing: 4 } })
  })
})
