import { z } from 'zod'
import { roles } from '../domain/access/roles.ts'
import { binaryFile } from './binary.ts'
import { command, id, name, pageOf, paging, query, rowVersion } from './procedure.ts'

const accountRow = z.object({ id, name: z.string(), staffId: id.nullable(), enabled: z.boolean(), roles: z.array(z.enum(roles)), version: rowVersion })

const auditRow = z.object({ seq: z.int(), at: z.string(), actor: z.string(), action: z.string(), subject: z.string().nullable(), detail: z.unknown() })

const checkReport = z.object({
  integrity: z.literal('ok'),
  foreignKeys: z.literal('ok'),
  audit: z.object({ entries: z.int(), lastSeq: z.int() }),
  anchor: z.enum(['matches', 'none']),
  tables: z.record(z.string(), z.int()),
})

export const system = {
  accounts: query('system.admin').output(z.array(accountRow)),
  /** Makes an account with a one-time password, shown once. */
  addAccount: command('system.admin', { changes: ['account'], errors: ['duplicate'] })
    .input(z.object({ name, staffId: id.nullable() }))
    .output(z.object({ id, oneTimePassword: z.string() })),
  resetPassword: command('system.admin', { changes: ['account'] }).input(z.object({ id })).output(z.object({ oneTimePassword: z.string() })),
  setEnabled: command('system.admin', { changes: ['account'] }).input(z.object({ id, enabled: z.boolean(), version: rowVersion })).output(z.object({ version: rowVersion })),
  setRoles: command('security.admin', { changes: ['account'] })
    .input(z.object({ id, roles: z.array(z.enum(roles)), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  audit: query('audit.read').input(paging).output(pageOf(auditRow)),
  check: command('system.admin', { changes: ['audit'], errors: ['audit_broken', 'damaged'], console: true }).output(checkReport),
  backup: command('system.admin', { changes: ['audit'], console: true }).output(z.object({ file: binaryFile })),
  restore: command('system.admin', { changes: ['township'], errors: ['backup_refused', 'newer_database'] })
    .input(z.object({ file: binaryFile }))
    .output(z.object({ kept: z.string() })),
  dump: command('period.run', { changes: ['audit'] }).output(z.object({ document: z.unknown() })),
}
