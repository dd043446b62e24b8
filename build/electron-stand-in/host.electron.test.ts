/** The real host, its database and its workers, behind the program as built. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { appRoot } from '../../electron/app-root.ts'
import type { StandIn } from './launch.ts'
import { clientOver, closed, desktopOf, newHome, openPort, startProgram, until, type TownshipClient } from './program.testing.ts'

const administrator = { name: 'guanli', password: 'xiangzhen-2026-ok' }
const roster = path.join(appRoot, 'electron', 'workbooks', 'imports', 'fixtures', 'roster-1.xlsx')

async function started() {
  const home = newHome()
  const program = startProgram(home)
  const page = await program.page()
  const port = await openPort(page)
  const { userData } = await program.outside.look()
  return { program, outside: program.outside, page, port, client: clientOver(port), data: path.join(userData, 'data'), log: path.join(userData, 'logs', 'host.log') }
}

/** A new township, its maker logged in. */
function makeTownship(client: TownshipClient) {
  return client.door.create({
    township: { name: '清溪镇', kind: 'town', county: '临江县', reportingUnit: '清溪镇党政办' },
    year: 2026,
    modules: ['大党建', '大治理', '大服务'].map((name, place) => ({ code: `m${place}`, name, alias: null, colour: '#1f4e8c', office: null })),
    administrator,
  })
}

function login(client: TownshipClient) {
  return client.session.login({ kind: 'account', ...administrator })
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)),
  )
}

async function utilitiesOf(program: StandIn) {
  return (await program.outside.look()).utilities
}

/** The process of the host; waits for one that is on its way. */
async function hostOf(program: StandIn, other = 0): Promise<number> {
  const find = async () => (await utilitiesOf(program)).find(({ pid, serviceName }) => serviceName === 'township host' && pid !== other)?.pid ?? 0
  await until(async () => (await find()) !== 0)
  return find()
}

describe('the way from the page to the data', () => {
  test('the page’s port reaches the host: a township is made, and its files lie in the data folder', async () => {
    const { client, data } = await started()
    expect(await client.door.status({})).toEqual({ state: 'empty' })
    expect((await makeTownship(client)).recoveryKey).toMatch(/^([A-Z2-9]{4}-){7}[A-Z2-9]{4}$/)
    expect(await client.door.status({})).toEqual({ state: 'open' })
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['anchor.json', 'host.lock', 'keys.json', 'township.db']))
    expect((await client.session.me({})).township.name).toBe('清溪镇')
  })

  test('every port is a connection of its own: another one is not logged in, nor is a page after a reload', async () => {
    const { program, outside, page, port, client } = await started()
    await makeTownship(client)
    expect(await codeOf(clientOver(await openPort(page)).session.me({}))).toBe('session_required')
    const lost = closed(port)
    const next = program.nextPage()
    await outside.page.go({ id: 1, url: 'app://main/index.html' })
    await lost
    expect(await codeOf(clientOver(await openPort(await next)).session.me({}))).toBe('session_required')
  })
})

describe('locked is locked', () => {
  test('the screen, the sleep and the menu end the session at once and the page a second later', async () => {
    const { program, outside, ...first } = await started()
    await makeTownship(first.client)
    let { page, client } = first
    for (const how of ['lock-screen', 'suspend', 'menu'] as const) {
      let told = 0
      const unheard = desktopOf(page).onLock(() => (told += 100))
      unheard()
      desktopOf(page).onLock(() => (told += 1))
      const next = program.nextPage()
      if (how === 'menu') await outside.clickMenu('立即锁定')
      else await outside.power(how)
      await until(() => told > 0)
      expect([how, told, page.isGone, await codeOf(client.session.me({}))]).toEqual([how, 1, false, 'session_required'])
      const anew = await next
      expect([how, page.isGone, anew.url]).toEqual([how, true, 'app://main/index.html'])
      page = anew
      client = clientOver(await openPort(page))
      expect([how, await codeOf(client.session.me({})), (await login(client)).name]).toEqual([how, 'session_required', administrator.name])
    }
  })

  test('a page that reloads by itself is not loaded twice', async () => {
    const { program, outside, page } = await started()
    desktopOf(page).onLock(() => void outside.page.go({ id: 1, url: 'app://main/index.html' }))
    const next = program.nextPage()
    await outside.power('lock-screen')
    const anew = await next
    await wait(1_500)
    expect([page.isGone, anew.isGone]).toEqual([true, false])
  })

  test.runIf(process.platform === 'linux')('where the system tells no lock it is asked', async () => {
    const { program, outside } = await started()
    const next = program.nextPage()
    await outside.idleState('locked')
    expect((await next).url).toBe('app://main/index.html')
  })
})

