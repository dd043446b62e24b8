import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { App } from '../core/app/app.ts'
import { copiedTownship } from '../core/testing/copied-township.testing.ts'
import type { TownshipBundle } from '../core/desk/bundle/bundle.ts'
import { unlock } from '../core/township/session/unlock.ts'
import { clientOf, consolePassword, testEnvironment, type TestClock } from '../core/testing/township.testing.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import { temporaryFolder } from './temporary.testing.ts'

/** A township that is closed and opened again within a test. */
export interface ReopenedTownship {
  readonly app: () => App
  readonly folder: DataFolder
  readonly clock: TestClock
  readonly passwords: ReadonlyMap<string, string>
  readonly recoveryKey: string
  readonly loggedErrors: readonly unknown[]
  readonly asConsole: () => ReturnType<typeof clientOf>
  /** A client that has not logged in, with a session of its own. */
  readonly asStranger: () => ReturnType<typeof clientOf>
  /** Closes, does what is to be done to the files meanwhile, and opens again. */
  readonly reopen: (between?: () => unknown) => Promise<void>
}

/** `make` says whether it may be a copy, with the keys of the one it was made from. */
export async function reopenedTownship(bundle: TownshipBundle, make: typeof copiedTownship = copiedTownship): Promise<ReopenedTownship> {
  const root = temporaryFolder()
  const folder = dataFolder(path.join(root, 'data'))
  const clock: TestClock = { now: '2026-04-06T02:00:00.000Z' }
  const loggedErrors: unknown[] = []
  const environment = testEnvironment(root, clock, loggedErrors)
  const made = await make({ folder, environment, consolePassword, bundle })
  let { app } = made
  onTestFinished(() => app.close())
  return {
    app: () => app,
    folder,
    clock,
    passwords: new Map(made.passwords.map(({ account, password }) => [account, password])),
    recoveryKey: made.recoveryKey,
    loggedErrors,
    asConsole: () => clientOf(app, { kind: 'console' }),
    asStranger: () => clientOf(app, null),
    async reopen(between) {
      app.close()
      await between?.()
      app = await unlock(folder, environment, { kind: 'console' }, consolePassword)
    },
  }
}
