import { and, eq, gte, lt } from 'drizzle-orm'
import { createHmac } from 'node:crypto'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { newSlots, openSlot, putSlots, readKeyFile, writeKeyFile, type SlotOwner } from '../../db/key-slots.ts'
import { account, loginAttempt } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import type { App } from './app.ts'
import { attemptsAllowed, windowMinutes, type LoginOwner } from './attempts.ts'
import type { Session } from './session.ts'

/**
 * Checks a secret against its key slot and gives the session. Unknown and known names run the same path.
 * Refusals: `wrong_key`, `locked_out` (5 failures in 15 minutes, kept in the database), `account_disabled`.
 */
export async function login(app: App, owner: LoginOwner, secret: string): Promise<Session> {
  await requireSecret(app, owner, secret)
  return openSession(app, owner)
}

/** Refusals: `wrong_key`, `locked_out`. */
export async function requireSecret(app: App, owner: LoginOwner, secret: string): Promise<void> {
  requireNotLocked(app, owner)
  const dataKey = await openSlot(readKeyFile(app.folder.keys), owner, secret)
  // Again, because attempts made side by side all pass the first check: beyond the fifth none learns whether it was right.
  requireNotLocked(app, owner)
  if (dataKey?.equals(app.dataKey)) return
  noteFailure(app, nameDigest(app, owner), app.environment.now())
  throw new Refusal('wrong_key')
}

/** The session of an owner whose secret has just opened a slot. Refusals: `wrong_key`, `locked_out`, `account_disabled`. */
export function openSession(app: App, owner: LoginOwner): Session {
  requireNotLocked(app, owner)
  const row = owner.kind === 'account' ? app.read().select().from(account).where(eq(account.name, owner.name)).get() : undefined
  if (owner.kind === 'account' && row === undefined) throw new Refusal('wrong_key')
  if (row !== undefined && !row.enabled) throw new Refusal('account_disabled')
  const name = row?.name ?? 'console'
  app.mutate({
    actor: name,
    action: 'session.login',
    areas: ['account'],
    write: (tx) => forgetFailures(app, tx, owner),
    audit: () => ({ subject: name, detail: {} }),
  })
  return row === undefined ? { kind: 'console' } : { kind: 'account', accountId: row.id }
}

/** At least 10 characters with letters and digits. */
export function requireStrongPassword(password: string): void {
  if (password.length < 10 || !/\p{L}/u.test(password) || !/\d/.test(password)) throw new Refusal('password_weak')
}

/**
 * Derives the slot of `owner` for a new secret and gives what writes it: to be called inside the transaction that records it,
 * as its last step, so that neither happens without the other.
 */
export async function prepareSecret(app: App, owner: SlotOwner, secret: string): Promise<() => void> {
  const slots = await newSlots(readKeyFile(app.folder.keys), [{ owner, secret }], app.dataKey, app.environment.keyCost)
  return () => writeKeyFile(app.folder.keys, putSlots(readKeyFile(app.folder.keys), slots))
}

/** Opens the lock of an owner. */
export function forgetFailures(app: App, tx: Write, owner: LoginOwner): void {
  tx.delete(loginAttempt).where(eq(loginAttempt.nameDigest, nameDigest(app, owner))).run()
}

function requireNotLocked(app: App, owner: LoginOwner): void {
  const minutes = lockedMinutes(app, nameDigest(app, owner), app.environment.now())
  if (minutes > 0) throw new Refusal('locked_out', { minutes })
}

/** Failures later than `now` count too: a clock set back opens no lock. */
function lockedMinutes(app: App, digest: string, now: string): number {
  const since = new Date(Date.parse(now) - windowMinutes * 60_000).toISOString()
  const failures = app.read().select().from(loginAttempt).where(and(eq(loginAttempt.nameDigest, digest), gte(loginAttempt.at, since))).all()
  if (failures.length < attemptsAllowed) return 0
  const newest = failures.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0)
  return Math.max(1, Math.ceil((newest - Date.parse(now)) / 60_000 + windowMinutes))
}

function noteFailure(app: App, digest: string, now: string): void {
  const since = new Date(Date.parse(now) - windowMinutes * 60_000).toISOString()
  app.mutate({
    actor: 'login',
    action: 'session.failed',
    areas: ['account'],
    write(tx) {
      tx.delete(loginAttempt).where(and(eq(loginAttempt.nameDigest, digest), lt(loginAttempt.at, since))).run()
      tx.insert(loginAttempt).values({ id: app.environment.newId(), nameDigest: digest, at: now }).run()
    },
    audit: () => ({ subject: null, detail: { name: digest.slice(0, 12) } }),
  })
}

function nameDigest(app: App, owner: SlotOwner): string {
  return createHmac('sha256', app.keys.audit).update(owner.kind === 'account' ? `account:${owner.name}` : owner.kind).digest('hex')
}
