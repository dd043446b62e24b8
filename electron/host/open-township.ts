import { createRouterClient } from '@orpc/server'
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '../core/app/app.ts'
import { newConnection } from '../core/app/session.ts'
import { router } from '../core/router.ts'
import { openSession, type LoginOwner } from '../core/session/login.ts'
import { unlock } from '../core/session/unlock.ts'
import { requireTownship, type DataFolder } from '../db/data-folder.ts'
import { StorageRefusal } from '../db/refusal.ts'
import { connectLocal, type TownshipClient } from './connect.ts'
import { nodeEnvironment } from './environment.ts'
import { readLock, type HostLock } from './lock-file.ts'

/** Who opens a data folder, and with what. */
export interface Opener {
  readonly folder: DataFolder
  readonly owner: LoginOwner
  readonly secret: string
}

/** A township ready for calls: the file itself, or the host that already holds it. */
export type OpenTownship =
  | { readonly kind: 'host'; readonly app: App; readonly client: TownshipClient; readonly close: () => void }
  | { readonly kind: 'client'; readonly lock: HostLock; readonly client: TownshipClient; readonly close: () => void }

const patienceMs = 60_000
const pauseMs = 100

/**
 * Opens the township of a folder, logged in: becomes the client of a running host, else opens the file itself.
 * While another process holds the file without serving, it waits. Refusals: `no_database`, `wrong_key`, `in_use`, …
 */
export async function openTownship(opener: Opener): Promise<OpenTownship> {
  requireTownship(opener.folder)
  const { environment, release } = nodeEnvironment()
  const giveUpAt = performance.now() + patienceMs
  try {
    for (;;) {
      const running = await openAsClient(opener)
      if (running !== null) {
        release()
        return running
      }
      try {
        const app = await unlock(opener.folder, environment, opener.owner, opener.secret)
        return asHost(app, opener.owner, release)
      } catch (error) {
        const isHeld = error instanceof StorageRefusal && error.code === 'in_use'
        if (!isHeld || performance.now() > giveUpAt) throw error
        await wait(pauseMs)
      }
    }
  } catch (error) {
    release()
    throw error
  }
}

/** A client of an app in this process, with a session of its own. */
export function inProcessClient(app: App, owner: LoginOwner): TownshipClient {
  const connection = newConnection('in-process')
  connection.session = openSession(app, owner)
  return createRouterClient(router, { context: { app, connection } })
}

function asHost(app: App, owner: LoginOwner, release: () => void): OpenTownship {
  const close = () => {
    app.close()
    release()
  }
  try {
    return { kind: 'host', app, client: inProcessClient(app, owner), close }
  } catch (error) {
    app.close()
    throw error
  }
}

async function openAsClient({ folder, owner, secret }: Opener): Promise<OpenTownship | null> {
  const lock = readLock(folder)
  const connection = lock === null ? null : await connectLocal(lock.socket)
  if (lock === null || connection === null) return null
  try {
    await connection.client.session.login(owner.kind === 'console' ? { kind: 'console', password: secret } : { kind: 'account', name: owner.name, password: secret })
    return { kind: 'client', lock, ...connection }
  } catch (error) {
    connection.close()
    throw error
  }
}
