import { existsSync } from 'node:fs'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { requireTownship, type DataFolder } from '../../db/data-folder.ts'
import { openSlot, readKeyFile } from '../../db/key-slots.ts'
import { createMadeBooks, type MadeBooks } from './made-books.ts'
import { login, openSession } from './login.ts'
import type { LoginOwner } from './attempts.ts'
import { openApp, type App } from './app.ts'
import { createAttempts } from './attempts.ts'
import type { Environment } from './environment.ts'
import { createPreviews, type Previews } from './previews.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTransfers, type Transfers } from './transfers.ts'
import type { Session } from './session.ts'

/** Nothing there, there but closed, or open. */
export type HouseState = 'empty' | 'locked' | 'open'

/** One data folder and whatever is open of it: what every transport serves, from before there is a township on. */
export interface House {
  readonly folder: DataFolder
  readonly environment: Environment
  readonly sessions: Sessions
  /** Backups on their way in or out. */
  readonly transfers: Transfers
  /** Workbooks that somebody looks at page by page. */
  readonly previews: Previews
  /** Score books that were handed over and are not issued. */
  readonly madeBooks: MadeBooks
  /** Refusals: `keys_missing`, `database_missing`, `network_path`. */
  readonly state: () => HouseState
  /** The open township. Refusals: `no_township`, `locked`. */
  readonly township: () => App
  /** Checks the secret and opens the file if it is still closed. Refusals: `wrong_key`, `locked_out`, `account_disabled`, storage codes. */
  readonly enter: (owner: LoginOwner, secret: string) => Promise<Session>
  /** Lets `make` put a township into the empty place, one at a time. Refusals: `making_already`, and those of `make`. */
  readonly found: <Made>(make: () => Promise<Made>, appOf: (made: Made) => App | null) => Promise<Made>
  readonly close: () => void
}

export interface HouseOptions {
  readonly folder: DataFolder
  readonly environment: Environment
  /** An app that is open already. */
  readonly app?: App
  /** Brings to its end what was cut off in a township, each time one is opened; where that fails nobody is kept out for it. */
  readonly settle: (app: App) => Promise<unknown>
  /** Called once for each township that is opened. */
  readonly onOpen?: (app: App) => void
}

export function createHouse({ folder, environment, app: given, settle, onOpen = () => undefined }: HouseOptions): House {
  let app = given ?? null
  let isMaking = false
  const attempts = createAttempts(environment)
  const sessions = createSessions(environment)
  const transfers = createTransfers(environment)
  const previews = createPreviews(environment)
  const madeBooks = createMadeBooks()

  function state(): HouseState {
    if (app !== null) return 'open'
    if (!existsSync(folder.keys) && !existsSync(folder.database)) return 'empty'
    requireTownship(folder)
    return 'locked'
  }

  async function take(opened: App): Promise<App> {
    app = opened
    onOpen(opened)
    await settle(opened)
    return opened
  }

  /** Failures before the file is open cannot be kept in it; they are counted here as long as the host runs. */
  async function openFile(owner: LoginOwner, secret: string): Promise<Session> {
    attempts.requireNotLocked(owner)
    const dataKey = await openSlot(readKeyFile(folder.keys), owner, secret)
    attempts.requireNotLocked(owner)
    if (dataKey === null) {
      attempts.note(owner)
      throw new Refusal('wrong_key')
    }
    // Another login may have opened it while this one was deriving its key.
    return openSession(app ?? (await take(openApp({ folder, dataKey, mode: 'open', environment }))), owner)
  }

  return {
    folder,
    environment,
    sessions,
    transfers,
    previews,
    madeBooks,
    state,
    township() {
      if (app !== null) return app
      throw new Refusal(state() === 'empty' ? 'no_township' : 'locked')
    },
    enter(owner, secret) {
      if (app !== null) return login(app, owner, secret)
      if (state() === 'empty') throw new Refusal('no_township')
      return openFile(owner, secret)
    },
    async found(make, appOf) {
      if (isMaking) throw new Refusal('making_already')
      isMaking = true
      try {
        const made = await make()
        const opened = appOf(made)
        if (opened !== null) await take(opened)
        return made
      } finally {
        isMaking = false
      }
    },
    close() {
      transfers.clear()
      previews.clear()
      madeBooks.clear()
      app?.close()
      app = null
    },
  }
}
