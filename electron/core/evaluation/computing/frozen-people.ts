import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { identities, tracks, type Identity, type Track } from '../../../../shared/domain/people/codes.ts'
import { snapshot } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import type { VersionRow } from './result-versions.ts'

const frozen = z.object({ staff: z.array(z.object({ id: z.string(), identity: z.enum(identities), track: z.enum(tracks) })) })

/** What the people of a result were when it was frozen, by code: the words of their grades go by it, whatever they have become since. */
export function frozenPeople(read: Read, { snapshotId }: VersionRow): ReadonlyMap<string, { readonly identity: Identity; readonly track: Track }> {
  const { document } = requireRow(read.select({ document: snapshot.document }).from(snapshot).where(eq(snapshot.id, snapshotId)).get(), nouns.result)
  return new Map(frozen.parse(JSON.parse(document)).staff.map(({ id, identity, track }) => [id, { identity, track }]))
}
