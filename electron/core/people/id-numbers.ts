import { eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { isIdNumber, readIdNumber } from '../../../shared/domain/people/id-number.ts'
import { idNoDigest, sealIdNo, type DerivedKeys } from '../../db/derived-keys.ts'
import { staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { alreadyThere } from '../app/rows.ts'
import { faults, fields, nouns } from '../app/vocabulary.ts'

/** The sealed number and its digest; refuses a wrong number and one that another person has. */
export function idNoColumns(read: Read, keys: DerivedKeys, text: string | null, owner: string) {
  if (text === null || text === '') return { idNoSealed: null, idNoIndex: null }
  const reading = readIdNumber(text)
  if (reading.kind !== 'valid' || !isIdNumber(reading.idNo)) throw new Refusal('invalid_input', { field: fields.idNo, reason: faults.idNo })
  const idNoIndex = idNoDigest(keys, reading.idNo)
  const holder = read.select({ id: staff.id }).from(staff).where(eq(staff.idNoIndex, idNoIndex)).get()
  if (holder !== undefined && holder.id !== owner) throw alreadyThere('idNo', nouns.idNo)
  return { idNoSealed: sealIdNo(keys, reading.idNo), idNoIndex }
}
