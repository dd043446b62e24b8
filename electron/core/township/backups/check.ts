import { count } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { OpenDatabase } from '../../../db/open.ts'
import { requirePragmas } from '../../../db/open.ts'
import { account, resultVersion, scoreEntry, serviceEvent, staff, task, village } from '../../../db/schema/index.ts'
import type { App } from '../../app/app.ts'
import { verifyAnchor, verifyAudit } from '../../app/audit-chain.ts'

const counted = { staff, task, serviceEvent, scoreEntry, village, resultVersion, account }

/** Pages, references and pragmas of an open file; a fault is refused as `damaged`. */
export function checkDatabase({ raw }: OpenDatabase): void {
  requirePragmas(raw)
  if (raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new Refusal('damaged')
  const orphans = raw.pragma('foreign_key_check')
  if (Array.isArray(orphans) && orphans.length > 0) throw new Refusal('damaged')
}

/** The whole check of a township: pages, references, the audit chain and its anchor. */
export function checkTownship(app: App) {
  checkDatabase(app.database())
  const read = app.read()
  const head = verifyAudit(read, app.keys)
  const anchor = verifyAnchor(app.folder.anchor, read, app.keys)
  const tables = Object.fromEntries(Object.entries(counted).map(([name, table]) => [name, read.select({ rows: count() }).from(table).get()?.rows ?? 0]))
  return { integrity: 'ok' as const, foreignKeys: 'ok' as const, audit: { entries: head.seq, lastSeq: head.seq }, anchor, tables }
}
