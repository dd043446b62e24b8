import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { Access, ProcedureMeta } from '../../../../shared/contract/procedure.ts'
import type { AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { admit, type Guarded, type GuardedContext } from '../../app/guard.ts'
import type { Actor } from '../../app/session.ts'
import type { OwnerKinds, Way } from './owner-kind.ts'

export interface Owner {
  readonly kind: AttachmentOwner
  readonly id: string
}

export type Act = 'toRead' | 'toChange'

/** A procedure as the guard knows it. */
export interface Asking {
  readonly meta: ProcedureMeta
  readonly path: string
}

/** A guard with the rights that the owner's own procedures ask for, and what it is to check. */
export interface OwnerGuard {
  readonly guard: Guarded
  readonly about: (read: Read) => Subject
}

/**
 * Lets the caller to a record's attachments as to the record itself, or refuses with an audit entry. `about` finds the way
 * anew inside the transaction, so that a check and its write see the same rows.
 */
export function admitToOwner(kinds: OwnerKinds, context: GuardedContext, { meta, path }: Asking, owner: Owner, act: Act): OwnerGuard {
  const { app, connection, guard: outer } = context
  const first = wayTo(kinds, outer, outer.read, owner, act)
  const guard = admit({ app, connection, path, meta: { ...meta, access: accessOf(first) } })
  guard.requireScope(first.subject)
  return {
    guard,
    about(read) {
      const way = wayTo(kinds, guard, read, owner, act)
      // Another way than the one the guard was made for, or none: nothing that this guard covers.
      return way.capability === first.capability ? way.subject : {}
    },
  }
}

/** Whether a way is open, for what a screen offers. */
export function isOpenTo(kinds: OwnerKinds, guard: Guarded, owner: Owner, act: Act): boolean {
  return isOpen(guard.actor, wayTo(kinds, guard, guard.read, owner, act))
}

/** The first way that is open to the caller; the first of all where none is, which the guard then refuses. */
function wayTo(kinds: OwnerKinds, { actor, now }: Guarded, read: Read, owner: Owner, act: Act): Way {
  const ways = kinds[owner.kind].access({ read, id: owner.id, actor, now })[act]
  return ways.find((way) => isOpen(actor, way)) ?? ways[0]
}

function accessOf({ capability, notAboutSelf }: Way): Access {
  return { kind: 'capability', capability, ...(notAboutSelf === undefined ? {} : { notAboutSelf }) }
}

function isOpen(actor: Actor, way: Way): boolean {
  return accessFault(actor, { access: accessOf(way), console: false }, way.subject) === null
}
