import { eq } from 'drizzle-orm'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeBook, changeColumn, changeSheet, moveColumnOnto, moveSheet, omitSheet } from '../../../../shared/domain/papers/edit-layout.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { bookLayout } from '../../../db/schema/index.ts'
import { readHere } from '../../../workbooks/imports/import.testing.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const ledger = { sheet: 'roster', table: 'roster' } as const

describe('版式 of a township', () => {
  let town: TestTownship
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'layouts-'))
    town = await testTownship(smallTown())
  })
  afterAll(() => {
    town.dispose()
    rmSync(folder, { recursive: true })
  })

  const inspector = () => town.as(null, 'inspector')

  async function exported(copy: 'working' | 'official') {
    // The log is read by time, and the clock stands still.
    town.clock.now = new Date(Date.parse(town.clock.now) + 1000).toISOString()
    const { file } = await inspector().exports.run({ workbook: 'roster', period: '', copy })
    const target = path.join(folder, 'book.xlsx')
    writeFileSync(target, Buffer.from(await file.arrayBuffer()))
    const { sheets } = await readHere(target)
    const [first] = sheets
    const row = (number: number) => first?.rows.find((one) => one.row === number)?.cells.flatMap((cell) => ('text' in cell && typeof cell.text === 'string' ? [cell.text] : [])) ?? []
    const verdict = await inspector().exports.verify({ file })
    const [log] = (await inspector().exports.log({})).rows
    return { name: file.name, title: row(1), headings: row(3), person: row(4), state: verdict.state, form: log?.form }
  }

  test('a copy in use makes every export of its book, in both copies, until it is stopped', async () => {
    const { layout } = await inspector().layouts.get({ book: 'roster', id: null })
    const { id } = await inspector().layouts.copy({ book: 'roster', from: null, name: '县委组织部格式' })
    const changed = [
      (now: Layout) => changeSheet(now, 'roster', { title: '{township}干部名册（{filledOn}）' }),
      (now: Layout) => changeColumn(now, { ...ledger, field: 'phone' }, { heading: '手机' }),
      (now: Layout) => changeColumn(now, { ...ledger, field: 'idNumber' }, { hidden: true }),
      (now: Layout) => moveColumnOnto(now, { ...ledger, field: 'phone' }, 'seq'),
      (now: Layout) => changeBook(now, { fileName: ' {township}_干部名册_{compactDate}.xlsx ' }),
    ].reduce((now, change) => change(now), layout)
    await inspector().layouts.save({ id, version: 1, layout: changed })
    expect((await inspector().layouts.get({ book: 'roster', id })).layout.fileName).toBe('{township}_干部名册_{compactDate}.xlsx')
    const before = await exported('official')
    expect([before.form, before.headings.includes('身份证号')]).toEqual([null, true])

    await inspector().layouts.use({ id, version: 2 })
    const official = await exported('official')
    expect([official.form, official.state, official.name.includes('干部名册'), official.headings.slice(0, 3), official.headings.includes('身份证号')]).toEqual(['县委组织部格式', 'unchanged', true, ['手机', '序号', '姓名'], false])
    expect(official.title).toEqual([expect.stringMatching(/干部名册（\d+年\d+月\d+日）$/)])
    const working = await exported('working')
    expect([working.form, working.state, working.name.endsWith('_工作稿.xlsx'), working.headings.includes('身份证号')]).toEqual(['县委组织部格式', 'unchanged', true, true])

    expect(await codeOf(inspector().layouts.remove({ id, version: 3 }))).toBe('layout_in_use')
    await inspector().layouts.stopUsing({ id, version: 3 })
    expect((await exported('official')).form).toBeNull()
    await inspector().layouts.remove({ id, version: 4 })
    expect(await inspector().layouts.list()).toEqual([])
  })

  test('one of a book stands at a time', async () => {
    const [a, b] = [await inspector().layouts.copy({ book: 'tasks', from: null, name: '甲' }), await inspector().layouts.copy({ book: 'tasks', from: null, name: '乙' })]
    await inspector().layouts.use(a)
    await inspector().layouts.use(b)
    expect((await inspector().layouts.list()).map(({ name, inUse, version }) => [name, inUse, version])).toEqual([['甲', false, 3], ['乙', true, 2]])
    expect(await codeOf(inspector().layouts.use({ id: a.id, version: 2 }))).toBe('changed_meanwhile')
    expect(await codeOf(inspector().layouts.copy({ book: 'tasks', from: a.id, name: '乙' }))).toBe('duplicate')
    expect(await codeOf(inspector().layouts.copy({ book: 'teams', from: a.id, name: '丙' }))).toBe('not_found')
    await inspector().layouts.rename({ id: a.id, name: '甲二', version: 3 })
    expect(await codeOf(inspector().layouts.rename({ id: a.id, name: '乙', version: 4 }))).toBe('duplicate')
  })

  test('everything that is wrong is said at once, and nothing is kept', async () => {
    const { id } = await inspector().layouts.copy({ book: 'evaluation', from: null, name: '待改' })
    const { layout } = await inspector().layouts.get({ book: 'evaluation', id })
    const wrong = [
      (now: Layout) => omitSheet(now, 'posts'),
      (now: Layout) => changeSheet(now, 'publicity', { name: '公/示' }),
      (now: Layout) => changeColumn(now, { sheet: 'summary', table: 'summary', field: 'total' }, { width: 3 }),
      (now: Layout) => changeSheet(now, 'summary', { title: '{nothing}' }),
      (now: Layout) => moveSheet(now, 'metadata', -1),
    ].reduce((now, change) => change(now), layout)
    await expect(inspector().layouts.save({ id, version: 1, layout: wrong })).rejects.toMatchObject({
      code: 'layout_refused',
      data: { issues: [{ path: 'publicity', code: 'sheet_name_character' }, { path: 'posts', code: 'sheet_needed' }, { path: 'summary', code: 'token_unknown' }, { path: 'summary/total', code: 'width_narrow' }] },
    })
    expect((await inspector().layouts.get({ book: 'evaluation', id })).layout).toEqual(layout)
  })

  test('what no longer fits the program is said before an export, which then leaves nothing', async () => {
    const { id } = await inspector().layouts.copy({ book: 'teams', from: null, name: '旧格式' })
    await inspector().layouts.use({ id, version: 1 })
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(bookLayout).set({ content: '{}' }).where(eq(bookLayout.id, id)).run(), audit: () => ({ subject: null, detail: {} }) })
    const logged = (await inspector().exports.log({})).total
    expect(await codeOf(inspector().exports.run({ workbook: 'teams', period: '2026Q1', copy: 'official' }))).toBe('layout_outdated')
    expect((await inspector().exports.log({})).total).toBe(logged)
    expect((await inspector().layouts.list()).find((row) => row.id === id)?.faults).toEqual([expect.stringContaining('旧格式')])
  })
})
