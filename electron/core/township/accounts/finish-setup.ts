import { and, eq } from 'drizzle-orm'
import { administratorRoles } from '../../../../shared/contract/township/system.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { account, accountRole } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { rolesOf } from './accounts.ts'
import { systemWords } from './vocabulary.ts'

type AdministratorRole = (typeof administratorRoles)[number]

export interface SetupEnd {
  readonly administrators: readonly { readonly accountId: string; readonly role: AdministratorRole }[]
  readonly threePeople: boolean
}

/**
 * Ends the first-run wizard: whoever holds `setup` becomes sysadmin, the others what the list says.
 * Refusals: `not_in_state` (the wizard has ended), `not_found`, `invalid_input`.
 */
export function finishSetup(guard: Guarded, { administrators, threePeople }: SetupEnd): Record<string, never> {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const { actor } = guard
      if (actor.kind !== 'account' || !rolesOf(tx)(actor.accountId).includes('setup')) throw new Refusal('not_in_state', { state: systemWords.finished, action: systemWords.finishAgain })
      const given = [{ accountId: actor.accountId, role: 'sysadmin' } as const, ...administrators]
      for (const { accountId } of given) requireUsable(tx, accountId)
      for (const role of administratorRoles) if (!given.some((one) => one.role === role)) refuse(systemWords.noneOf[role])
      if (threePeople) requireThreePeople(tx, given)
      tx.delete(accountRole).where(and(eq(accountRole.accountId, actor.accountId), eq(accountRole.role, 'setup'))).run()
      for (const one of given) tx.insert(accountRole).values(one).onConflictDoNothing().run()
      return {}
    },
    audit: () => ({ subject: null, detail: { administrators, threePeople } }),
  })
}

function requireUsable(read: Read, accountId: string): void {
  const row = requireRow(read.select().from(account).where(eq(account.id, accountId)).get(), nouns.account)
  if (!row.enabled) refuse(systemWords.disabled(row.name))
}

/** 三员分立: one office each, and nothing besides. */
function requireThreePeople(read: Read, given: SetupEnd['administrators']): void {
  const held = rolesOf(read)
  for (const { accountId, role } of given) {
    if (given.some((other) => other.accountId === accountId && other.role !== role)) refuse(systemWords.threePeople)
    const others = held(accountId).filter((other) => other !== 'setup' && other !== role)
    if (others.length > 0) refuse(systemWords.otherOffice(requireRow(read.select({ name: account.name }).from(account).where(eq(account.id, accountId)).get(), nouns.account).name))
  }
}

function refuse(reason: string): never {
  throw new Refusal('invalid_input', { field: systemWords.administrator, reason })
}
