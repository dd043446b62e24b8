import { eq } from 'drizzle-orm'
import type { Role } from '../../../shared/domain/access/roles.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { withoutSlot, readKeyFile, writeKeyFile } from '../../db/key-slots.ts'
import { account, accountRole, staff } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import type { Guarded } from '../app/guard.ts'
import { wholeTownship } from '../app/guard.ts'
import { nextSeq, nextVersion, requireRow } from '../app/rows.ts'
import { forgetFailures, prepareSecret } from '../session/login.ts'
import { named, nouns } from '../app/vocabulary.ts'

/** Makes an account and its key slot; the one-time password is shown once and must be changed at the first login. */
export async function addAccount(app: App, guard: Guarded, input: { readonly name: string; readonly staffId: string | null }) {
  const oneTimePassword = app.environment.newPassword()
  const writeSlot = await prepareSecret(app, { kind: 'account', name: input.name }, oneTimePassword)
  const made = guard.mutate({
    about: wholeTownship,
    write(tx) {
      if (tx.select().from(account).where(eq(account.name, input.name)).get() !== undefined) throw new Refusal('duplicate', { what: named(nouns.account, input.name) })
      if (input.staffId !== null) requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
      const id = app.environment.newId()
      tx.insert(account).values({ ...input, id, seq: nextSeq(tx, account) }).run()
      writeSlot()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: { name: input.name } }),
  })
  return { ...made, oneTimePassword }
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
      tx.update(account).set({ enabled: input.enabled, version }).where(eq(account.id, row.id)).run()
      if (!input.enabled) writeKeyFile(app.folder.keys, withoutSlot(readKeyFile(app.folder.keys), { kind: 'account', name: row.name }))
      return { version }
    },
    audit: () => ({ subject: input.id, detail: { enabled: input.enabled } }),
  })
}

export function replaceRoles(tx: Write, accountId: string, roles: readonly Role[]): void {
  tx.delete(accountRole).where(eq(accountRole.accountId, accountId)).run()
  for (const role of new Set(roles)) tx.insert(accountRole).values({ accountId, role }).run()
}
