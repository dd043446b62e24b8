import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { appRoot } from '../app-root.ts'
import type { App } from '../core/app/app.ts'
import type { House } from '../core/app/house.ts'
import { newTemporaryFolder } from './environment.ts'
import { httpServer } from './http-server.ts'
import { readLock, removeLock, writeLock } from './lock-file.ts'
import { loopback } from './loopback.ts'
import { createTickets } from './tickets.ts'
import { hostWords } from './vocabulary.ts'

/** A house that answers on a local socket: the command line of this user, and nobody else. */
export interface LocalHost {
  readonly socket: string
  /** Says in the lock file where this host is: to be called when the township is open. */
  readonly announce: (app: App) => void
  /** Stops serving and removes lock and socket; the township stays open. */
  readonly stop: () => Promise<void>
}

/** A house that also shows its window to browsers of this machine. */
export interface RunningHost extends LocalHost {
  /** `http://127.0.0.1:PORT` */
  readonly address: string
  /** An address that opens one window, once. */
  readonly newEntrance: () => string
}

/** The folder of the built window. */
export const windowFolder = path.join(appRoot, 'out', 'renderer')

/** Serves a house on a local socket alone; `address` is where it is served besides. */
export async function serveLocally(house: House, address: string | null = null): Promise<LocalHost> {
  const { socket, release } = newSocket()
  const local = httpServer({ house, device: 'local', isAllowed: () => true, onRequest: (_, response) => void response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(hostWords.programsOnly) })
  await listen(local.server, { path: socket })
  if (process.platform !== 'win32') chmodSync(socket, 0o600)
  const announce = (app: App) => writeLock(app.folder, app.keys, { socket, address, pid: process.pid })
  if (house.state() === 'open') announce(house.township())
  return {
    socket,
    announce,
    async stop() {
      if (readLock(house.folder)?.pid === process.pid) removeLock(house.folder)
      await local.close()
      release()
    },
  }
}

/** Serves a house on a local socket and on loopback. */
export async function serve(house: House): Promise<RunningHost> {
  const tickets = createTickets()
  const window = httpServer({ house, device: 'window', ...loopback(windowFolder, tickets) })
  const address = `http://127.0.0.1:${await listen(window.server, { host: '127.0.0.1', port: 0 })}`
  const local = await serveLocally(house, address)
  return {
    ...local,
    address,
    newEntrance: () => `${address}/enter?ticket=${tickets.issue()}`,
    async stop() {
      await Promise.all([local.stop(), window.close()])
    },
  }
}

function newSocket(): { readonly socket: string; readonly release: () => void } {
  if (process.platform === 'win32') return { socket: `\\\\.\\pipe\\township-${randomBytes(8).toString('hex')}`, release: () => undefined }
  const folder = newTemporaryFolder('host')
  return { socket: path.join(folder, 'host.sock'), release: () => rmSync(folder, { recursive: true, force: true }) }
}

function listen(server: Server, where: { readonly path: string } | { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
