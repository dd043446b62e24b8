import { requireEmpty, stage, type DataFolder } from '../../db/data-folder.ts'
import { emptyKeyFile, newDataKey, strongCost, withSlots, writeKeyFile, type ScryptCost, type SlotSecret } from '../../db/key-slots.ts'
import type { TownshipBundle } from '../bundle/bundle.ts'
import { writeBundle } from '../bundle/write-bundle.ts'
import { openApp, type App } from './app.ts'
import type { Environment } from './environment.ts'

export interface NewTownship {
  readonly folder: DataFolder
  readonly environment: Environment
  readonly consolePassword: string
  readonly bundle: TownshipBundle
  /** What is done in the new township before anybody sees it. */
  readonly prepare?: (app: App) => void
  readonly cost?: ScryptCost
}

export interface CreatedTownship {
  readonly app: App
  /** One-time passwords by account name; nothing keeps them. */
  readonly passwords: readonly { readonly account: string; readonly password: string }[]
  /** To be printed and locked away: opens a backup when every password is lost. */
  readonly recoveryKey: string
}

/**
 * Makes a township in an empty folder, at a stroke: it is made beside it and put in place whole.
 * When anything fails, or the program dies, the folder is empty as before.
 */
export async function createTownship(making: NewTownship): Promise<CreatedTownship> {
  const { folder, environment, consolePassword, bundle, prepare, cost = strongCost } = making
  requireEmpty(folder)
  const dataKey = newDataKey()
  const recoveryKey = environment.newRecoveryKey()
  const passwords = bundle.accounts.map(({ name }) => ({ account: name, password: environment.newPassword() }))
  const secrets: readonly SlotSecret[] = [
    { owner: { kind: 'console' }, secret: consolePassword },
    { owner: { kind: 'recovery' }, secret: recoveryKey },
    ...passwords.map(({ account, password }) => ({ owner: { kind: 'account', name: account } as const, secret: password })),
  ]
  const keys = await withSlots(emptyKeyFile(), secrets, dataKey, cost)
  const staging = stage(folder)
  try {
    fill(openApp({ folder: staging.folder, dataKey, mode: 'create', environment }), bundle, prepare)
    writeKeyFile(staging.folder.keys, keys)
    staging.finish()
  } catch (error) {
    staging.discard()
    throw error
  }
  return { app: openApp({ folder, dataKey, mode: 'open', environment }), passwords, recoveryKey }
}

function fill(app: App, bundle: TownshipBundle, prepare: NewTownship['prepare']): void {
  try {
    app.mutate({
      actor: 'console',
      action: 'township.create',
      areas: ['township'],
      write: (tx, now) => writeBundle({ tx, keys: app.keys, newId: app.environment.newId, now }, bundle),
      audit: () => ({ subject: bundle.township.name, detail: { origin: bundle.township.origin, staff: bundle.staff.length, tasks: bundle.tasks.length } }),
    })
    prepare?.(app)
  } catch (error) {
    app.database().close()
    throw error
  }
  app.close()
}
