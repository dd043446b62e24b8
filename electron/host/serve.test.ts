import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { requireDataKey, unlock } from '../core/township/session/unlock.ts'
import { cheapCost, codeOf, consolePassword } from '../core/testing/township.testing.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import { deriveKeys } from '../db/derived-keys.ts'
import { makeTownship } from '../promises/program.testing.ts'
import { temporaryFolder } from '../promises/temporary.testing.ts'
import { connectLocal } from './connect.ts'
import { nodeEnvironment } from './environment.ts'
import { readLock, writeLock } from './lock-file.ts'
import { openTownship, type OpenTownship } from './open-township.ts'
import { serve, type RunningHost } from './serve.ts'

const owner = { kind: 'console' } as const

describe('a township that is served', () => {
  let folder: DataFolder
  beforeEach(async () => {
    folder = (await makeTownship(path.join(temporaryFolder(), 'data'), emptyDemo())).folder
  })

  async function opened(secret = consolePassword): Promise<OpenTownship> {
    const township = await openTownship({ folder, owner, secret })
    onTestFinished(() => {
      if (township.kind === 'client') township.close()
    })
    return township
  }

  async function held() {
    const township = await openTownship({ folder, owner, secret: consolePassword })
    if (township.kind !== 'host') throw new Error('somebody else holds the file')
    return township
  }

  /** A host that is stopped and closed when the test is over. */
  async function served(): Promise<RunningHost> {
    const { house, close } = await held()
    const host = await serve(house)
    onTestFinished(async () => {
      await host.stop()
      close()
    })
    return host
  }

  async function connected(host: RunningHost) {
    const connection = await connectLocal(host.socket)
    if (connection === null) throw new Error('nobody answers')
    onTestFinished(connection.close)
    return connection.client
  }

  test('says where it is in the lock file; only the owner reaches its socket', async () => {
    const host = await served()
    expect(readLock(folder)).toMatchObject({ socket: host.socket, address: host.address, pid: process.pid })
    expect([statSync(host.socket).mode & 0o777, statSync(path.dirname(host.socket)).mode & 0o777]).toEqual([0o600, 0o700])
  })

  test('every connection has its own session', async () => {
    const host = await served()
    const [first, second] = [await connected(host), await connected(host)]
    await first.session.login({ kind: 'console', password: consolePassword })
    expect([(await first.session.me()).kind, await codeOf(second.session.me())]).toEqual(['console', 'session_required'])
    await first.session.logout()
    expect(await codeOf(first.system.check())).toBe('session_required')
  })

  test('a second opener becomes its client; a wrong password is refused there as well', async () => {
    const host = await served()
    const second = await opened()
    expect([second.kind, second.kind === 'client' && second.lock.address]).toEqual(['client', host.address])
    expect((await second.client.system.check()).integrity).toBe('ok')
    await expect(openTownship({ folder, owner, secret: 'wrong-password-1' })).rejects.toMatchObject({ code: 'wrong_key' })
  })

  test('when it stops, nothing is left: no lock, no socket, no temporary folder, no open file', async () => {
    const { house, close } = await held()
    const { temporary } = house.environment
    const host = await serve(house)
    const client = await connected(host)
    await host.stop()
    close()
    expect([folder.lock, host.socket, path.dirname(host.socket), temporary, `${folder.database}-wal`].filter((file) => existsSync(file))).toEqual([])
    expect(await connectLocal(host.socket)).toBeNull()
    await expect(client.session.me()).rejects.toThrow()
    const next = await opened()
    expect(next.kind).toBe('host')
    next.close()
  })

  test('a lock that a dead host left is taken over, and not removed when it is somebody else’s', async () => {
    const stale = path.join(path.dirname(folder.root), 'gone', 'host.sock')
    mkdirSync(path.dirname(stale))
    writeFileSync(stale, '')
    const keys = deriveKeys(await requireDataKey(folder, owner, consolePassword))
    writeLock(folder, keys, { socket: stale, address: 'http://127.0.0.1:1', pid: 1 })
    const host = await served()
    expect(readLock(folder)?.pid).toBe(process.pid)
    writeLock(folder, keys, { socket: 'other', address: 'other', pid: 1 })
    await host.stop()
    expect(readLock(folder)?.pid).toBe(1)
  })

  test('the lock of a dead host does not outlive the next opener', async () => {
    const keys = deriveKeys(await requireDataKey(folder, owner, consolePassword))
    writeLock(folder, keys, { socket: path.join(folder.root, 'gone.sock'), address: 'http://127.0.0.1:1', pid: 1 })
    const next = await opened()
    next.close()
    expect([next.kind, existsSync(folder.lock)]).toEqual(['host', false])
  })

  test('a forged lock is told no password, and a copy of a served folder is another township', async () => {
    const heard: string[] = []
    const socket = path.join(temporaryFolder(), 'fake.sock')
    const fake = createServer((connection) => connection.on('data', (bytes) => heard.push(String(bytes))))
    await new Promise<void>((resolve) => fake.listen(socket, resolve))
    onTestFinished(() => void fake.close())
    writeFileSync(folder.lock, JSON.stringify({ socket, address: 'http://127.0.0.1:1', pid: process.pid, seal: '0'.repeat(64) }))
    const alone = await opened()
    expect([alone.kind, heard]).toEqual(['host', []])
    alone.close()

    await served()
    const copy = dataFolder(path.join(temporaryFolder(), 'copy'))
    cpSync(folder.root, copy.root, { recursive: true })
    const ofCopy = await openTownship({ folder: copy, owner, secret: consolePassword })
    expect(ofCopy.kind).toBe('host')
    ofCopy.close()
  })

  test('an opener waits while another process holds the file without serving it', async () => {
    const { environment, release } = nodeEnvironment({ keyCost: cheapCost })
    const holder = await unlock(folder, environment, owner, consolePassword)
    const waiting = opened()
    const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 500, 'waiting'))])
    expect(first).toBe('waiting')
    holder.close()
    release()
    const township = await waiting
    expect(township.kind).toBe('host')
    township.close()
  })

  test('a wrong password opens nothing and touches nothing', async () => {
    await expect(opened('wrong-password-1')).rejects.toMatchObject({ code: 'wrong_key' })
    expect(existsSync(folder.lock)).toBe(false)
  })

  test('on loopback nothing answers but to the window that was let in, once', async () => {
    const host = await served()
    const enter = host.newEntrance()
    const refusedPage = await fetch(host.address)
    const first = await fetch(enter, { redirect: 'manual' })
    const again = await fetch(enter, { redirect: 'manual' })
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect([refusedPage.status, first.status, (await first.text()).includes('0;url=/'), again.status]).toEqual([403, 200, true, 403])
    expect(first.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/)

    const { port } = new URL(host.address)
    const verdict = (headers: Readonly<Record<string, string>>, url = '/rpc') =>
      new Promise<string>((resolve) => {
        const websocket = new WebSocket(`ws://localhost${url}`, { createConnection: () => connect(Number(port), '127.0.0.1'), headers })
        websocket.once('open', () => {
          websocket.close()
          resolve('open')
        })
        websocket.once('error', (error) => resolve(error.message))
      })
    const refused = 'Unexpected server response: 403'
    expect(await Promise.all([
      verdict({ host: `127.0.0.1:${port}`, cookie }),
      verdict({ host: `localhost:${port}`, origin: `http://localhost:${port}`, cookie }),
      verdict({ host: `127.0.0.1:${port}` }),
      verdict({ host: `127.0.0.1:${port}`, cookie: `${cookie}x` }),
      verdict({ host: `127.0.0.1:${port}`, origin: 'https://evil.example', cookie }),
      verdict({ host: `127.0.0.1:${port}`, origin: 'null', cookie }),
      verdict({ host: `evil.example:${port}`, cookie }),
      verdict({ host: `127.0.0.1.evil.example:${port}`, cookie }),
      verdict({ host: `127.0.0.1:${port}`, origin: 'http://localhost.evil.example', cookie }),
      verdict({ host: `127.0.0.1:${port}`, cookie }, '/other'),
    ])).toEqual(['open', 'open', refused, refused, refused, refused, refused, refused, refused, refused])
  })

  test('no path leads out of the folder of the window', async () => {
    const host = await served()
    const first = await fetch(host.newEntrance(), { redirect: 'manual' })
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { port } = new URL(host.address)
    const statusOf = (raw: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET ${raw} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`))
        socket.once('data', (data) => resolve(String(data).split(' ')[1] ?? ''))
      })
    for (const raw of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/..%5cpackage.json', '/%00', '/%', '//etc/passwd', '/assets/../../../package.json']) expect([raw, await statusOf(raw)]).toEqual([raw, '404'])
  })

  test('nobody takes the host along: bad lines, cut upgrades, broken frames, messages of no protocol', async () => {
    const host = await served()
    const { port } = new URL(host.address)
    const cookie = (await fetch(host.newEntrance())).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const say = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
        socket.once('data', (data) => {
          resolve(String(data).split(' ')[1] ?? '')
          socket.resetAndDestroy()
        })
      })
    expect(await say('GET // HTTP/1.1\r\nhost: evil.example\r\n\r\n')).toBe('403')
    expect(await say(`GET // HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`)).toBe('400')
    const upgrade = `GET /rpc HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${Buffer.alloc(16).toString('base64')}\r\n`
    expect(await say(`${upgrade}\r\n`)).toBe('403')
    for (const [at, frame] of [Buffer.from([0xff, 0xff, 1, 2]), Buffer.from([0x82, 0x7f, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff])].entries()) {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${upgrade}cookie: ${cookie}\r\n\r\n`))
      await once(socket, 'data')
      socket.write(frame)
      await once(socket, 'close')
      expect(at).toBeLessThan(2)
    }
    for (const message of ['', '{', '[]', 'null', '{"i":1}', Buffer.from([0, 1, 2]), JSON.stringify({ i: 'x', t: 99 })]) {
      const websocket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { cookie } })
      await once(websocket, 'open')
      websocket.send(message)
      await Promise.race([once(websocket, 'close'), wait(100)])
      websocket.terminate()
    }
    expect((await fetch(host.newEntrance())).status).toBe(200)
  })
})
