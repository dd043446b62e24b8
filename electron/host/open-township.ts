import { createRouterClient } from '@orpc/server'
import { setTimeout as wait } from 'node:timers/promises'
import { openApp, type App } from '../core/app/app.ts'
import type { Environment } from '../core/app/environment.ts'
import { createHouse, type House } from '../core/app/house.ts'
import { router } from '../core/router.ts'
import { openSession } from '../core/app/login.ts'
import type { LoginOwner } from '../core/app/attempts.ts'
import { requireDataKey } from '../core/township/session/unlock.ts'
import { requireTownship, type DataFolder } from '../db/data-folder.ts'
import { deriveKeys } from '../db/derived-keys.ts'
import { StorageRefusal } from '../db/refusal.ts'
import { connectLocal, type TownshipClient } from './connect.ts'
import { nodeEnvironment } from './environment.ts'
import { isTrusted, readLock, removeLock, type HostLock } from './lock-file.ts'
import { sealOrLog } from '../core/evaluation/sheets/seal-ballots.ts'

/** Who opens a data folder, and with what. */
export interface Opener {
  readonly folder: DataFolder
  readonly owner: LoginOwner
  readonly secret: string
  /** Keeps what nobody expected, when the file is opened here; stderr by default. */
  readonly logError?: Environment['logError']
}

/** A township ready for calls: the file itself, or the host that already holds it. */
export type OpenTownship =
  | { readonly kind: 'host'; readonly house: House; readonly client: TownshipClient; readonly close: () => void }
  | { readonly kind: 'client'; readonly lock: HostLock; readonly client: TownshipClient; readonly close: () => void }

const patienceMs = 60_000
const pauseMs = 100

/**
 * Opens the township of a folder, logged in: becomes the client of a running host, else opens the file itself.
 * While another process holds the file without serving, it waits. Refusals: `no_database`, `wrong_key`, `in_use`, …
 */
export async function openTownship(opener: Opener): Promise<OpenTownship> {
  requireTownship(opener.folder)
  const dataKey = await requireDataKey(opener.folder, opener.owner, opener.secret)
  const { environment, release } = nodeEnvironment(opener.logError === undefined ? {} : { logError: opener.logError })
  const giveUpAt = performance.now() + patienceMs
  try {
    for (;;) {
      const running = await openAsClient(opener, dataKey)
      if (running !== null) {
        release()
        return running
      }
      try {
        const app = openApp({ folder: opener.folder, dataKey, mode: 'open', environment })
        // Who holds the file has no other host: a lock that is still there was left by a dead one.
        removeLock(opener.folder)
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

/** A client in this process, with a session of its own. */
function inProcessClient(house: House, owner: LoginOwner): TownshipClient {
  const connection = house.sessions.connect('in-process')
  connection.session = openSession(house.township(), owner)
  return createRouterClient(router, { context: { house, connection } })
}

function asHost(app: App, owner: LoginOwner, release: () => void): OpenTownship {
  const house = createHouse({ settle: sealOrLog, folder: app.folder, environment: app.environment, app })
  const close = () => {
    house.close()
    release()
  }
  try {
    return { kind: 'host', house, client: inProcessClient(house, owner), close }
  } catch (error) {
    house.close()
    throw error
  }
}

/** The secret goes to nobody but a host that has sealed its lock with this township's key, for this folder. */
async function openAsClient({ folder, owner, secret }: Opener, dataKey: Buffer): Promise<OpenTownship | null> {
  const lock = readLock(folder)
  if (lock === null || !isTrusted(folder, deriveKeys(dataKey), lock)) return null
  const connection = await connectLocal(lock.socket)
  if (connection === null) return null
  try {
    await connection.client.session.login(owner.kind === 'console' ? { kind: 'console', password: secret } : { kind: 'account', name: owner.name, password: secret })
    return { kind: 'client', lock, ...connection }
  } catch (error) {
    connection.close()
    throw error
  }
}
