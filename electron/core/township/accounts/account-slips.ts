import { asc, eq, inArray, isNull, and, gte, or } from 'drizzle-orm'
import type { Role } from '../../../../shared/domain/township/access/roles.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { loginNameFor } from '../../../../shared/domain/people/login-name.ts'
import type { Track } from '../../../../shared/domain/people/codes.ts'
import { newSlots, putSlots, readKeyFile, writeKeyFile, type Slot } from '../../../db/key-slots.ts'
import { account, accountRole, moduleOffice, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { viewFor } from '../../app/access.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { coversDay } from '../../app/standing.ts'
import { capabilityNames, named, nouns } from '../../app/vocabulary.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { insertAccount, requireFreeName } from './accounts.ts'
import { systemWords } from './vocabulary.ts'

type GrantedRole = Exclude<Role, 'setup'>

export interface NewAccount {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly GrantedRole[]
}

export interface Slip {
  readonly name: string
  readonly staffName: string
  readonly moduleName: string
  readonly oneTimePassword: string
}

export type AddAccountsEvent = { readonly kind: 'progress'; readonly done: number; readonly of: number } | { readonly kind: 'done'; readonly slips: Slip[] }

/** Each derivation takes 128 MB and a core for a third of a second. */
const derivationsAtOnce = 2

/**
 * Accounts for many people with one-time passwords for their slips: all of them, or none. Roles are given only by who may give roles.
 * Refusals: `forbidden`, `duplicate`, `not_found`; all but those of a race come before the first password is derived.
 */
export async function addAccounts(app: App, guard: Guarded, entries: readonly NewAccount[], report: (event: AddAccountsEvent) => void, signal: AbortSignal): Promise<AddAccountsEvent> {
  const made = entries.map((entry) => ({ ...entry, oneTimePassword: app.environment.newPassword() }))
  const slots: Slot[] = []
  report({ kind: 'progress', done: 0, of: made.length })
  for (let at = 0; at < made.length; at += derivationsAtOnce) {
    const secrets = made.slice(at, at + derivationsAtOnce).map(({ name, oneTimePassword }) => ({ owner: { kind: 'account', name } as const, secret: oneTimePassword }))
    slots.push(...(await newSlots(readKeyFile(app.folder.keys), secrets, app.dataKey, app.environment.keyCost)))
    signal.throwIfAborted()
    report({ kind: 'progress', done: slots.length, of: made.length })
  }
  guard.mutate({
    about: wholeTownship,
    write(tx) {
      requireNewAccounts(tx, entries)
      for (const { name, staffId, roles } of made) {
        const accountId = insertAccount(app, tx, { name, staffId })
        for (const role of new Set(roles)) tx.insert(accountRole).values({ accountId, role }).run()
      }
      // Last, so that neither the rows nor the slots stand without the other.
      writeKeyFile(app.folder.keys, putSlots(readKeyFile(app.folder.keys), slots))
    },
    audit: () => ({ subject: null, detail: { accounts: entries.map(({ name, staffId, roles }) => ({ name, staffId, roles })) } }),
  })
  const people = peopleById(guard.read, dayInChina(guard.now))
  return {
    kind: 'done',
    slips: made.map(({ name, staffId, oneTimePassword }) => ({ name, oneTimePassword, staffName: people.get(staffId)?.name ?? '', moduleName: people.get(staffId)?.moduleName ?? '' })),
  }
}

/** Refuses what could not be made, before anything is derived. */
export function checkNewAccounts(app: App, guard: Guarded, entries: readonly NewAccount[]): void {
  guard.requireScope(wholeTownship())
  if (entries.some(({ roles }) => roles.length > 0) && viewFor(guard.actor, 'security.admin') === null) {
    app.mutate({ actor: guard.actor.name, action: 'refused', areas: [], write: () => null, audit: () => ({ subject: 'system.addAccounts', detail: { code: 'forbidden' } }) })
    throw new Refusal('forbidden', { capability: capabilityNames['security.admin'] })
  }
  requireNewAccounts(guard.read, entries)
}

/** One account a person, one person a name. */
function requireNewAccounts(read: Read, entries: readonly NewAccount[]): void {
  const names = new Set<string>()
  const people = new Set<string>()
  for (const { name, staffId } of entries) {
    requireFreeName(read, name)
    if (names.has(name)) throw new Refusal('duplicate', { what: named(nouns.account, name) })
    const person = requireRow(read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
    const held = read.select({ id: account.id }).from(account).where(eq(account.staffId, staffId)).limit(1).get()
    if (held !== undefined || people.has(staffId)) throw new Refusal('duplicate', { what: systemWords.personTwice(person.name) })
    names.add(name)
    people.add(staffId)
  }
}

/** Login name and roles for everybody in office who has no account, in official order. */
export function suggestAccounts(read: Read, today: string) {
  const taken = new Set(read.select({ name: account.name }).from(account).all().map(({ name }) => name.toLowerCase()))
  const held = new Set(read.select({ staffId: account.staffId }).from(account).all().map(({ staffId }) => staffId))
  const people = peopleById(read, today)
  const offices = Map.groupBy(
    read.select({ staffId: moduleOffice.staffId, office: moduleOffice.office }).from(moduleOffice).where(and(coversDay(moduleOffice.from, moduleOffice.to, today), inArray(moduleOffice.office, ['head', 'lead_a', 'lead_b']))).all(),
    ({ staffId }) => staffId,
  )
  return read
    .select({ id: staff.id, name: staff.name, track: staff.track })
    .from(staff)
    .where(or(isNull(staff.leftOn), gte(staff.leftOn, today)))
    .orderBy(asc(staff.seq))
    .all()
    .filter(({ id }) => !held.has(id))
    .map(({ id, name, track }) => {
      const loginName = loginNameFor(name, (candidate) => taken.has(candidate))
      taken.add(loginName)
      return { staffId: id, staffName: name, moduleName: people.get(id)?.moduleName ?? '', name: loginName, roles: rolesFor(track, (offices.get(id) ?? []).map(({ office }) => office)) }
    })
}

/** 经办 for everybody; 模块长, 牵头领导 and 班子, 党政正职 by what they hold. */
function rolesFor(track: Track, offices: readonly string[]): GrantedRole[] {
  const leads = track === 'leader' || offices.includes('lead_a') || offices.includes('lead_b')
  return ['clerk', ...(offices.includes('head') ? (['head'] as const) : []), ...(leads ? (['leader'] as const) : []), ...(track === 'excluded' ? (['principal'] as const) : [])]
}

function peopleById(read: Read, today: string) {
  return new Map(printedPeople(read, today).map((person) => [person.id, person]))
}
