import { eq } from 'drizzle-orm'
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostAttachments } from '../../../../shared/domain/township/attachments/limits.ts'
import { sampleJpg, samplePdf, samplePng } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { contentFile, filesIn, storeContent } from '../../../db/content-store.ts'
import { attachment, auditEntry } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

describe('attachments of tasks', () => {
  let town: TestTownship
  let client: ReturnType<TestTownship['as']>
  let owner: { readonly kind: 'task'; readonly id: string }
  let drafted = 0
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
    client = town.as(cast.own.code, 'clerk')
  })
  afterAll(() => town.dispose())
  beforeEach(async () => {
    owner = await task()
  })

  async function task() {
    drafted += 1
    const parties = [{ staffId: town.staffId(cast.own.code), role: 'host' as const }]
    const { id } = await town.asConsole().tasks.draft({ docNo: `附〔2026〕${drafted}号`, form: 'memo', source: null, title: '整治河道', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-08-20', parties })
    return { kind: 'task' as const, id }
  }

  /** Makes contents of their own, so that no test meets another's file. */
  const pdf = (text: string) => new File([new Uint8Array(samplePdf), `%${text}\n%%EOF`], `${text}.pdf`)
  const audit = () => town.app.read().select().from(auditEntry).all().map(({ action, subject, detail }) => ({ action, subject, detail }))
  const rowOf = (id: string) => town.app.read().select().from(attachment).where(eq(attachment.id, id)).get()
  const digestOf = (id: string) => rowOf(id)?.digest ?? ''
  const files = () => filesIn(town.app.folder.attachments)

  test('what was added is listed and comes back byte for byte; the log names it', async () => {
    const file = pdf('批文')
    const { id } = await client.attachments.add({ owner, file: new File([file], 'C:\\扫描件\\批文.pdf') })
    const { rows, mayChange } = await client.attachments.list({ owner })
    expect([rows.map(({ name, mime, bytes, by, removedAt, isEvidence }) => ({ name, mime, bytes, by, removedAt, isEvidence })), mayChange]).toEqual([[{ name: '批文.pdf', mime: 'application/pdf', bytes: file.size, by: cast.own.name, removedAt: null, isEvidence: false }], true])
    const read = await client.attachments.read({ id })
    expect([read.file.name, Buffer.from(await read.file.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))]).toEqual(['批文.pdf', true])
    expect(audit().at(-1)).toMatchObject({ action: 'attachments.add', subject: owner.id, detail: expect.stringContaining('批文.pdf') })
  })

  test('equal content of two owners lies there once', async () => {
    const [second, before] = [await task(), files().length]
    const one = await client.attachments.add({ owner, file: pdf('同一份') })
    const two = await client.attachments.add({ owner: second, file: new File([pdf('同一份')], '换了名.pdf') })
    expect([digestOf(one.id) === digestOf(two.id), files().length]).toEqual([true, before + 1])
  })

  test('who does not come to the task does not come to its attachments, and the refusal is in the log', async () => {
    const { id, version } = await client.attachments.add({ owner, file: pdf('本模块') })
    const before = await client.attachments.list({ owner })
    const strangers = [town.as(cast.foreign.code, 'clerk'), town.as(cast.other.code, 'clerk'), town.as(null, 'sysadmin'), town.as(null, 'auditor')]
    for (const stranger of strangers) {
      const calls = [
        ['attachments.list', stranger.attachments.list({ owner })],
        ['attachments.read', stranger.attachments.read({ id })],
        ['attachments.add', stranger.attachments.add({ owner, file: pdf('外来') })],
        ['attachments.remove', stranger.attachments.remove({ id, version })],
        ['attachments.restore', stranger.attachments.restore({ id, version })],
      ] as const
      for (const [path, call] of calls) {
        expect([path, ['out_of_scope', 'forbidden'].includes(await codeOf(call))]).toEqual([path, true])
      }
      expect(audit().slice(-5).map(({ action, subject }) => [action, subject])).toEqual(calls.map(([path]) => ['refused', path]))
    }
    expect(await client.attachments.list({ owner })).toEqual(before)
    // Those over the module come to it.
    for (const superior of [town.as(cast.head, 'head'), town.as(cast.leader, 'leader'), town.as(null, 'principal'), town.as(null, 'inspector')]) {
      expect((await superior.attachments.list({ owner })).mayChange).toBe(true)
      expect(await codeOf(superior.attachments.read({ id }))).toBe('done')
    }
  })

  test('a record that is not there has none', async () => {
    const nowhere = { kind: 'task' as const, id: town.app.environment.newId() }
    expect([await codeOf(client.attachments.list({ owner: nowhere })), await codeOf(client.attachments.add({ owner: nowhere, file: pdf('无主') }))]).toEqual(['not_found', 'not_found'])
  })

  test('what is refused leaves no row, no file and no entry', async () => {
    const before = [files().length, audit().length]
    const empty = new File([], '空.pdf')
    const renamed = new File([new Uint8Array(samplePng)], '改名.pdf')
    const huge = { name: '录像.pdf', size: 2 * 1024 ** 3, arrayBuffer: () => Promise.reject(new Error('read')) }
    for (const [file, sentence] of [
      [empty, '“空.pdf”是空文件，请核对后重新选择。'],
      [renamed, '“改名.pdf”的内容不是 pdf 文件，请核对文件，或用原来的程序重新保存后再添加。'],
      [huge, '“录像.pdf”有 2048.0 MB，超过 20.0 MB，请压缩或拆分后再添加。'],
    ] as const) {
      await expect(client.attachments.add({ owner, file })).rejects.toMatchObject({ code: 'file_refused', message: sentence })
    }
    expect([files().length, audit().length, (await client.attachments.list({ owner })).rows]).toEqual([...before, []])
  })

  test(`${mostAttachments} are enough; the 回收站 does not count`, async () => {
    const file = new File([new Uint8Array(sampleJpg)], '照片.jpg')
    const added = []
    for (let count = 0; count < mostAttachments; count += 1) added.push(await client.attachments.add({ owner, file }))
    await expect(client.attachments.add({ owner, file })).rejects.toMatchObject({ code: 'file_refused', message: '附件已有 50 个，不能再添加，请先移除不用的。' })
    const [first] = added
    if (first === undefined) throw new Error('none added')
    const removed = await client.attachments.remove(first)
    await client.attachments.add({ owner, file })
    expect(await codeOf(client.attachments.restore({ id: first.id, version: removed.version }))).toBe('file_refused')
  })

  test('removed, it lies in the 回收站 and comes back; a stale version changes nothing', async () => {
    const { id, version } = await client.attachments.add({ owner, file: pdf('误传') })
    const removed = await client.attachments.remove({ id, version })
    const [row] = (await client.attachments.list({ owner })).rows
    expect(row?.removedAt).toBe(town.clock.now)
    expect(await codeOf(client.attachments.remove({ id, version: removed.version }))).toBe('not_found')
    expect(await codeOf(client.attachments.restore({ id, version }))).toBe('changed_meanwhile')
    await client.attachments.restore({ id, version: removed.version })
    expect((await client.attachments.list({ owner })).rows[0]?.removedAt).toBeNull()
    expect(audit().slice(-2).map(({ action }) => action)).toEqual(['attachments.remove', 'attachments.restore'])
  })

  test('evidence that the log names can never be removed', async () => {
    const { id, version } = await client.attachments.add({ owner, file: pdf('佐证') })
    const elsewhere = await client.attachments.add({ owner: await task(), file: pdf('别处') })
    const chief = town.asConsole()
    await chief.tasks.propose({ id: owner.id, version: 1 })
    await chief.tasks.issue({ id: owner.id, version: 2 })
    await client.tasks.accept({ id: owner.id, version: 3 })
    const report = (evidence: string[]) => client.tasks.feedback({ id: owner.id, version: 4, progress: 50, text: '过半', evidence })
    await expect(report([elsewhere.id])).rejects.toMatchObject({ code: 'not_found', message: '没有找到佐证附件，可能已被删除，请核对后重试。' })
    await report([id])
    expect((await client.attachments.list({ owner })).rows[0]?.isEvidence).toBe(true)
    await expect(client.attachments.remove({ id, version })).rejects.toMatchObject({ code: 'not_editable', message: '“佐证.pdf”不能修改：办理记录引用了这份附件，须随记录保留。' })
    expect(rowOf(id)?.removedAt).toBeNull()
  })

  test('a task that is revoked takes nothing more and gives nothing away', async () => {
    const added = await client.attachments.add({ owner, file: pdf('归档') })
    await town.as(null, 'inspector').tasks.revoke({ id: owner.id, version: 1, reason: '重复交办' })
    expect([await codeOf(client.attachments.add({ owner, file: pdf('迟到') })), await codeOf(client.attachments.remove(added))]).toEqual(['not_in_state', 'not_in_state'])
    expect([(await client.attachments.list({ owner })).mayChange, await codeOf(client.attachments.read({ id: added.id }))]).toEqual([false, 'done'])
  })

  test('a changed or lost file is named, never handed out, and the check finds it', async () => {
    const [changed, lost] = [await client.attachments.add({ owner, file: pdf('被改动') }), await client.attachments.add({ owner, file: pdf('丢失') })]
    const [one, two] = [contentFile(town.app.folder.attachments, digestOf(changed.id)), contentFile(town.app.folder.attachments, digestOf(lost.id))]
    const kept = [readFileSync(one), readFileSync(two)] as const
    const bytes = Buffer.from(kept[0])
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
    writeFileSync(one, bytes)
    rmSync(two)
    await expect(client.attachments.read({ id: changed.id })).rejects.toMatchObject({ code: 'attachment_damaged', message: '附件“被改动.pdf”的文件已损坏，请从最近的备份恢复，或重新添加一份。' })
    await expect(client.attachments.read({ id: lost.id })).rejects.toMatchObject({ code: 'attachment_missing' })
    const { attachments } = await town.asConsole().system.check()
    expect([attachments.damaged, attachments.missing]).toEqual([[{ id: changed.id, name: '被改动.pdf' }], [{ id: lost.id, name: '丢失.pdf' }]])
    writeFileSync(one, kept[0])
    writeFileSync(two, kept[1])
    expect((await town.asConsole().system.check()).attachments).toMatchObject({ damaged: [], missing: [], orphans: 0, cleared: 0 })
  })

  test('a file that nobody names is cleared away by the check, but not before hours have passed', async () => {
    const digest = storeContent(town.app.folder.attachments, town.app.keys, Buffer.from('没有登记'))
    const file = contentFile(town.app.folder.attachments, digest)
    const age = (hours: number) => {
      const at = Date.parse(town.clock.now) / 1000 - hours * 3600
      utimesSync(file, at, at)
    }
    age(5)
    expect((await town.asConsole().system.check()).attachments).toMatchObject({ orphans: 1, cleared: 0 })
    age(7)
    expect((await town.asConsole().system.check()).attachments).toMatchObject({ orphans: 1, cleared: 1 })
    expect((await town.asConsole().system.check()).attachments).toMatchObject({ orphans: 0, cleared: 0 })
  })
})
