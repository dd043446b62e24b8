import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Role } from '../../../../shared/domain/township/access/roles.ts'
import { nextSteps, type Actors, type NextFacts } from '../../../../shared/domain/tasks/tasks/next-step.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { account, accountRole, moduleOffice, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { actorNames } from '../../app/actor-names.ts'
import { coversDay } from '../../app/standing.ts'
import type { Party, TaskRow } from './describe.ts'
import { barredFrom } from './other-hands.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** 下一步由谁做什么, with the names of those who have to; neither a doer nor whoever is barred by what he did before is among those who judge. */
export function nextUp(read: Read, row: TaskRow, parties: readonly Party[], facts: Omit<NextFacts, 'state' | 'parts'>, today: string) {
  const doers = parties.map(({ staffId }) => staffId)
  return nextSteps({ ...facts, state: row.state, parts: parties.map(({ state }) => state) }).map(({ action, who, part }) => {
    const party = part === null ? undefined : parties[part]
    return { action, people: [...peopleOf(who, party, new Set([...doers, ...barredFrom(read, action, row.id)]))], part: parties.length > 1 ? (party?.staffName ?? null) : null }
  })

  function peopleOf(who: Actors, party: Party | undefined, barred: ReadonlySet<string>): readonly string[] {
    const others = (people: readonly Named[]) => people.filter(({ id }) => !barred.has(id)).map(({ name }) => name)
    switch (who) {
      case 'doer':
        return party === undefined ? parties.filter(({ role }) => role === 'host').map(({ staffName }) => staffName) : [party.staffName]
      case 'drafter':
        return [nameOf(row.draftedBy ?? '') ?? parties[0]?.staffName ?? '']
      case 'issuer':
      case 'head':
        return orElse(others(holders(['head', 'deputy'])), others(holders(['lead_a', 'lead_b'])))
      case 'verifier':
        return orElse(others(withRole('inspector')), others(holders(['lead_a', 'lead_b'])))
      case 'decider':
        return others(withRole('inspector'))
      case 'leader':
        return orElse(others(holders(['lead_a', 'lead_b'])), others(withRole('principal')))
      default:
        return assertNever(who)
    }
  }

  function nameOf(accountName: string): string | undefined {
    return accountName === '' ? undefined : actorNames(read)(accountName)
  }

  function holders(offices: readonly ('head' | 'deputy' | 'lead_a' | 'lead_b')[]): readonly Named[] {
    return read
      .selectDistinct({ id: staff.id, name: staff.name })
      .from(moduleOffice)
      .innerJoin(staff, eq(staff.id, moduleOffice.staffId))
      .where(and(eq(moduleOffice.moduleId, row.moduleId), inArray(moduleOffice.office, [...offices]), coversDay(moduleOffice.from, moduleOffice.to, today)))
      .orderBy(asc(staff.seq))
      .all()
  }

  function withRole(role: Role): readonly Named[] {
    return read
      .selectDistinct({ id: staff.id, name: staff.name })
      .from(accountRole)
      .innerJoin(account, eq(account.id, accountRole.accountId))
      .innerJoin(staff, eq(staff.id, account.staffId))
      .where(and(eq(accountRole.role, role), eq(account.enabled, true)))
      .orderBy(asc(staff.seq))
      .all()
  }
}

function orElse(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.length > 0 ? first : second
}
