import { z } from 'zod'
import { openIdNo, sealIdNo, type DerivedKeys } from '../../../../db/derived-keys.ts'
import { withoutIdNumbers } from '../../../../../shared/domain/people/without-id-numbers.ts'

/** A note in an audit entry, which its undo reads: sealed where it holds a 身份证号, since an entry would mask it. */
export const noteKept = z.union([z.string(), z.object({ sealed: z.string() })]).nullable()
export type KeptNote = z.infer<typeof noteKept>

export function keptNote(keys: DerivedKeys, note: string | null): KeptNote {
  return note === null || withoutIdNumbers(note) === note ? note : { sealed: sealIdNo(keys, note).toString('base64') }
}

export function noteFrom(keys: DerivedKeys, kept: KeptNote): string | null {
  return kept === null || typeof kept === 'string' ? kept : openIdNo(keys, Buffer.from(kept.sealed, 'base64'))
}
