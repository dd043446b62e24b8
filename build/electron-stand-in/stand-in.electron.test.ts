/** The stand-in refuses what Electron refuses: a program that passes here has not passed by its leave. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { newHome, startProgram } from './program.testing.ts'

/** A program of a few lines. */
function programOf(files: Readonly<Record<string, string>>): { readonly home: string; readonly program: string } {
  const home = newHome()
  const program = path.join(home, 'program')
  mkdirSync(program)
  writeFileSync(path.join(program, 'package.json'), JSON.stringify({ productName: 'x', version: '1.0.0', type: 'module', main: 'main.js' }))
  for (const [name, source] of Object.entries(files)) writeFileSync(path.join(program, name), source)
  return { home, program }
}

/** What the program says when it ends by itself: `print` in main gives it. */
async function saidBy(files: Readonly<Record<string, string>>): Promise<string> {
  const { home, program } = programOf(files)
  const running = startProgram(home, { program })
  await running.exited
  return running.errors()
}

const ready = (lines: string, names = '') => `import { app, BrowserWindow, MessageChannelMain, ipcMain, protocol, session, utilityProcess ${names} } from 'electron'
import path from 'node:path'
await app.whenReady()
try { ${lines} } catch (error) { process.stderr.write(String(error)) }
await new Promise((resolve) => setTimeout(resolve, 200))
process.exit(0)`

const early = (lines: string) => `import { BrowserWindow, session, utilityProcess } from 'electron'
try { ${lines} } catch (error) { process.stderr.write(String(error)) }
process.exit(0)`

const fork = (name: string) => `utilityProcess.fork(path.join(app.getAppPath(), '${name}'), [], { stdio: 'inherit' })`

describe('in main', () => {
  test.each([
    ['a window before the app is ready', early('new BrowserWindow()'), 'Cannot create BrowserWindow before app is ready'],
    ['a process before the app is ready', early("utilityProcess.fork('/x.js')"), 'utilityProcess cannot be created before app is ready'],
    ['a session before the app is ready', early("session.fromPartition('x')"), 'Session can only be received before app is ready'],
    ['a scheme made privileged afterwards', ready('protocol.registerSchemesAsPrivileged([])'), 'before app is ready'],
    ['a second handler of a channel', ready("ipcMain.handle('x', () => 1); ipcMain.handle('x', () => 2)"), "Attempted to register a second handler for 'x'"],
    ['a preload by a relative path', ready("new BrowserWindow({ webPreferences: { preload: 'preload.js' } })"), 'preload must be an absolute path'],
    ['a module that is not there', ready(fork('none.js')), 'ENOENT'],
    ['a port inside a message', ready('const { port1, port2 } = new MessageChannelMain(); port1.postMessage({ port2 })'), 'An object could not be cloned.'],
    ['a Blob in a message', ready("new MessageChannelMain().port1.postMessage({ deep: [new Blob(['x'])] })"), 'An object could not be cloned.'],
    ['a function in a message', ready('new MessageChannelMain().port1.postMessage([() => 1])'), 'An object could not be cloned.'],
    ['a port handed on twice', ready('const { port1 } = new MessageChannelMain(); const other = new MessageChannelMain(); other.port1.postMessage(null, [port1]); other.port1.postMessage(null, [port1])'), 'a port can be handed on only once'],
    ['a part of Electron the program does not use', ready('', ', shell'), "does not provide an export named 'shell'"],
  ])('%s', async (_, source, said) => {
    expect(await saidBy({ 'main.js': source })).toContain(said)
  })
})

describe('in a utility process', () => {
  test.each(['safeStorage', 'BrowserWindow', 'app', 'dialog', 'utilityProcess', 'ipcMain'])('%s is not there', async (name) => {
    const main = `import { app, utilityProcess } from 'electron'
import path from 'node:path'
await app.whenReady()
${fork('utility.js')}.on('exit', () => setTimeout(() => process.exit(0), 50))`
    expect(await saidBy({ 'main.js': main, 'utility.js': `import { ${name} } from 'electron'\nprocess.stderr.write(String(${name}))` })).toContain(`does not provide an export named '${name}'`)
  })

  test('messages wait for a listener, ports for their start, and the heap has its limit', async () => {
    const main = `import { app, MessageChannelMain, utilityProcess } from 'electron'
import path from 'node:path'
await app.whenReady()
const child = utilityProcess.fork(path.join(app.getAppPath(), 'utility.js'), ['--given'], { stdio: 'inherit', execArgv: ['--js-flags=--max-old-space-size=32'] })
const { port1, port2 } = new MessageChannelMain()
const heard = []
port1.on('message', ({ data }) => heard.push(data))
child.postMessage({ kind: 'port' }, [port2])
child.on('message', (data) => { heard.push(data); setTimeout(() => port1.start(), 100) })
child.on('error', (type) => heard.push(type))
child.on('exit', () => { process.stderr.write(JSON.stringify(heard)); process.exit(0) })`
    const utility = `await new Promise((resolve) => setTimeout(resolve, 100))
process.parentPort.on('message', ({ data, ports: [port] }) => {
  port.postMessage(process.argv.slice(2))
  process.parentPort.postMessage(data)
  setTimeout(() => { const all = []; for (;;) all.push(new Array(1e5).fill({})) }, 400)
})`
    expect(await saidBy({ 'main.js': main, 'utility.js': utility })).toContain('[{"kind":"port"},["--given"],"FatalError"]')
  })
})

describe('in a page', () => {
  const main = `import { app, BrowserWindow, protocol, session } from 'electron'
import path from 'node:path'
await app.whenReady()
protocol.handle('app', () => new Response('page'))
new BrowserWindow({ webPreferences: { preload: path.join(app.getAppPath(), 'preload.cjs') } }).loadURL('app://main/')`

  test.each([
    ['Node’s files', "require('fs')", 'module not found: fs'],
    ['Node’s process', 'process.exit(1)', 'process is not defined'],
    ['main’s part of Electron', "require('electron').app.quit()", 'Cannot read properties of undefined'],
    ['exposing twice', "const { contextBridge: b } = require('electron'); b.exposeInMainWorld('x', {}); b.exposeInMainWorld('x', {})", 'Cannot bind an API on top of an existing property'],
    ['a symbol over the bridge', "require('electron').contextBridge.exposeInMainWorld('x', { y: Symbol('z') })", 'a symbol cannot pass the context bridge'],
    ['a function in a message', "require('electron').ipcRenderer.send('x', () => 1)", 'An object could not be cloned.'],
  ])('%s', async (_, preload, said) => {
    const { home, program } = programOf({ 'main.js': main, 'preload.cjs': preload })
    expect((await startProgram(home, { program }).page()).fault).toContain(said)
  })

  test('a call to nobody fails, and what an unguarded program would grant is granted', async () => {
    const { home, program } = programOf({ 'main.js': main, 'preload.cjs': '' })
    const { outside, page } = startProgram(home, { program })
    await expect((await page()).invoke('x', [])).rejects.toThrow("No handler registered for 'x'")
    expect({
      permission: await outside.page.permissions({ id: 1, names: ['media'] }),
      window: await outside.page.open({ id: 1, url: 'https://evil.example/' }),
      webview: await outside.page.attachWebview({ id: 1, src: 'https://evil.example/' }),
      download: await outside.page.download({ id: 1, url: 'https://evil.example/' }),
      navigation: await outside.page.go({ id: 1, url: 'app://evil/' }),
    }).toEqual({ permission: [{ requested: true, checked: true, device: true, display: false }], window: 'allow', webview: true, download: true, navigation: 'committed' })
  })
})
