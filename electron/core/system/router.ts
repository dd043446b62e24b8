import { asc, desc, eq } from 'drizzle-orm'
import { account, accountRole, auditEntry } from '../../db/schema/index.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { countRows, nextVersion, requireRow } from '../app/rows.ts'
import { addAccount, replaceRoles, resetPassword, setEnabled } from './accounts.ts'
import { makeBackup, restoreBackup } from './backup.ts'
import { checkTownship } from './check.ts'
import { dumpTownship } from './dump.ts'
import { nouns } from '../app/vocabulary.ts'

export const systemRouter = {
  accounts: guarded.system.accounts.handler(({ context: { guard } }) => {
    const roles = guard.read.select().from(accountRole).all()
    return guard.read.select().from(account).orderBy(asc(account.seq)).all().map((row) => ({ ...row, roles: roles.filter(({ accountId }) => accountId === row.id).map(({ role }) => role) }))
  }),

  addAccount: guarded.system.addAccount.handler(({ input, context: { app, guard } }) => addAccount(app, guard, input)),
  resetPassword: guarded.system.resetPassword.handler(({ input, context: { app, guard } }) => resetPassword(app, guard, input.id)),
  setEnabled: guarded.system.setEnabled.handler(({ input, context: { app, guard } }) => setEnabled(app, guard, input)),

  setRoles: guarded.system.setRoles.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireRow(tx.select().from(account).where(eq(account.id, input.id)).get(), nouns.account)
        const version = nextVersion(row, input.version)
        tx.update(account).set({ version }).where(eq(account.id, row.id)).run()
        replaceRoles(tx, row.id, input.roles)
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { roles: input.roles } }),
    }),
  ),

  audit: guarded.system.audit.handler(({ input, context: { guard } }) => ({
    rows: guard.read
      .select()
      .from(auditEntry)
      .orderBy(desc(auditEntry.seq))
      .limit(input.limit)
      .offset(input.offset)
      .all()
      .map((row) => ({ ...row, detail: parseDetail(row.detail) })),
    total: countRows(guard.read, auditEntry, undefined),
  })),

  check: guarded.system.check.handler(({ context: { app, guard } }) => {
    const report = checkTownship(app)
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: null, detail: { entries: report.audit.entries } }) })
    return report
  }),

  backup: guarded.system.backup.handler(({ context: { app, guard } }) => {
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: null, detail: {} }) })
    const bytes = makeBackup(app)
    const stamp = guard.now.replace(/\D/g, '').slice(0, 14)
    return { file: new File([new Uint8Array(bytes)], `township-${stamp}.twbak`) }
  }),

  restore: guarded.system.restore.handler(async ({ input, context: { app, guard } }) => {
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: null, detail: { phase: 'begin' } }) })
    const kept = restoreBackup(app, Buffer.from(await input.file.arrayBuffer()), guard.now)
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: kept, detail: { phase: 'restored' } }) })
    return { kept }
  }),

  dump: guarded.system.dump.handler(({ context: { guard } }) =>
    guard.mutate({ about: wholeTownship, write: (tx) => ({ document: dumpTownship(tx) }), audit: () => ({ subject: null, detail: {} }) }),
  ),
}

function parseDetail(json: string): unknown {
  return JSON.parse(json)
}
