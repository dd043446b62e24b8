import { and, eq, ne } from 'drizzle-orm'
import { roles as everyRole, type Role } from '../../../../shared/domain/township/access/roles.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { withoutSlot, readKeyFile, writeKeyFile } from '../../../db/key-slots.ts'
import { account, accountRole, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import { wholeTownship } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireRow } from '../../app/rows.ts'
import { forgetFailures, prepareSecret } from '../../app/login.ts'
import { named, nouns } from '../../app/vocabulary.ts'
import { systemWords } from './vocabulary.ts'

/** Makes an account and its key slot; the one-time password is shown once and must be changed at the first login. */
export async function addAccount(app: App, guard: Guarded, input: { readonly name: string; readonly staffId: string | null }) {
  const oneTimePassword = app.environment.newPassword()
  const writeSlot = await prepareSecret(app, { kind: 'account', name: input.name }, oneTimePassword)
  const made = guard.mutate({
    about: wholeTownship,
    write(tx) {
      const id = insertAccount(app, tx, input)
      writeSlot()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: { name: input.name } }),
  })
  return { ...made, oneTimePassword }
}

/** Refusals: `invalid_input` and `duplicate` (the name), `not_found` (the person). */
export function insertAccount(app: App, tx: Write, input: { readonly name: string; readonly staffId: string | null }): string {
  requireFreeName(tx, input.name)
  if (input.staffId !== null) requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
  const id = app.environment.newId()
  tx.insert(account).values({ ...input, id, seq: nextSeq(tx, account) }).run()
  return id
}

/** Whom the audit log names for what no account has done. */
const ownNames: ReadonlySet<string> = new Set(['console', 'login'])

/** Refuses a name that the audit log would mistake for its own. */
export function requireUsableName(name: string): void {
  if (ownNames.has(name.normalize('NFKC').trim().toLowerCase())) throw new Refusal('invalid_input', { field: systemWords.loginName, reason: systemWords.reserved(name) })
}

export function requireFreeName(read: Read, name: string): void {
  requireUsableName(name)
  if (read.select().from(account).where(eq(account.name, name)).get() !== undefined) throw new Refusal('duplicate', { what: named(nouns.account, name) })
}

/** A new one-time password; the lock of whoever has typed the old one wrong too often opens with it. */
export async function resetPassword(app: App, guard: Guarded, id: string) {
  const oneTimePassword = app.environment.newPassword()
  const { name } = requireRow(app.read().select().from(account).where(eq(account.id, id)).get(), nouns.account)
  const writeSlot = await prepareSecret(app, { kind: 'account', name }, oneTimePassword)
  guard.mutate({
    about: wholeTownship,
    write(tx) {
      const row = requireRow(tx.select().from(account).where(eq(account.id, id)).get(), nouns.account)
      tx.update(account).set({ mustChangePassword: true, version: row.version + 1 }).where(eq(account.id, id)).run()
      forgetFailures(app, tx, { kind: 'account', name })
      writeSlot()
    },
    audit: () => ({ subject: id, detail: {} }),
  })
  return { oneTimePassword }
}

/** A disabled account loses its key slot: its password opens nothing any more. It gets a new one by `resetPassword`. */
export function setEnabled(app: App, guard: Guarded, input: { readonly id: string; readonly enabled: boolean; readonly version: number }) {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const row = requireRow(tx.select().from(account).where(eq(account.id, input.id)).get(), nouns.account)
      const version = nextVersion(row, input.version)
      keepingAdministrators(tx, () => tx.update(account).set({ enabled: input.enabled, version }).where(eq(account.id, row.id)).run())
      if (!input.enabled) writeKeyFile(app.folder.keys, withoutSlot(readKeyFile(app.folder.keys), { kind: 'account', name: row.name }))
      return { version }
    },
    audit: () => ({ subject: input.id, detail: { enabled: input.enabled } }),
  })
}

/** Gives an account just these roles; `setup` is neither given nor taken here. */
export function setRoles(guard: Guarded, input: { readonly id: string; readonly roles: readonly Role[]; readonly version: number }) {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const row = requireRow(tx.select().from(account).where(eq(account.id, input.id)).get(), nouns.account)
      const version = nextVersion(row, input.version)
      tx.update(account).set({ version }).where(eq(account.id, row.id)).run()
      keepingAdministrators(tx, () => replaceRoles(tx, row.id, input.roles))
      return { version }
    },
    audit: () => ({ subject: input.id, detail: { roles: input.roles } }),
  })
}

function replaceRoles(tx: Write, accountId: string, roles: readonly Role[]): void {
  tx.delete(accountRole).where(and(eq(accountRole.accountId, accountId), ne(accountRole.role, 'setup'))).run()
  for (const role of new Set(roles)) tx.insert(accountRole).values({ accountId, role }).run()
}

/** Refuses a change that would leave nobody to administer accounts or roles, where somebody did before. */
function keepingAdministrators(tx: Write, change: () => unknown): void {
  const offices = ['sysadmin', 'secadmin'] as const
  const before = offices.filter((role) => isHeld(tx, role))
  change()
  const lost = before.find((role) => !isHeld(tx, role))
  if (lost !== undefined) throw new Refusal('invalid_input', { field: systemWords.roles, reason: systemWords.lastOf[lost] })
}

function isHeld(read: Read, role: Role): boolean {
  const held = read.select({ id: account.id }).from(account).innerJoin(accountRole, eq(accountRole.accountId, account.id)).where(and(eq(account.enabled, true), eq(accountRole.role, role))).limit(1).get()
  return held !== undefined
}

/** Roles by account, in the order of their list. */
export function rolesOf(read: Read): (accountId: string) => Role[] {
  const held = Map.groupBy(read.select().from(accountRole).all(), ({ accountId }) => accountId)
  return (accountId) => everyRole.filter((role) => held.get(accountId)?.some((row) => row.role === role))
}
