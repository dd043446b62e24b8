import { asc, eq } from 'drizzle-orm'
import path from 'node:path'
import { areas } from '../../../shared/contract/procedure.ts'
import { account, staff } from '../../db/schema/index.ts'
import { checkAttachments, clearOrphans } from './attachments/check-files.ts'
import { dayInChina } from '../app/environment.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { withProgress } from '../app/progress.ts'
import { votingAtHand } from './backups/voting-at-hand.ts'
import { addAccount, resetPassword, rolesOf, setEnabled, setRoles } from './accounts/accounts.ts'
import { addAccounts, checkNewAccounts, suggestAccounts, type AddAccountsEvent } from './accounts/account-slips.ts'
import { auditChoices, auditDetail, lastLogins, listAudit } from './audit/audit-log.ts'
import { makeBackup, restoreBackup } from './backups/backup.ts'
import { listBackups, stampOf, writeBackupHere } from './backups/backup-files.ts'
import { checkTownship } from './backups/check.ts'
import { dumpTownship } from './backups/dump.ts'
import { finishSetup } from './accounts/finish-setup.ts'

export const systemRouter = {
  accounts: guarded.system.accounts.handler(({ context: { guard: { read } } }) => {
    const roles = rolesOf(read)
    const logins = lastLogins(read)
    return read
      .select({ row: account, staffName: staff.name })
      .from(account)
      .leftJoin(staff, eq(staff.id, account.staffId))
      .orderBy(asc(account.seq))
      .all()
      .map(({ row, staffName }) => ({ ...row, staffName, roles: roles(row.id), lastLogin: logins.get(row.name) ?? null }))
  }),

  suggestAccounts: guarded.system.suggestAccounts.handler(({ context: { guard } }) => suggestAccounts(guard.read, dayInChina(guard.now))),

  addAccount: guarded.system.addAccount.handler(({ input, context: { app, guard } }) => addAccount(app, guard, input)),

  addAccounts: guarded.system.addAccounts.handler(({ input, context: { app, guard }, signal }) => {
    checkNewAccounts(app, guard, input.entries)
    return withProgress<AddAccountsEvent, AddAccountsEvent>(signal, (report, stop) => addAccounts(app, guard, input.entries, report, stop))
  }),

  resetPassword: guarded.system.resetPassword.handler(async ({ input, context: { app, guard, house, connection } }) => {
    const made = await resetPassword(app, guard, input.id)
    house.sessions.endOf({ kind: 'account', accountId: input.id }, connection)
    return made
  }),

  setEnabled: guarded.system.setEnabled.handler(({ input, context: { app, guard, house } }) => {
    const written = setEnabled(app, guard, input)
    if (!input.enabled) house.sessions.endOf({ kind: 'account', accountId: input.id }, null)
    return written
  }),

  setRoles: guarded.system.setRoles.handler(({ input, context: { guard } }) => setRoles(guard, input)),
  finishSetup: guarded.system.finishSetup.handler(({ input, context: { guard } }) => finishSetup(guard, input)),

  audit: guarded.system.audit.handler(({ input, context: { guard } }) => listAudit(guard.read, input)),
  auditDetail: guarded.system.auditDetail.handler(({ input, context: { guard } }) => auditDetail(guard.read, input.seq)),
  auditChoices: guarded.system.auditChoices.handler(({ context: { guard } }) => auditChoices(guard.read)),

  check: guarded.system.check.handler(async ({ context: { app, guard } }) => {
    const report = checkTownship(app)
    const found = await checkAttachments(app)
    return guard.mutate({
      about: wholeTownship,
      write: () => ({ ...report, attachments: { ...found, missing: [...found.missing], damaged: [...found.damaged], cleared: clearOrphans(app) } }),
      audit: ({ attachments: { missing, damaged, cleared } }) => ({ subject: null, detail: { entries: report.audit.entries, missing: missing.length, damaged: damaged.length, cleared } }),
    })
  }),

  backups: guarded.system.backups.handler(({ context: { app } }) => listBackups(app.folder)),

  backup: guarded.system.backup.handler(async ({ context: { app, guard, house } }) => {
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: null, detail: {} }) })
    const file = path.join(app.environment.temporary, `outgoing-${app.environment.newId()}`)
    const { contents, size, faulty } = await makeBackup(app, file)
    const transfer = house.transfers.offer([{ file, size }, ...contents], file)
    return { transfer, fileName: `township-${stampOf(guard.now)}.twbak`, size: contents.reduce((sum, content) => sum + content.size, size), faulty }
  }),

  readBackup: guarded.system.readBackup.handler(({ input, context: { guard, house } }) => {
    guard.requireScope(wholeTownship())
    return { piece: new File([new Uint8Array(house.transfers.read(input.transfer, input.at))], 'piece') }
  }),

  endTransfer: guarded.system.endTransfer.handler(({ input, context: { guard, house } }) => {
    guard.requireScope(wholeTownship())
    house.transfers.end(input.transfer)
    return {}
  }),

  backupHere: guarded.system.backupHere.handler(({ context: { app, guard } }) => {
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: null, detail: {} }) })
    return writeBackupHere(app, guard.now)
  }),

  sendBackup: guarded.system.sendBackup.handler(async ({ input, context: { guard, house } }) => {
    guard.requireScope(wholeTownship())
    return { transfer: house.transfers.receive(input.transfer, input.at, new Uint8Array(await input.piece.arrayBuffer())) }
  }),

  restore: guarded.system.restore.handler(async ({ input, context: { app, guard, house, connection } }) => {
    guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: null, detail: { phase: 'begin' } }) })
    try {
      // The file that comes may know nothing of a voting under way, of which files stay behind.
      const since = votingAtHand(guard.read)
      const restored = await restoreBackup(app, house.transfers.received(input.transfer), guard.now)
      guard.mutate({ about: wholeTownship, write: () => null, audit: () => ({ subject: restored.kept, detail: { phase: 'restored', ...(since === null ? {} : { votingSince: since }) } }) })
      // What other windows show is of the file that is gone, and so may be their accounts.
      app.feed.publish(areas)
      house.sessions.endAll(connection)
      return restored
    } finally {
      house.transfers.end(input.transfer)
    }
  }),

  dump: guarded.system.dump.handler(({ context: { guard } }) =>
    guard.mutate({ about: wholeTownship, write: (tx) => ({ document: dumpTownship(tx) }), audit: () => ({ subject: null, detail: {} }) }),
  ),
}
