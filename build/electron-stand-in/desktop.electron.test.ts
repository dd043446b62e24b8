/** What the window and its desktop do for the user, on the program as built. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { StandIn } from './launch.ts'
import { desktopOf, newHome, startProgram, until } from './program.testing.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const beamer = { x: 1366, y: 0, width: 1920, height: 1040 }

async function started(home = newHome(), given = {}) {
  const program = startProgram(home, given)
  return { program, outside: program.outside, page: await program.page(), home }
}

async function window(program: StandIn) {
  const [first] = (await program.outside.look()).windows
  if (first === undefined) throw new Error('no window')
  return first
}

async function closeWindow(program: StandIn): Promise<number> {
  void program.outside.window.close(1).catch(() => undefined)
  return program.exited
}

describe('files', () => {
  test('a chosen file is read, whole and alone', async () => {
    const { outside, page, home } = await started()
    const file = path.join(home, '花名册.xlsx')
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, place) => place % 251))
    writeFileSync(file, bytes)
    await outside.answer([file])
    const opened = await desktopOf(page).openFile({ title: '选择花名册', accept: [{ label: '工作簿', extensions: ['xlsx', 'csv'] }] })
    expect(opened.kind === 'opened' && [opened.name, Buffer.from(opened.bytes).equals(bytes), opened.bytes.buffer.byteLength]).toEqual(['花名册.xlsx', true, 300_000])
    expect((await outside.look()).dialogs).toEqual([{ kind: 'open', title: '选择花名册', buttonLabel: '打开', properties: ['openFile'], filters: [{ name: '工作簿', extensions: ['xlsx', 'csv'] }] }])
  })

  test('of many chosen files each is there or says why not', async () => {
    const { outside, page, home } = await started()
    const files = ['一.xlsx', '二.xlsx'].map((name) => path.join(home, name))
    for (const file of files) writeFileSync(file, path.basename(file))
    await outside.answer([[...files, path.join(home, '走了.xlsx')], null])
    const choice = { title: '选择交回的评分工作簿', accept: [{ label: '评分工作簿', extensions: ['xlsx'] }] }
    const opened = await desktopOf(page).openFiles(choice)
    expect(opened.kind === 'opened' ? opened.files.map((file) => [file.name, file.kind === 'read' ? Buffer.from(file.bytes).toString() : file.reason]) : opened).toEqual([['一.xlsx', '一.xlsx'], ['二.xlsx', '二.xlsx'], ['走了.xlsx', '文件“走了.xlsx”无法读取，请确认它没有被移走或被其他程序占用后重试。']])
    expect((await outside.look()).dialogs[0]).toMatchObject({ kind: 'open', properties: ['openFile', 'multiSelections'] })
    expect(await desktopOf(page).openFiles(choice)).toEqual({ kind: 'cancelled' })
  })

  test('a closed dialog is no file; one that went away meanwhile is said so', async () => {
    const { outside, page, home } = await started()
    const choice = { title: '打开', accept: [] }
    await outside.answer([null, path.join(home, '走了.xlsx'), home])
    expect(await desktopOf(page).openFile(choice)).toEqual({ kind: 'cancelled' })
    expect(await desktopOf(page).openFile(choice)).toEqual({ kind: 'failed', reason: '文件“走了.xlsx”无法读取，请确认它没有被移走或被其他程序占用后重试。' })
    expect((await desktopOf(page).openFile(choice)).kind).toBe('failed')
  })

  test('a file is saved at a stroke where the user says, over an older one too', async () => {
    const { outside, page, home } = await started()
    const target = path.join(home, '考评.xlsx')
    writeFileSync(target, 'older')
    await outside.answer([target, null])
    const file = { suggestedName: '../..\\考评<2026Q1>: 一季度?.xlsx', bytes: new Uint8Array([1, 2, 3]) }
    expect(await desktopOf(page).saveFile(file)).toEqual({ kind: 'saved', name: '考评.xlsx' })
    expect(await desktopOf(page).saveFile(file)).toEqual({ kind: 'cancelled' })
    expect([[...readFileSync(target)], readdirSync(home).filter((name) => name.includes('part'))]).toEqual([[1, 2, 3], []])
    expect((await outside.look()).dialogs[0]).toEqual({ kind: 'save', buttonLabel: '保存', defaultPath: path.join(home, 'documents', '_.._考评_2026Q1__ 一季度_.xlsx'), filters: [{ name: 'xlsx', extensions: ['xlsx'] }] })
  })

  test('a large file is written as it comes, whole or not at all', async () => {
    const { outside, page, home } = await started()
    const target = path.join(home, '备份.twbak')
    writeFileSync(target, 'older')
    await outside.answer([target, target, null, path.join(home, 'missing', 'a.twbak')])
    const parts = () => readdirSync(home).filter((name) => name.includes('part'))
    const given = await desktopOf(page).saveLarge('备份.twbak')
    if (given.kind !== 'begun') throw new Error(given.kind)
    await given.write(new Uint8Array([1, 2]))
    expect([readFileSync(target, 'utf8'), parts().length]).toEqual(['older', 1])
    await given.abandon()
    expect([readFileSync(target, 'utf8'), parts()]).toEqual(['older', []])
    const whole = await desktopOf(page).saveLarge('备份.twbak')
    if (whole.kind !== 'begun') throw new Error(whole.kind)
    expect([await whole.write(new Uint8Array([1, 2])), await whole.write(new Uint8Array([3])), await whole.finish()]).toEqual([true, true, { kind: 'saved', name: '备份.twbak' }])
    expect([[...readFileSync(target)], parts(), await whole.write(new Uint8Array(1)), await whole.finish()]).toEqual([[1, 2, 3], [], false, { kind: 'cancelled' }])
    expect([(await desktopOf(page).saveLarge('a.twbak')).kind, (await desktopOf(page).saveLarge('a.twbak')).kind]).toEqual(['cancelled', 'failed'])
  })

  test('a place that takes no file leaves none, and keeps the older one', async () => {
    const { outside, page, home } = await started()
    const folder = path.join(home, '目录.xlsx')
    mkdirSync(folder)
    await outside.answer([folder, path.join(home, 'missing', 'a.xlsx')])
    const file = { suggestedName: 'a.xlsx', bytes: new Uint8Array(1) }
    expect(await desktopOf(page).saveFile(file)).toEqual({ kind: 'failed', reason: '“目录.xlsx”无法写入，请确认它没有在其他程序中打开，或换一个文件夹。' })
    expect((await desktopOf(page).saveFile(file)).kind).toBe('failed')
    expect([readdirSync(folder), readdirSync(home).filter((name) => name.includes('part')), existsSync(path.join(home, 'missing'))]).toEqual([[], [], false])
  })

  test('a file that is open in WPS is kept, and the new one goes elsewhere without being made again', async () => {
    const { outside, page, home } = await started()
    const target = path.join(home, '台账.xlsx')
    writeFileSync(target, 'older')
    writeFileSync(path.join(home, '~$台账.xlsx'), '')
    await outside.answer([target, path.join(home, '台账2.xlsx')])
    const file = { suggestedName: '台账.xlsx', bytes: new Uint8Array([1, 2, 3]) }
    expect(await desktopOf(page).saveFile(file)).toEqual({ kind: 'failed', reason: '文件正在 WPS/Excel 中打开，“台账.xlsx”没有保存，请关闭后重试或另存为别的名字。' })
    expect(await desktopOf(page).saveFile(file)).toEqual({ kind: 'saved', name: '台账2.xlsx' })
    expect([readFileSync(target, 'utf8'), readdirSync(home).filter((name) => name.includes('part'))]).toEqual(['older', []])
  })

  test('names that no file system takes are replaced', async () => {
    const { outside, page } = await started()
    const names = ['CON.txt', '...', 'a\u0000b\n.txt', ' 乡镇 . ', 'x'.repeat(250)]
    for (const suggestedName of names) await desktopOf(page).saveFile({ suggestedName, bytes: new Uint8Array(1) })
    const suggested = (await outside.look()).dialogs.map((wanted) => (typeof wanted === 'object' && wanted !== null && 'defaultPath' in wanted ? path.basename(String(wanted.defaultPath)) : ''))
    expect(suggested).toEqual(['_CON.txt', '_', 'a_b_.txt', '乡镇', 'x'.repeat(200)])
  })
})

test('printing goes through the system’s dialog; closing it is no failure', async () => {
  const { outside, page } = await started()
  expect(await desktopOf(page).print()).toEqual({ kind: 'printed' })
  await outside.page.printEnds({ id: 1, success: false, reason: 'Print job canceled' })
  expect(await desktopOf(page).print()).toEqual({ kind: 'cancelled' })
  await outside.page.printEnds({ id: 1, success: false, reason: 'Invalid printer settings' })
  expect(await desktopOf(page).print()).toEqual({ kind: 'failed', reason: '打印没有完成，请检查打印机后重试。' })
  await outside.clickMenu('打印……')
  expect((await outside.look()).windows[0]?.prints).toEqual(Array.from({ length: 4 }, () => ({ silent: false, printBackground: true })))
})

test('pages with margins of their own take the whole sheet, and become a PDF in their own sizes, whole or not at all', async () => {
  const { outside, page, home } = await started()
  expect(await desktopOf(page).print({ orientation: 'landscape' })).toEqual({ kind: 'printed' })
  expect((await outside.look()).windows[0]?.prints).toEqual([{ silent: false, printBackground: true, landscape: true, pageSize: 'A4', margins: { marginType: 'none' } }])
  const target = path.join(home, '公示表.pdf')
  await outside.answer([target, target, null])
  expect(await desktopOf(page).savePdf('公示表.pdf')).toEqual({ kind: 'saved', name: '公示表.pdf' })
  expect(readFileSync(target, 'utf8')).toContain('"preferCSSPageSize":true')
  await outside.page.printEnds({ id: 1, success: false, reason: 'out of memory' })
  expect(await desktopOf(page).savePdf('公示表.pdf')).toEqual({ kind: 'failed', reason: 'PDF 没有生成，没有留下文件，请重试。' })
  expect([await desktopOf(page).savePdf('公示表.pdf'), readdirSync(home).filter((name) => name.includes('part'))]).toEqual([{ kind: 'cancelled' }, []])
})

test('a notice of the system brings the window back', async () => {
  const { program, outside, page } = await started()
  desktopOf(page).notify({ title: '3 项任务今天到期', body: '请到工作台查看。' })
  await until(async () => (await outside.look()).notices.length === 1)
  expect((await outside.look()).notices).toEqual([{ title: '3 项任务今天到期', body: '请到工作台查看。' }])
  await outside.window.minimise(1)
  await outside.clickNotice(0)
  expect(await window(program)).toMatchObject({ isMinimised: false, focused: 1 })
})

describe('the window', () => {
  test('the menu speaks Chinese and leaves the page its keys', async () => {
    const { outside } = await started()
    expect((await outside.look()).menu).toEqual([
      '文件', '文件 › 立即锁定 CmdOrCtrl+Shift+L', '文件 › 打印…… CmdOrCtrl+P', '文件 › separator', '文件 › 退出 (quit)',
      '编辑', '编辑 › 撤销 (undo)', '编辑 › 重做 (redo)', '编辑 › separator', '编辑 › 剪切 (cut)', '编辑 › 复制 (copy)', '编辑 › 粘贴 (paste)', '编辑 › separator', '编辑 › 全选 (selectAll)',
      '查看', '查看 › 放大 CmdOrCtrl+=', '查看 › 放大 CmdOrCtrl+Plus', '查看 › 缩小 CmdOrCtrl+-', '查看 › 实际大小 CmdOrCtrl+0', '查看 › separator', '查看 › 全屏 (togglefullscreen)', '查看 › separator', '查看 › 开发者工具 (toggleDevTools)',
      '帮助 (help)', '帮助 › 关于本程序',
    ])
    await outside.clickMenu('关于本程序')
    expect((await outside.look()).dialogs).toMatchObject([{ kind: 'message', message: '乡镇模块化运行平台', detail: expect.stringMatching(/^版本 \d+\.\d+\.\d+\n/) }])
  })

  test('it zooms from 100 to 150 %, by menu and wheel, and no further', async () => {
    const { program, outside } = await started()
    const zooms: number[] = []
    const look = async () => zooms.push((await window(program)).zoom)
    await outside.clickMenu('缩小')
    await look()
    for (let step = 0; step < 7; step += 1) {
      await outside.window.wheelZoom({ id: 1, direction: 'in' })
      await look()
    }
    await outside.clickMenu('缩小')
    await look()
    await outside.clickMenu('实际大小')
    await look()
    expect(zooms).toEqual([1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.5, 1.5, 1.4, 1])
  })

  test('it opens where it was left, as large, as high and as near', async () => {
    const home = newHome()
    const first = await started(home, { workAreas: [laptop, beamer] })
    expect(await window(first.program)).toMatchObject({ bounds: { x: 0, y: 0, width: 1366, height: 728 }, isMaximised: false, isVisible: true, zoom: 1 })
    await first.outside.window.move({ id: 1, bounds: { x: 1500, y: 60, width: 1400, height: 900 } })
    await first.outside.window.maximise(1)
    await first.outside.window.wheelZoom({ id: 1, direction: 'in' })
    expect(await closeWindow(first.program)).toBe(0)
    const second = await started(home, { workAreas: [laptop, beamer] })
    expect(await window(second.program)).toMatchObject({ bounds: { x: 1500, y: 60, width: 1400, height: 900 }, isMaximised: true, zoom: 1.1 })
    await closeWindow(second.program)
    const third = await started(home, { workAreas: [laptop] })
    expect(await window(third.program)).toMatchObject({ bounds: { x: 0, y: 0, width: 1366, height: 728 } })
  })

  test('a state that cannot be written keeps nobody from closing', async () => {
    const { program, outside } = await started()
    const { userData } = await outside.look()
    mkdirSync(path.join(userData, 'window.json.part'))
    expect([await closeWindow(program), program.errors()]).toEqual([0, ''])
    expect(existsSync(path.join(userData, 'window.json'))).toBe(false)
  })

  test('a second start while the first one is ending finds no window to bring to the front, and breaks nothing', async () => {
    const { program, home } = await started()
    const end = closeWindow(program)
    startProgram(home)
    expect([await end, program.errors()]).toEqual([0, ''])
  })

  test('a second start brings the first window to the front and ends', async () => {
    const { program, outside, home } = await started()
    await outside.window.minimise(1)
    const second = startProgram(home)
    expect([await second.exited, second.errors()]).toEqual([0, ''])
    await until(async () => (await window(program)).focused === 1)
    expect(await window(program)).toMatchObject({ isMinimised: false, isVisible: true })
  })

  test('a page whose process dies is loaded anew and the user told; one that keeps dying is left', async () => {
    const { program, outside } = await started()
    for (let death = 1; death <= 3; death += 1) {
      const next = program.nextPage()
      await outside.page.lose({ id: 1, reason: 'crashed' })
      expect((await next).url).toBe('app://main/index.html')
      expect((await outside.look()).dialogs).toHaveLength(death)
    }
    await outside.page.lose({ id: 1, reason: 'crashed' })
    expect((await outside.look()).dialogs).toEqual(Array.from({ length: 3 }, () => ({ kind: 'message', type: 'warning', message: '页面意外停止，已重新载入。', detail: '已保存的数据不受影响，请重新登录后继续。' })))
  })
})

describe('where the files lie', () => {
  test.each<[string, Readonly<Record<string, string>>, boolean, string, string]>([
    ['in a folder of the user', {}, true, 'appData/township-modules', 'appData/township-modules/data'],
    ['beside a portable program', { PORTABLE_EXECUTABLE_DIR: 'stick' }, true, 'stick/township-data', 'stick/township-data/data'],
    ['in the project, when started from it', { TOWNSHIP_DATA: 'project' }, false, 'project/electron', 'project/township'],
    ['a packaged program is not sent elsewhere', { TOWNSHIP_DATA: 'project' }, true, 'appData/township-modules', 'appData/township-modules/data'],
  ])('%s', async (_, environment, isPackaged, user, data) => {
    const home = newHome()
    for (const [name, folder] of Object.entries(environment)) vi.stubEnv(name, path.join(home, folder))
    onTestFinished(() => void vi.unstubAllEnvs())
    const { outside } = await started(home, { isPackaged })
    await until(async () => (await outside.look()).utilities.length > 0)
    const { userData, utilities } = await outside.look()
    expect([userData, utilities[0]?.args]).toEqual([path.join(home, user), [`--data=${path.join(home, data)}`]])
  })

  test('where a test says', async () => {
    const { outside, home } = await started(newHome(), { argv: ['--user-data-dir=/somewhere'] })
    expect((await outside.look()).userData).toBe(path.join(home, 'appData', '乡镇模块化运行平台'))
  })
})
