import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { createRouterClient } from '@orpc/server'
import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Area } from '../../shared/contract/procedure.ts'
import { createHouse, type House } from '../core/app/house.ts'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { router } from '../core/router.ts'
import { cheapCost, codeOf, consolePassword } from '../core/testing/township.testing.ts'
import { makeTownship } from '../promises/program.testing.ts'
import { clientOver, connectLocal, type TownshipClient } from './connect.ts'
import { nodeEnvironment } from './environment.ts'
import { servePort, type HostPort } from './rpc-port.ts'
import { serve, type RunningHost } from './serve.ts'
import { sealOrLog } from '../core/evaluation/sheets/seal-ballots.ts'

interface Way {
  readonly client: TownshipClient
  /** Cuts the way, as a page that goes away does. */
  readonly cut: () => void
}

type Open = (house: House, host: RunningHost) => Promise<Way>

/** A port of Node in the shape of Electron's. */
function hostPort(port: MessagePort): HostPort {
  return {
    on(event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) {
      if (event === 'message') port.on('message', (data: unknown) => listener({ data }))
      else port.on('close', () => listener({ data: null }))
    },
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

const ways: readonly (readonly [string, Open])[] = [
  [
    'in process',
    (house) => {
      const connection = house.sessions.connect('test')
      return Promise.resolve({ client: createRouterClient(router, { context: { house, connection } }), cut: () => house.sessions.disconnect(connection) })
    },
  ],
  [
    'local socket',
    async (_, host) => {
      const connection = await connectLocal(host.socket)
      if (connection === null) throw new Error('nobody answers')
      return { client: connection.client, cut: connection.close }
    },
  ],
  [
    'loopback, as a browser comes in',
    async (_, host) => {
      const cookie = (await fetch(host.newEntrance())).headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const websocket = new WebSocket(`${host.address.replace('http', 'ws')}/rpc`, { headers: { cookie, origin: host.address } })
      await once(websocket, 'open')
      return { client: clientOver(websocket), cut: () => websocket.terminate() }
    },
  ],
  [
    'MessagePort',
    (house) => {
      const { port1, port2 } = new MessageChannel()
      servePort(house, hostPort(port1))
      const client: TownshipClient = createORPCClient(new RPCLink({ port: { on: (event, listener) => void port2.on(event, (data: unknown) => listener({ data })), postMessage: (message: unknown) => port2.postMessage(message) } }))
      return Promise.resolve({ client, cut: () => port2.close() })
    },
  ],
]

const login = { kind: 'console', password: consolePassword } as const

describe.each(ways)('the contract over %s', (_, open) => {
  let house: House
  let host: RunningHost
  let release: () => void
  const place = mkdtempSync(path.join(tmpdir(), 'township-transports-'))

  beforeAll(async () => {
    const { folder } = await makeTownship(path.join(place, 'data'), emptyDemo())
    const made = nodeEnvironment({ keyCost: cheapCost })
    release = made.release
    house = createHouse({ settle: sealOrLog, folder, environment: made.environment, onOpen: (app) => host.announce(app) })
    host = await serve(house)
  })
  afterAll(async () => {
    await host.stop()
    house.close()
    release()
    rmSync(place, { recursive: true })
  })

  async function opened(): Promise<Way> {
    const way = await open(house, host)
    onTestFinished(way.cut)
    return way
  }

  test('before a login only the door answers; the first login opens the file', async () => {
    const { client } = await opened()
    expect(await client.door.status()).toEqual({ state: 'locked' })
    expect(await codeOf(client.organisation.modules())).toBe('locked')
    await expect(client.session.login({ kind: 'console', password: 'wrong-password-1' })).rejects.toMatchObject({ code: 'wrong_key', message: expect.stringContaining('密码不正确') })
    expect(await client.door.status()).toEqual({ state: 'locked' })
    expect((await client.session.login(login)).township.name).toBe(emptyDemo().township.name)
    expect([await client.door.status(), (await client.organisation.modules()).length]).toEqual([{ state: 'open' }, 6])
  })

  test('a refusal keeps its code, its sentence and its single faults', async () => {
    const { client } = await opened()
    await client.session.login(login)
    await expect(client.organisation.addModule({ name: '大党建', alias: null, colour: null, office: null })).rejects.toMatchObject({ code: 'duplicate', message: expect.stringContaining('大党建') })
    await expect(client.organisation.addModule({ name: '', alias: null, colour: null, office: null })).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'name' }] } })
  })

  test('a file goes there and another comes back, byte for byte', async () => {
    const { client } = await opened()
    await client.session.login(login)
    const file = new File([new Uint8Array([1, 2, 3, 255])], '考评.xlsx')
    expect((await client.exports.verify({ file }).catch((error: unknown) => error))).toMatchObject({ code: 'file_refused' })
    const { transfer, fileName, size } = await client.system.backup()
    const { piece } = await client.system.readBackup({ transfer, at: 0 })
    await client.system.endTransfer({ transfer })
    expect([fileName.endsWith('.twbak'), piece.size === size, (await piece.arrayBuffer()).byteLength === size, size > 10_000]).toEqual([true, true, true, true])
  })

  test('the change feed tells which areas a commit of somebody else touched, until the session ends', async () => {
    const [{ client: reader }, { client: writer }] = [await opened(), await opened()]
    await reader.session.login(login)
    await writer.session.login(login)
    const changes = await reader.session.changes()
    const heard: (readonly Area[])[] = []
    const following = (async () => {
      for await (const { areas } of changes) heard.push(areas)
    })()
    await expect.poll(() => heard.length).toBe(1)
    await writer.organisation.addPost({ name: '河长制专管', score: '80', coefficient: null, workload: null, difficulty: null, risk: null })
    await expect.poll(() => heard.flat()).toEqual(expect.arrayContaining(['module', 'audit']))
    await reader.session.logout()
    await following
    expect([heard[0], await codeOf(reader.session.changes())]).toEqual([[], 'session_required'])
  })

  test('calls side by side do not wait for each other', async () => {
    const { client } = await opened()
    await client.session.login(login)
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.organisation.modules()))
    expect(new Set(answers.map(({ length }) => length))).toEqual(new Set([6]))
  })

  test('a session is taken up again on another way once, and not after a logout', async () => {
    const first = await opened()
    const { resumption } = await first.client.session.login(login)
    first.cut()
    const { client: second } = await opened()
    const resumed = await second.session.resume({ resumption })
    expect([resumed.name, (await second.session.me()).name]).toEqual(['console', 'console'])
    const { client: third } = await opened()
    expect(await codeOf(third.session.resume({ resumption }))).toBe('session_ended')
    await second.session.logout()
    expect(await codeOf(third.session.resume({ resumption: resumed.resumption }))).toBe('session_ended')
  })

  test('a lock of the machine ends every session', async () => {
    const { client } = await opened()
    const { resumption } = await client.session.login(login)
    house.sessions.endAll()
    expect([await codeOf(client.session.me()), await codeOf(client.session.resume({ resumption }))]).toEqual(['session_required', 'session_ended'])
  })

  test('a message of no protocol ends its own way, and nobody else’s', async () => {
    const { client } = await opened()
    for (const message of [null, 1, {}, [], { i: 'x' }, '{', new Uint8Array([0, 1, 2])]) {
      const { port1, port2 } = new MessageChannel()
      const gone = once(port2, 'close')
      servePort(house, hostPort(port1))
      port2.postMessage(message)
      await gone
    }
    expect(await client.door.status()).toEqual({ state: house.state() === 'open' ? 'open' : 'locked' })
  })
})
