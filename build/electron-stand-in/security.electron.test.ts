/** The points of Electron's security guide that apply, each on the program as built, with the violation tried. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { appRoot } from '../../electron/app-root.ts'
import { desktopChannels } from '../../shared/contract/desktop.ts'
import { contentSecurityPolicy } from '../../shared/contract/page-policy.ts'
import { fuses } from '../fuses.ts'
import type { StandIn } from './launch.ts'
import { desktopOf, newHome, openPort, startProgram } from './program.testing.ts'

const evil = 'https://evil.example/'
const own = 'app://main/index.html'

async function started(): Promise<StandIn> {
  const program = startProgram(newHome())
  await program.page()
  return program
}

test('1 only secure content: the page comes from app:// and can load from nowhere else', async () => {
  const { outside } = await started()
  const tried = [evil, 'http://evil.example/', 'ws://evil.example/', 'file:///etc/passwd', 'ftp://evil.example/']
  expect((await outside.look()).windows.map(({ url }) => url)).toEqual([own])
  expect(await Promise.all(tried.map(async (url) => (await outside.page.request({ id: 1, url })).refusal))).toEqual(tried.map(() => 'net::ERR_BLOCKED_BY_CLIENT'))
})

test('2, 3, 4, 6, 8, 9, 10 the window: no Node, a world and a sandbox of its own, web security on, nothing experimental', async () => {
  const { outside } = await started()
  const { isSandboxed, windows } = await outside.look()
  const { preload, ...preferences } = windows[0]?.preferences ?? {}
  expect(preload).toBe(path.join(appRoot, 'out', 'preload', 'index.cjs'))
  expect({ isSandboxed, ...preferences }).toEqual({
    isSandboxed: true,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    plugins: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    webgl: false,
    devTools: true,
  })
})

test('the packaged program has no developer tools', async () => {
  const program = startProgram(newHome(), { isPackaged: true })
  await program.page()
  const { menu, windows } = await program.outside.look()
  expect([windows[0]?.preferences['devTools'], menu.filter((item) => item.includes('开发者工具'))]).toEqual([false, []])
})

test('4 the preload is one CommonJS file that asks for nothing but Electron', () => {
  const folder = path.join(appRoot, 'out', 'preload')
  const source = readFileSync(path.join(folder, 'index.cjs'), 'utf8')
  expect([readdirSync(folder), [...source.matchAll(/require\(([^)]*)\)/g)].map(([, what]) => what)]).toEqual([['index.cjs'], ['"electron"']])
})

test('5 no permission, device, screen or download is granted, in any session', async () => {
  const { outside } = await started()
  const names = ['media', 'geolocation', 'notifications', 'clipboard-read', 'clipboard-sanitized-write', 'fullscreen', 'openExternal', 'usb', 'serial', 'hid', 'local-fonts', 'idle-detection', 'unknown']
  const denied = { requested: false, checked: false, device: false, display: false }
  expect(await outside.page.permissions({ id: 1, names })).toEqual(names.map(() => denied))
  expect(await outside.page.permissionsElsewhere({ partition: 'persist:other', name: 'media' })).toEqual(denied)
  expect(await outside.page.download({ id: 1, url: 'blob:app://main/1' })).toBe(false)
})

test('7 the policy stands on every answer, also on refusals', async () => {
  const { outside } = await started()
  const asked = [own, 'app://main/', `app://main/${assetName()}`, 'app://main/none.js', 'app://other/index.html', 'app://main/%']
  const answers = await Promise.all(asked.map((url) => outside.page.request({ id: 1, url })))
  expect(answers.map(({ status, headers }) => [status, headers['content-security-policy'], headers['x-content-type-options']])).toEqual([200, 200, 200, 404, 403, 404].map((status) => [status, contentSecurityPolicy, 'nosniff']))
  expect(contentSecurityPolicy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
})

test('11, 12 no webview is attached', async () => {
  const { outside } = await started()
  expect(await outside.page.attachWebview({ id: 1, src: own })).toBe(false)
})

test('13 the page goes nowhere: only a reload of itself is let through', async () => {
  const { outside } = await started()
  const gone = (url: string, more = {}) => outside.page.go({ id: 1, url, ...more })
  const refused = [evil, 'http://127.0.0.1:5173/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:alert(1)', 'about:blank', 'app://main/assets/', 'app://main/gallery.html', 'app://other/index.html', 'app://main.evil.example/index.html', 'app://user@main/index.html', `${own}?next=1`]
  for (const url of refused) expect([url, await gone(url)]).toEqual([url, 'prevented'])
  expect(await gone(own, { isMainFrame: false })).toBe('prevented')
  expect(await gone(own, { redirect: evil })).toBe('prevented')
  expect((await outside.look()).windows.map(({ url }) => url)).toEqual([own])
  expect([await gone(own), await gone(`${own}#/tasks`)]).toEqual(['committed', 'committed'])
})

test('14 no window opens', async () => {
  const { outside } = await started()
  for (const url of [evil, own, 'about:blank']) expect([url, await outside.page.open({ id: 1, url })]).toEqual([url, 'deny'])
  expect((await outside.look()).windows).toHaveLength(1)
})

test('15, 20 the program never opens anything outside, and the page gets functions alone, no part of Electron', async () => {
  const program = startProgram(newHome())
  const page = await program.page()
  expect(mainSource()).not.toMatch(/\bshell\b[^\n]*from "electron"|openExternal|openPath/)
  expect([...page.exposed.keys()]).toEqual(['desktop'])
  expect(Object.entries(desktopOf(page)).map(([name, value]) => `${name} ${typeof value}`)).toEqual(['openFile', 'openFiles', 'saveFile', 'saveLarge', 'print', 'savePdf', 'notify', 'onLock', 'requestPort'].map((name) => `${name} function`))
  const heard: unknown[][] = []
  desktopOf(page).onLock((...args: unknown[]) => void heard.push(args))
  await program.outside.power('lock-screen')
  await expect.poll(() => heard).toEqual([[]])
})

test('16 Electron is the version that was decided on, exactly', () => {
  const manifest: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(readFileSync(path.join(appRoot, 'package.json'), 'utf8'))
  expect(manifest.devDependencies['electron']).toMatch(/^45\.\d+\.\d+$/)
})

test('17 whoever is not the page of the window is not heard', async () => {
  const program = await started()
  const page = await program.page()
  const forged = [{ frame: own }, { frame: evil }, 'gone'] as const
  const calls = [
    [desktopChannels.openFile, [{ title: '打开', accept: [] }]],
    [desktopChannels.openFiles, [{ title: '打开', accept: [] }]],
    [desktopChannels.saveFile, [{ suggestedName: 'a.txt', bytes: new Uint8Array(1) }]],
    [desktopChannels.beginSave, ['a.twbak']],
    [desktopChannels.writeSave, [{ id: '0190f5c0-0000-7000-8000-000000000000', bytes: new Uint8Array(1) }]],
    [desktopChannels.endSave, [{ id: '0190f5c0-0000-7000-8000-000000000000', isWhole: true }]],
    [desktopChannels.print, []],
    [desktopChannels.savePdf, ['x.pdf']],
  ] as const
  for (const speaker of forged) {
    page.send(desktopChannels.notify, [{ title: '标题', body: '内容' }], speaker)
    page.send(desktopChannels.requestPort, [], speaker)
    for (const [channel, args] of calls) await expect(page.invoke(channel, args, speaker)).rejects.toThrow('refused: not the page of this window')
  }
  for (const url of [evil, 'app://main/gallery.html', 'app://main.evil.example/index.html', 'file:///index.html']) {
    await program.outside.page.takeOver({ id: 1, url })
    page.send(desktopChannels.requestPort, [])
    await expect(page.invoke(desktopChannels.print, [])).rejects.toThrow('refused')
  }
  const { dialogs, notices, windows } = await program.outside.look()
  expect([dialogs, notices, windows[0]?.prints, page.messages.listenerCount('message'), page.received]).toEqual([[], [], [], 0, 0])
  await program.outside.page.takeOver({ id: 1, url: own })
  await openPort(page)
  expect(page.received).toBe(1)
})

test('17 what does not keep to the contract is refused, whoever says it', async () => {
  const program = await started()
  const page = await program.page()
  const wrong = [
    [desktopChannels.openFile, [{ title: 1, accept: [] }]],
    [desktopChannels.openFile, [{ title: 'x', accept: [{ label: 'x', extensions: ['../../etc'] }] }]],
    [desktopChannels.openFile, []],
    [desktopChannels.openFiles, [{ title: 'x', accept: [{ label: 'x', extensions: ['../../etc'] }] }]],
    [desktopChannels.saveFile, [{ suggestedName: 'a', bytes: 'text' }]],
    [desktopChannels.saveFile, [{ suggestedName: '', bytes: new Uint8Array(1) }]],
    [desktopChannels.beginSave, ['']],
    [desktopChannels.writeSave, [{ id: '../a', bytes: new Uint8Array(1) }]],
    [desktopChannels.endSave, [{ id: '0190f5c0-0000-7000-8000-000000000000' }]],
    ['desktop:run', ['rm']],
  ] as const
  page.send(desktopChannels.notify, [{ title: 'x'.repeat(101), body: '' }])
  page.send(desktopChannels.notify, ['x'])
  for (const [channel, args] of wrong) await expect(page.invoke(channel, args)).rejects.toThrow('Error invoking remote method')
  const { dialogs, notices } = await program.outside.look()
  expect([dialogs, notices]).toEqual([[], []])
})

test('18 app:// serves the built page, and nothing outside its folder', async () => {
  const { outside } = await started()
  const { schemes } = await outside.look()
  expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
  const status = async (url: string, method = 'GET') => (await outside.page.request({ id: 1, url, method })).status
  const escapes = ['%2e%2e/main/index.js', '..%2fmain%2findex.js', '%2e%2e%2f%2e%2e%2fpackage.json', '..%5cmain%5cindex.js', 'assets/..%2f..%2f..%2fpackage.json', '%2fetc%2fpasswd', '%00index.html', 'index.html%00.js', 'C:%5cWindows%5cwin.ini', '%252e%252e/package.json', '.', 'assets', 'assets/', '%E0%A4%A']
  for (const name of escapes) expect([name, await status(`app://main/${name}`)]).toEqual([name, name === '.' ? 200 : 404])
  for (const method of ['POST', 'PUT', 'DELETE']) expect([method, await status(own, method)]).toEqual([method, 405])
  const [page, script] = await Promise.all([own, `app://main/${assetName()}`].map((url) => outside.page.request({ id: 1, url })))
  expect([page?.headers['content-type'], script?.headers['content-type']]).toEqual(['text/html; charset=utf-8', 'text/javascript; charset=utf-8'])
  expect(page?.body).toBe(readFileSync(path.join(appRoot, 'out', 'renderer', 'index.html'), 'utf8'))
})

test('19 the fuses', () => {
  expect(fuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('the window keeps nothing on the disk: its session lives in memory and fetches no dictionary', async () => {
  const { outside } = await started()
  const { partitions, isSpelling } = await outside.look()
  expect([partitions.map((name) => name.startsWith('persist:')), isSpelling]).toEqual([[false], false])
})

test('the program starts and ends without a word on stderr', async () => {
  const program = await started()
  void program.outside.quit().catch(() => undefined)
  expect([await program.exited, program.errors()]).toEqual([0, ''])
})

/** A script of the built page, as its address names it. */
function assetName(): string {
  const name = readdirSync(path.join(appRoot, 'out', 'renderer', 'assets')).find((file) => file.endsWith('.js'))
  return `assets/${name ?? ''}`
}

function mainSource(): string {
  return readFileSync(path.join(appRoot, 'out', 'main', 'index.js'), 'utf8')
}
