import { rmSync } from 'node:fs'
import { requireEmpty, type DataFolder } from '../../db/data-folder.ts'
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
  readonly cost?: ScryptCost
}

export interface CreatedTownship {
  readonly app: App
  /** One-time passwords by account name; nothing keeps them. */
  readonly passwords: readonly { readonly account: string; readonly password: string }[]
  /** To be printed and locked away: opens a backup when every password is lost. */
  readonly recoveryKey: string
}

/** Makes a township in an empty folder; when anything fails, the folder is empty again. */
export async function createTownship({ folder, environment, consolePassword, bundle, cost = strongCost }: NewTownship): Promise<CreatedTownship> {
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
  const app = openApp({ folder, dataKey, mode: 'create', environment })
  try {
    app.mutate({
      actor: 'console',
      action: 'township.create',
      areas: ['township'],
      write: (tx, now) => writeBundle({ tx, keys: app.keys, newId: environment.newId, now }, bundle),
      audit: () => ({ subject: bundle.township.name, detail: { origin: bundle.township.origin, staff: bundle.staff.length, tasks: bundle.tasks.length } }),
    })
    writeKeyFile(folder.keys, keys)
  } catch (error) {
    app.database().close()
    for (const file of [folder.database, `${folder.database}-wal`, folder.anchor, folder.keys]) rmSync(file, { force: true })
    throw error
  }
  return { app, passwords, recoveryKey }
}
