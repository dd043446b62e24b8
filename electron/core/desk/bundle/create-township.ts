import { requireEmpty, stage, type DataFolder } from '../../../db/data-folder.ts'
import { emptyKeyFile, newDataKey, withSlots, writeKeyFile, type SlotSecret } from '../../../db/key-slots.ts'
import type { TownshipBundle } from './bundle.ts'
import { writeBundle } from './write-bundle.ts'
import { openApp, type App } from '../../app/app.ts'
import type { Environment } from '../../app/environment.ts'

export type MakingStage = 'keys' | 'writing' | 'computing' | 'opening'

export interface NewTownship {
  readonly folder: DataFolder
  readonly environment: Environment
  /** Opens the console's slot; null leaves the township without a console. */
  readonly consolePassword: string | null
  /** Further slots, of accounts whose owners have chosen their passwords themselves. */
  readonly secrets?: readonly SlotSecret[]
  readonly bundle: TownshipBundle
  /** What is done in the new township before anybody sees it. */
  readonly prepare?: (app: App) => void
  /** Told as each stage of the making begins. */
  readonly onStage?: (stage: MakingStage) => void
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
  const { folder, environment, consolePassword, secrets: chosen = [], bundle, onStage = () => undefined } = making
  requireEmpty(folder)
  const dataKey = newDataKey()
  const recoveryKey = environment.newRecoveryKey()
  const passwords = bundle.accounts.map(({ name }) => ({ account: name, password: environment.newPassword() }))
  const secrets: readonly SlotSecret[] = [
    ...(consolePassword === null ? [] : [{ owner: { kind: 'console' }, secret: consolePassword } as const]),
    ...chosen,
    { owner: { kind: 'recovery' }, secret: recoveryKey },
    ...passwords.map(({ account, password }) => ({ owner: { kind: 'account', name: account } as const, secret: password })),
  ]
  onStage('keys')
  const keys = await withSlots(emptyKeyFile(), secrets, dataKey, environment.keyCost)
  const staging = stage(folder)
  try {
    onStage('writing')
    await breathe()
    await fill(openApp({ folder: staging.folder, dataKey, mode: 'create', environment }), making, onStage)
    writeKeyFile(staging.folder.keys, keys)
    staging.finish()
  } catch (error) {
    staging.discard()
    throw error
  }
  onStage('opening')
  return { app: openApp({ folder, dataKey, mode: 'open', environment }), passwords, recoveryKey }
}

async function fill(app: App, { bundle, prepare }: NewTownship, onStage: (stage: MakingStage) => void): Promise<void> {
  try {
    app.mutate({
      actor: 'console',
      action: 'township.create',
      areas: ['township'],
      write: (tx, now) => writeBundle({ tx, keys: app.keys, newId: app.environment.newId, now }, bundle),
      audit: () => ({ subject: bundle.township.name, detail: { origin: bundle.township.origin, staff: bundle.staff.length, tasks: bundle.tasks.length } }),
    })
    if (prepare !== undefined) {
      onStage('computing')
      await breathe()
      prepare(app)
    }
  } catch (error) {
    app.database().close()
    throw error
  }
  app.close()
}

/** Lets what was reported go out before the next long step. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
