/** What is packed: all the program needs, nothing else; and it runs from there alone. */
import asar from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appRoot } from '../electron/app-root.ts'
import { packaging } from './electron-builder.config.ts'
import { clientOver, newHome, openPort, startProgram } from './electron-stand-in/program.testing.ts'

/** The byte `1`: how a fuse stands in the program that is on. */
const burntOn = 0x31

const folder = mkdtempSync(path.join(tmpdir(), 'township-packed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function pack(name: string, ...args: readonly string[]): string {
  const out = path.join(folder, name)
  const { status, stderr, stdout } = spawnSync(process.execPath, [path.join(appRoot, 'build', 'package.ts'), '--dir', '--linux', '--stand-in', '--out', out, ...args], { cwd: appRoot, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  const [unpacked] = readdirSync(out).filter((entry) => entry.endsWith('unpacked'))
  return path.join(out, unpacked ?? '')
}

/** The files inside, with forward slashes. */
function filesIn(archive: string): readonly string[] {
  return asar
    .listPackage(archive, { isPack: false })
    .filter((file) => !('files' in asar.statFile(archive, file.slice(1))))
    .map((file) => file.slice(1).replaceAll(path.sep, '/'))
    .sort()
}

function filesUnder(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(path.join(root, file)).isFile()).sort()
}

describe('a folder for Linux', () => {
  let packed: string
  let archive: string
  let files: readonly string[]
  beforeAll(() => {
    packed = pack('x64', '--x64')
    archive = path.join(packed, 'resources', 'app.asar')
    files = filesIn(archive)
  })

  test('holds the sealed archive and the driver’s binary beside it, for this platform alone', () => {
    expect(readdirSync(packed).sort()).toEqual(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'locales', 'resources', 'township-modules', 'version'])
    expect(filesUnder(path.join(packed, 'resources'))).toEqual(['app.asar', 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(readdirSync(path.join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('holds every file that is read at run time, and no other', () => {
    const isDriver = (file: string) => file.startsWith('node_modules/')
    const isBuilt = (file: string) => file.startsWith('out/')
    const built = ['main', 'preload', 'renderer'].flatMap((part) => filesUnder(path.join(appRoot, 'out', part)).map((file) => `out/${part}/${file}`))
    const read = ['electron/db/migrations', 'resources/calendar', 'resources/demo', 'resources/documents', 'resources/help', 'resources/layouts', 'resources/registers'].flatMap((part) => filesUnder(path.join(appRoot, part)).filter((file) => !file.startsWith('meta')).map((file) => `${part}/${file}`))
    expect(files.filter(isBuilt)).toEqual(built.sort())
    expect(files.filter((file) => !isDriver(file) && !isBuilt(file))).toEqual(['LICENSE', 'package.json', 'resources/icons/256.png', ...read].sort())
    expect(files.filter((file) => isDriver(file) && !/^node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/.*\.js|prebuilds\/.*)$/.test(file))).toEqual([])
    expect(files.filter((file) => file.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
  })

  test('holds no source, test, map, key or data', () => {
    expect(files.filter((file) => /\.(tsx?|map|db|key|pem|p12|env)$|\.test\.|keys\.json/.test(file))).toEqual([])
  })

  test('is small: the program below 30 MB', () => {
    expect(statSync(archive).size).toBeLessThan(30 * 1024 * 1024)
  })

  test('its package.json says who it is, and nothing of how it was built', () => {
    const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(asar.extractFile(archive, 'package.json').toString()))
    expect(manifest).toMatchObject({ name: 'township-modules', productName: '乡镇模块化运行平台', main: 'out/main/index.js', type: 'module' })
    expect(['scripts', 'devDependencies', 'build'].filter((name) => name in manifest)).toEqual([])
  })

  test('has its fuses burnt', async () => {
    const wire = await getCurrentFuseWire(path.join(packed, 'township-modules'))
    const burnt = Object.entries(FuseV1Options).flatMap(([name, place]) => (typeof place === 'number' ? [[name, wire[place] === burntOn]] : []))
    expect(Object.fromEntries(burnt)).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableCookieEncryption: true,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    })
  })

  test('runs from the archive alone: the demo township is made, a roster read, a workbook written', async () => {
    const program = path.join(newHome(), 'program')
    asar.extractAll(archive, program)
    const running = startProgram(newHome(), { program, isPackaged: true })
    const page = await running.page()
    expect(page.fault).toBeNull()
    const client = clientOver(await openPort(page))
    const accounts: { readonly name: string; readonly roles: readonly string[]; readonly password: string }[] = []
    for await (const event of await client.door.createDemo({})) if (event.kind === 'done') accounts.push(...event.accounts)
    const inspector = accounts.find(({ roles }) => roles.includes('inspector'))
    if (inspector === undefined) throw new Error('nobody to export')
    const password = 'xiangzhen-2026-ok'
    await client.session.login({ kind: 'account', name: inspector.name, password: inspector.password })
    await client.session.changePassword({ current: inspector.password, next: password })
    const roster = new File([new Uint8Array(readFileSync(path.join(appRoot, 'electron', 'workbooks', 'imports', 'fixtures', 'roster-1.xlsx')))], 'roster-1.xlsx')
    const preview = await client.imports.preview({ file: roster, kind: 'staff', asOf: '2026-01-01' })
    expect(preview.rows.length).toBeGreaterThan(10)
    const { file } = await client.exports.run({ workbook: 'roster', period: '2026Q2', copy: 'working' })
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 2).toString('latin1')).toBe('PK')
    expect(running.errors()).toBe('')
  })
})

test('for another processor the binary of that processor is packed', () => {
  const archive = path.join(pack('arm64', '--arm64'), 'resources', 'app.asar')
  expect(filesIn(archive).filter((file) => file.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-arm64.node'])
})

test('the driver has a binary for every platform that is packed for', () => {
  const targets = z.object({ target: z.array(z.object({ arch: z.array(z.string()) })) })
  const binaries = (platform: string, options: unknown) => targets.parse(options).target.flatMap(({ arch }) => arch.map((each) => `${platform}-${each}.node`))
  const needed = [...binaries('win32', packaging.win), ...binaries('linux', packaging.linux), ...binaries('darwin', packaging.mac)]
  const there = readdirSync(path.join(appRoot, 'node_modules', 'better-sqlite3', 'prebuilds'))
  expect([...new Set(needed)].filter((name) => !there.includes(name))).toEqual([])
  expect(new Set(needed).size).toBe(6)
  const patterns = z.object({ files: z.array(z.object({ filter: z.array(z.string()) })) })
  expect([packaging.win, packaging.linux, packaging.mac].flatMap((options) => patterns.parse(options).files.flatMap(({ filter }) => filter))).toEqual(['win32-${arch}.node', 'linux-${arch}.node', 'darwin-${arch}.node'])
})
