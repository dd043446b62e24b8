import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import type { App } from '../core/app/app.ts'
import { newTemporaryFolder } from './environment.ts'
import { readLock, removeLock, writeLock } from './lock-file.ts'
import { isLoopbackRequest, rpcServer } from './rpc-server.ts'

export interface RunningHost {
  /** `http://127.0.0.1:PORT` */
  readonly address: string
  readonly socket: string
  /** Stops serving and removes lock and socket; the township stays open. */
  readonly stop: () => Promise<void>
}

/** Serves an open township on a local socket and on loopback, and says in the lock file where. */
export async function serve(app: App): Promise<RunningHost> {
  const { socket, release } = newSocket()
  const local = rpcServer(app, 'local', () => true)
  const loopback = rpcServer(app, 'loopback', isLoopbackRequest)
  await listen(local.server, { path: socket })
  if (process.platform !== 'win32') chmodSync(socket, 0o600)
  const address = `http://127.0.0.1:${await listen(loopback.server, { host: '127.0.0.1', port: 0 })}`
  writeLock(app.folder, app.keys, { socket, address, pid: process.pid })
  return {
    address,
    socket,
    async stop() {
      if (readLock(app.folder)?.pid === process.pid) removeLock(app.folder)
      await Promise.all([local.close(), loopback.close()])
      release()
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
