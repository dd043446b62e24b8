import type { Capability } from '../../../../shared/domain/township/access/permissions.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import type { Read } from '../../../db/types.ts'
import type { Actor } from '../../app/session.ts'

/** One way to a record: a capability, and what the record concerns under it. */
export interface Way {
  readonly capability: Capability
  readonly subject: Subject
  /** Closed to whom it is about. */
  readonly notAboutSelf?: true
}

/** Who comes to the attachments of a record. One open way suffices; no way is a refusal. */
export interface OwnerAccess {
  readonly toRead: readonly [Way, ...Way[]]
  readonly toChange: readonly [Way, ...Way[]]
}

/** A record, the caller, and the moment. */
export interface Asked {
  readonly read: Read
  readonly id: string
  readonly actor: Actor
  readonly now: string
}

/** What a kind of record tells of its attachments; each room has those of its own records. */
export interface OwnerKind {
  /** By the rules of the record's own procedures. A record that is not there is `not_found`. */
  readonly access: (asked: Asked) => OwnerAccess
  /** The state of a record that stands fast once it is judged, where nothing comes to it and nothing leaves it; null before, and for a kind that is never judged. */
  readonly fixedAs: (read: Read, id: string) => string | null
}

/** Every kind of record that may have attachments. */
export type OwnerKinds = Readonly<Record<AttachmentOwner, OwnerKind>>

/** Whoever keeps registers at all: what is no secret in the township. */
export function keepersOf(actor: Actor): readonly [Way, Way] {
  return [{ capability: 'register.enter', subject: {} }, { capability: 'self.work', subject: ofSelf(actor) }]
}

export function ofSelf({ standing: { staffId } }: Actor): Subject {
  return staffId === null ? {} : { staff: [staffId] }
}
