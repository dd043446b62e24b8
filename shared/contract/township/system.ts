import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { roles } from '../../domain/township/access/roles.ts'
import { binaryFile } from '../binary.ts'
import { command, day, id, name, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { pieceBytes } from '../transfer-pieces.ts'
import { faults } from '../vocabulary.ts'

const accountRow = z.object({
  id,
  name: z.string(),
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  enabled: z.boolean(),
  mustChangePassword: z.boolean(),
  roles: z.array(z.enum(roles)),
  /** The latest login the audit log knows. */
  lastLogin: z.string().nullable(),
  version: rowVersion,
})

/** Roles that may be given: `setup` belongs to whoever made the township and to nobody else. */
export const grantableRoles = roles.filter((role) => role !== 'setup')
const grantable = z.enum(roles).exclude(['setup'])

const suggestion = z.object({ staffId: id, staffName: z.string(), moduleName: z.string(), name: z.string(), roles: z.array(grantable) })

const newAccount = z.object({ staffId: id, name, roles: z.array(grantable) })

const slip = z.object({ name: z.string(), staffName: z.string(), moduleName: z.string(), oneTimePassword: z.string() })

const addAccountsEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), of: z.int() }),
  /** One-time passwords, shown once. */
  z.object({ kind: z.literal('done'), slips: z.array(slip) }),
])

export const administratorRoles = ['sysadmin', 'secadmin', 'auditor'] as const

const word = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** One entry of the first level of a detail, as a list tells it; texts are cut. */
const auditFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('word'), key: z.string(), word }),
  z.object({ kind: z.literal('words'), key: z.string(), words: z.array(word) }),
  z.object({ kind: z.literal('items'), key: z.string(), count: z.int() }),
  z.object({ kind: z.literal('more'), key: z.string() }),
])
export type AuditFact = z.infer<typeof auditFact>

const auditRow = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  /** In Chinese; the action itself where it has no name. */
  actionName: z.string(),
  subject: z.string().nullable(),
  /** What the subject is called today, where it still stands. */
  subjectName: z.string().nullable(),
  summary: z.array(auditFact),
})

const auditFilter = z.object({
  actor: z.string().optional(),
  action: z.string().optional(),
  /** Anywhere in the subject, its name, or the detail. */
  text: z.string().trim().max(50, faults.tooLong(50)).optional(),
  from: day.optional(),
  to: day.optional(),
})

const faultyFile = z.object({ id, name: z.string() })

const checkReport = z.object({
  integrity: z.literal('ok'),
  foreignKeys: z.literal('ok'),
  audit: z.object({ entries: z.int(), lastSeq: z.int() }),
  anchor: z.enum(['matches', 'none']),
  tables: z.record(z.string(), z.int()),
  /** Attached files, each opened: those that are gone or changed, how many nobody names, and how many of these were cleared away. */
  attachments: z.object({ rows: z.int(), files: z.int(), missing: z.array(faultyFile), damaged: z.array(faultyFile), orphans: z.int(), cleared: z.int() }),
})

export const backupKinds = ['backup', 'beforeRestore', 'beforeUpgrade'] as const

export const backupRow = z.object({ name: z.string(), kind: z.enum(backupKinds), size: z.int(), madeAt: z.string() })

/** A piece of a backup on its way in, behind those before. */
export const backupPiece = z.object({ transfer: id.nullable(), at: z.int().min(0), piece: binaryFile.refine(({ size }) => size <= pieceBytes) })

export const system = {
  accounts: query('account.read', ['account', 'staff']).output(z.array(accountRow)),
  /** Login name and roles for everybody in office who has no account, as names, offices and tracks suggest them. */
  suggestAccounts: query('system.admin', ['account', 'staff', 'module']).output(z.array(suggestion)),
  /** Makes an account with a one-time password, shown once. */
  addAccount: command('system.admin', { changes: ['account'], errors: ['duplicate'] })
    .input(z.object({ name, staffId: id.nullable() }))
    .output(z.object({ id, oneTimePassword: z.string() })),
  /** Makes accounts for many, all or none, telling how far it is. Roles are given only by who may give roles. */
  addAccounts: command('system.admin', { changes: ['account'], errors: ['duplicate'] })
    .input(z.object({ entries: z.array(newAccount).min(1, faults.empty).max(500, faults.tooMuch(500)) }))
    .output(eventIterator(addAccountsEvent)),
  resetPassword: command('system.admin', { changes: ['account'] }).input(z.object({ id })).output(z.object({ oneTimePassword: z.string() })),
  setEnabled: command('system.admin', { changes: ['account'] }).input(z.object({ id, enabled: z.boolean(), version: rowVersion })).output(z.object({ version: rowVersion })),
  setRoles: command('security.admin', { changes: ['account'] })
    .input(z.object({ id, roles: z.array(grantable), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /**
   * Ends the first-run wizard: whoever made the township is sysadmin from now on, others are what the list says.
   * With `threePeople` the three offices are held by three accounts that do nothing else (等保).
   */
  finishSetup: command('security.admin', { changes: ['account', 'township'], errors: ['not_in_state'] })
    .input(z.object({ administrators: z.array(z.object({ accountId: id, role: z.enum(administratorRoles) })), threePeople: z.boolean() }))
    .output(z.object({})),
  audit: query('audit.read', ['audit']).input(paging.extend(auditFilter.shape)).output(pageOf(auditRow)),
  /** The whole of one entry. */
  auditDetail: query('audit.read', []).input(z.object({ seq: z.int() })).output(z.object({ detail: z.unknown() })),
  /** What there is to filter by: the actors and actions of the log. */
  auditChoices: query('audit.read', ['audit']).output(z.object({ actors: z.array(z.string()), actions: z.array(z.object({ action: z.string(), name: z.string() })) })),
  check: command('system.admin', { changes: ['audit'], errors: ['audit_broken', 'damaged'], console: true }).output(checkReport),
  /** The backup files in the data folder and the files kept beside the database, the newest first. */
  backups: query('system.admin', ['audit']).output(z.array(backupRow)),
  /** Makes one verified backup, to be taken piece by piece; `faulty` attached files are gone or changed and not in it. */
  backup: command('system.admin', { changes: ['audit'], console: true }).output(z.object({ transfer: id, fileName: z.string(), size: z.int(), faulty: z.int() })),
  readBackup: command('system.admin', { changes: [], console: true }).input(z.object({ transfer: id, at: z.int().min(0) })).output(z.object({ piece: binaryFile })),
  /** Ends a transfer, taken to its end or given up. */
  endTransfer: command('system.admin', { changes: [], console: true }).input(z.object({ transfer: id })).output(z.object({})),
  /** One verified backup into the data folder; attached files are copied once. */
  backupHere: command('system.admin', { changes: ['audit'], console: true }).output(backupRow.extend({ faulty: z.int() })),
  /** Hands in a piece of a backup; null begins. */
  sendBackup: command('system.admin', { changes: [] }).input(backupPiece).output(z.object({ transfer: id })),
  /** Back to a backup that was handed in. The database of before is kept; `missing` attached files are neither in the backup nor here. */
  restore: command('system.admin', { changes: ['township'], errors: ['backup_refused', 'newer_database'] })
    .input(z.object({ transfer: id }))
    .output(z.object({ kept: z.string(), missing: z.int() })),
  dump: command('period.run', { changes: ['audit'] }).output(z.object({ document: z.unknown() })),
}
