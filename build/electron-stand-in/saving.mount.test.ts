/** Files that the user saves where nothing can be written any more. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { smallDisk } from '../../electron/promises/small-disk.testing.ts'
import { desktopOf, newHome, startProgram } from './program.testing.ts'

const full = '磁盘空间不足，“台账.xlsx”没有保存，请清理空间后重试。'
const notWritable = '“台账.xlsx”无法写入，请确认它没有在其他程序中打开，或换一个文件夹。'

async function started() {
  const disk = smallDisk(4)
  onTestFinished(() => disk.dispose())
  const folder = path.join(disk.folder, '上报')
  mkdirSync(folder)
  const target = path.join(folder, '台账.xlsx')
  writeFileSync(target, 'older')
  const program = startProgram(newHome())
  return { disk, folder, target, outside: program.outside, desktop: desktopOf(await program.page()) }
}

const file = { suggestedName: '台账.xlsx', bytes: new Uint8Array(300_000) }

test('a full and a read-only disk: one sentence, the older file whole, no half of the new one; then it is saved', async () => {
  const { disk, folder, target, outside, desktop } = await started()
  const found = () => [readdirSync(folder), readFileSync(target, 'utf8')]
  await outside.answer(Array.from({ length: 8 }, () => target))
  for (const kilobytes of [0, 16, 128]) {
    disk.fillBut(kilobytes)
    expect([await desktop.saveFile(file), found()]).toEqual([{ kind: 'failed', reason: full }, [['台账.xlsx'], 'older']])
  }
  disk.fillBut(128)
  const begun = await desktop.saveLarge('台账.xlsx')
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  expect([await begun.write(new Uint8Array(100_000)), await begun.write(new Uint8Array(100_000)), await begun.finish(), found()]).toEqual([true, false, { kind: 'failed', reason: full }, [['台账.xlsx'], 'older']])
  disk.free()
  disk.setReadOnly(true)
  expect([await desktop.saveFile(file), (await desktop.saveLarge('台账.xlsx')).kind, found()]).toEqual([{ kind: 'failed', reason: notWritable }, 'failed', [['台账.xlsx'], 'older']])
  disk.setReadOnly(false)
  expect([await desktop.saveFile(file), readFileSync(target).length]).toEqual([{ kind: 'saved', name: '台账.xlsx' }, 300_000])
})

test('a PDF for which there is no room, and a folder that goes away half-way', async () => {
  const { disk, folder, target, outside, desktop } = await started()
  await outside.answer([target, target, target])
  disk.fillBut(0)
  expect([await desktop.savePdf('台账.pdf'), readdirSync(folder), readFileSync(target, 'utf8')]).toEqual([{ kind: 'failed', reason: full }, ['台账.xlsx'], 'older'])
  disk.free()
  const begun = await desktop.saveLarge('台账.xlsx')
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  await begun.write(new Uint8Array(1_000))
  rmSync(folder, { recursive: true })
  expect([await begun.finish(), readdirSync(disk.folder)]).toEqual([{ kind: 'failed', reason: notWritable }, []])
  expect(await desktop.saveFile(file)).toEqual({ kind: 'failed', reason: notWritable })
})
