import { createRouterClient } from '@orpc/server'
import { eq } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Role } from '../../../shared/domain/township/access/roles.ts'
import { uuidV7 } from '../../../shared/lib/uuid.ts'
import { dataFolder } from '../../db/data-folder.ts'
import { account, accountRole, moduleTable, staff } from '../../db/schema/index.ts'
import { forkWorker } from '../../workbooks/fork-worker.ts'
import type { WorkerFactory } from '../../workbooks/worker.ts'
import type { App } from '../app/app.ts'
import type { Environment } from '../app/environment.ts'
import { createHouse, type House } from '../app/house.ts'
import type { Session } from '../app/session.ts'
import type { TownshipBundle } from '../desk/bundle/bundle.ts'
import { router } from '../router.ts'
import { sealOrLog } from '../evaluation/sheets/seal-ballots.ts'
import { copiedTownship } from './copied-township.testing.ts'

/** A cheap derivation: tests make many townships, and guess no passwords. */
export const cheapCost = { N: 2 ** 4, r: 8, p: 1 }

export const consolePassword = 'console-password-1'

/** A clock that stands still until it is moved. */
export interface TestClock {
  now: string
}

export interface TestTownship {
  readonly app: App
  readonly folder: string
  readonly clock: TestClock
  readonly recoveryKey: string
  readonly passwords: ReadonlyMap<string, string>
  /** A client with the session of the console. */
  readonly asConsole: () => ReturnType<typeof clientOf>
  /** A client with the session of an account made for the person, with just these roles. */
  readonly as: (staffCode: string | null, ...roles: readonly Role[]) => ReturnType<typeof clientOf>
  readonly staffId: (code: string) => string
  readonly moduleId: (code: string) => string
  readonly dispose: () => void
}

export function testEnvironment(temporary: string, clock: TestClock, loggedErrors: unknown[] = [], workers: WorkerFactory = forkWorker): Environment {
  return {
    now: () => clock.now,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds).unref()
      return () => clearTimeout(timer)
    },
    newId: () => uuidV7(Date.parse(clock.now), randomBytes(10)),
    newPassword: () => `test-${randomBytes(4).toString('hex')}-1`,
    newToken: () => randomBytes(32).toString('base64url'),
    newRecoveryKey: () => randomBytes(16).toString('hex'),
    keyCost: cheapCost,
    workers,
    logError: (_, error) => void loggedErrors.push(error),
    temporary,
  }
}

/** A real township in a temporary folder: encrypted file, key slots, the whole router. `logged` takes what the core logs as unexpected; `workers` starts its processes; `make` says whether it may be a copy. */
export async function testTownship(bundle: TownshipBundle, logged: unknown[] = [], workers: WorkerFactory = forkWorker, make: typeof copiedTownship = copiedTownship): Promise<TestTownship> {
  const folder = mkdtempSync(path.join(tmpdir(), 'township-test-'))
  const temporary = mkdtempSync(path.join(tmpdir(), 'township-test-files-'))
  const clock: TestClock = { now: '2026-04-06T02:00:00.000Z' }
  const made = await make({ folder: dataFolder(path.join(folder, 'data')), environment: testEnvironment(temporary, clock, logged, workers), consolePassword, bundle })
  const { app } = made
  let accounts = 0
  const idOf = (row: { readonly id: string } | undefined, what: string) => {
    if (row === undefined) throw new Error(`no ${what}`)
    return row.id
  }
  const staffId = (code: string) => idOf(app.read().select().from(staff).where(eq(staff.code, code)).get(), code)
  return {
    app,
    folder: path.join(folder, 'data'),
    clock,
    recoveryKey: made.recoveryKey,
    passwords: new Map(made.passwords.map(({ account: name, password }) => [name, password])),
    staffId,
    moduleId: (code) => idOf(app.read().select().from(moduleTable).where(eq(moduleTable.code, code)).get(), code),
    asConsole: () => clientOf(app, { kind: 'console' }),
    as(staffCode, ...roles) {
      accounts += 1
      const accountId = app.environment.newId()
      app.mutate({
        actor: 'test',
        action: 'test.account',
        areas: ['account'],
        write(tx) {
          tx.insert(account).values({ id: accountId, seq: 1000 + accounts, name: `test-${accounts}`, staffId: staffCode === null ? null : staffId(staffCode) }).run()
          for (const role of roles) tx.insert(accountRole).values({ accountId, role }).run()
        },
        audit: () => ({ subject: accountId, detail: {} }),
      })
      return clientOf(app, { kind: 'account', accountId })
    },
    dispose() {
      app.close()
      rmSync(folder, { recursive: true })
      rmSync(temporary, { recursive: true })
    },
  }
}

/** The house around an app that is open already. */
export function houseOf(app: App): House {
  return createHouse({ settle: sealOrLog, folder: app.folder, environment: app.environment, app })
}

/** A client in this process; `null` has not logged in. */
export function clientOf(app: App, session: Session | null) {
  const house = houseOf(app)
  const connection = house.sessions.connect('test')
  connection.session = session
  return createRouterClient(router, { context: { house, connection } })
}

/** The code of the error that a call is refused with, or `done` when it is not. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
    throw error
  }
}
