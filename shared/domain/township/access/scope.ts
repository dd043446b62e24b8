import { assertNever } from '../../../lib/assert-never.ts'
import { permissionRow, type Capability, type Reach } from './permissions.ts'
import type { Role } from './roles.ts'

/** What an actor holds today: ids of the person, of modules, villages and groups. */
export interface Standing {
  readonly staffId: string | null
  readonly roles: readonly Role[]
  readonly memberOf: readonly string[]
  readonly heads: readonly string[]
  readonly leads: readonly string[]
  readonly teams: readonly string[]
  readonly groups: readonly string[]
}

/** What a request is about: only the facts its procedure resolves; a reach whose fact is absent never covers. */
export interface Subject {
  readonly staff?: readonly string[]
  readonly modules?: readonly string[]
  readonly teams?: readonly string[]
  readonly groups?: readonly string[]
  /** The 专班 it is about is not approved yet. */
  readonly proposed?: boolean
  readonly scorer?: string | null
  readonly published?: boolean
  /** People who did the work that is being verified. */
  readonly doers?: readonly string[]
}

/** The reaches that the roles of an actor give for a capability; empty is a refusal. */
export function grantsOf(capability: Capability, roles: readonly Role[]): readonly Reach[] {
  const row = permissionRow(capability)
  return [...new Set(roles.flatMap((role) => row[role] ?? []))]
}

function everyOne(wanted: readonly string[] | undefined, held: readonly string[]): boolean {
  return wanted !== undefined && wanted.length > 0 && wanted.every((id) => held.includes(id))
}

/** Does this reach of this actor cover what the request is about? */
export function covers(reach: Reach, standing: Standing, subject: Subject): boolean {
  const own = standing.staffId === null ? [] : [standing.staffId]
  switch (reach) {
    case 'all':
      return true
    case 'own':
      return everyOne(subject.staff, own)
    case 'member':
      return everyOne(subject.modules, standing.memberOf)
    case 'headed':
      return everyOne(subject.modules, standing.heads)
    case 'led':
      return everyOne(subject.modules, standing.leads)
    case 'team':
      return everyOne(subject.teams, standing.teams)
    case 'group':
      return everyOne(subject.groups, standing.groups)
    case 'proposed':
      return subject.proposed === true
    case 'assigned':
      return standing.staffId !== null && subject.scorer === standing.staffId
    case 'published':
      return subject.published === true
    default:
      return assertNever(reach)
  }
}
