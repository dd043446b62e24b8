import { desc } from 'drizzle-orm'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import type { DerivedKeys } from '../../db/derived-keys.ts'
import { writeDurably } from '../../db/durable-file.ts'
import { auditEntry } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { withoutIdNumbers } from '../../../shared/domain/people/without-id-numbers.ts'

/** What happened: never a password, never a full 身份证号. */
export interface AuditFact {
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: unknown
}

interface Head {
  readonly seq: number
  readonly mac: string
}

const beginning: Head = { seq: 0, mac: '' }

/** Appends one entry, chained to the one before by HMAC. A 身份证号 that somebody typed into a remark is masked here. */
export function appendAudit(tx: Write, keys: DerivedKeys, fact: AuditFact): void {
  const last = auditHead(tx)
  const detail = withoutIdNumbers(canonicalJson(fact.detail ?? {}))
  const subject = fact.subject === null ? null : withoutIdNumbers(fact.subject)
  const entry = { ...fact, subject, detail, seq: last.seq + 1 }
  tx.insert(auditEntry).values({ ...entry, mac: macOf(keys, last.mac, entry) }).run()
}

export function auditHead(read: Read): Head {
  return read.select({ seq: auditEntry.seq, mac: auditEntry.mac }).from(auditEntry).orderBy(desc(auditEntry.seq)).limit(1).get() ?? beginning
}

/** Walks the whole chain; the first entry that does not fit is refused as `audit_broken`. */
export function verifyAudit(read: Read, keys: DerivedKeys): Head {
  let last = beginning
  for (const entry of read.select().from(auditEntry).orderBy(auditEntry.seq).all()) {
    const expected = macOf(keys, last.mac, entry)
    if (entry.seq !== last.seq + 1 || !sameText(expected, entry.mac)) throw new Refusal('audit_broken', { seq: last.seq + 1 })
    last = { seq: entry.seq, mac: entry.mac }
  }
  return last
}

const anchorSchema = z.object({ seq: z.int(), mac: z.string(), seal: z.string() })

/**
 * Notes the head of the chain outside the database, so that a cut tail shows.
 * An anchor that the chain does not fit stays as it is: the next check must find it.
 */
export function writeAnchor(file: string, read: Read, keys: DerivedKeys): void {
  const head = auditHead(read)
  const anchor = readAnchor(file)
  if (anchor === 'damaged' || anchor?.mac === head.mac || (anchor !== null && !fits(anchor, read, keys))) return
  writeDurably(file, `${JSON.stringify({ ...head, seal: anchorSeal(keys, head) })}\n`)
}

/** Compares the anchor with the chain: every entry up to it must still be there. */
export function verifyAnchor(file: string, read: Read, keys: DerivedKeys): 'matches' | 'none' {
  const anchor = readAnchor(file)
  if (anchor === null) return 'none'
  if (anchor === 'damaged' || !fits(anchor, read, keys)) throw new Refusal('audit_broken', { seq: anchor === 'damaged' ? auditHead(read).seq : anchor.seq })
  return 'matches'
}

type Anchor = z.infer<typeof anchorSchema>

function fits(anchor: Anchor, read: Read, keys: DerivedKeys): boolean {
  const found = read.query.auditEntry.findFirst({ where: (row, { eq }) => eq(row.seq, anchor.seq) }).sync()
  return sameText(anchorSeal(keys, anchor), anchor.seal) && (anchor.seq === 0 || found?.mac === anchor.mac)
}

function readAnchor(file: string): Anchor | 'damaged' | null {
  if (!existsSync(file)) return null
  try {
    return anchorSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return 'damaged'
  }
}

function anchorSeal(keys: DerivedKeys, head: Head): string {
  return createHmac('sha256', keys.audit).update(`anchor\n${head.seq}\n${head.mac}`).digest('hex')
}

function macOf(keys: DerivedKeys, previous: string, entry: { seq: number; at: string; actor: string; action: string; subject: string | null; detail: string }): string {
  const { seq, at, actor, action, subject, detail } = entry
  return createHmac('sha256', keys.audit).update(JSON.stringify([previous, seq, at, actor, action, subject, detail])).digest('hex')
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