describe('a host that dies', () => {
  test('is started again, the user told, and what was saved is there', async () => {
    const { program, outside, page, port, client } = await started()
    await makeTownship(client)
    const first = await hostOf(program)
    const lost = closed(port)
    await outside.killUtility(first)
    await lost
    await hostOf(program, first)
    expect((await outside.look()).dialogs).toMatchObject([{ kind: 'message', type: 'warning', message: '数据服务意外中断，已自动重新启动。' }])
    const again = clientOver(await openPort(page))
    expect(await again.door.status({})).toEqual({ state: 'locked' })
    expect((await login(again)).township.name).toBe('清溪镇')
  })

  test('again and again stays down: the user is told where the log is, and the program ends', async () => {
    const { program, outside } = await started()
    for (let pid = 0, death = 1; death <= 3; death += 1) {
      pid = await hostOf(program, pid)
      await outside.killUtility(pid)
      await until(async () => (await outside.look()).dialogs.length === death)
    }
    expect((await outside.look()).dialogs).toHaveLength(3)
    const dialogs = outside.nextDialog()
    await outside.killUtility(await hostOf(program))
    expect(await dialogs).toMatchObject({ kind: 'message', type: 'error', message: '数据服务连续中断，程序将退出。', detail: expect.stringContaining(path.join('logs', 'host.log')) })
    expect([await program.exited, program.errors()]).toEqual([0, ''])
  })
})

describe('workers', () => {
  test('a roster is read in a process of its own, which is gone afterwards', async () => {
    const { program, client } = await started()
    await makeTownship(client)
    const seen = new Map<number, { readonly args: readonly string[]; readonly execArgv: readonly string[] }>()
    const watch = setInterval(() => void utilitiesOf(program).then((all) => all.forEach((each) => seen.set(each.pid, each))).catch(() => undefined), 5)
    const { headerRow, rows } = await client.imports.preview({ file: new File([new Uint8Array(readFileSync(roster))], 'roster-1.xlsx'), kind: 'staff', asOf: '2026-01-01' })
    clearInterval(watch)
    expect([headerRow > 0, rows.length > 10]).toEqual([true, true])
    const workers = [...seen.values()].filter(({ args }) => args.includes('--entry=parse-worker'))
    expect(workers.map(({ execArgv }) => execArgv)).toEqual([[expect.stringMatching(/^--js-flags=--max-semi-space-size=2 --max-old-space-size=\d+$/)]])
    await until(async () => (await utilitiesOf(program)).length === 1)
  })

  test('they go with the host that asked for them', async () => {
    const { program, outside, client } = await started()
    await makeTownship(client)
    const file = new File([new Uint8Array(readFileSync(roster))], 'roster-1.xlsx')
    const cut = codeOf(client.imports.preview({ file, kind: 'staff', asOf: '2026-01-01' }))
    await until(async () => (await utilitiesOf(program)).length === 2)
    const pids = (await utilitiesOf(program)).map(({ pid }) => pid)
    await outside.killUtility(await hostOf(program))
    await until(async () => {
      const now = await utilitiesOf(program)
      return now.length === 1 && now.every(({ pid }) => !pids.includes(pid))
    })
    expect(await cut).not.toBe('done')
  })
})

describe('the end', () => {
  test('the host closes the township first: nothing of the running program is left', async () => {
    const { program, outside, client, data, log } = await started()
    await makeTownship(client)
    expect(existsSync(path.join(data, 'host.lock'))).toBe(true)
    void outside.window.close(1).catch(() => undefined)
    expect([await program.exited, program.errors()]).toEqual([0, ''])
    expect(readdirSync(data).filter((name) => /lock|-wal|-shm/.test(name))).toEqual([])
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('')
  })
})
