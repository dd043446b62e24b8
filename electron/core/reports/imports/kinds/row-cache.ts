import { nameKeyOf } from '../../../../../shared/domain/pinyin/search-key.ts'
import { idNoDigest, sealIdNo, type DerivedKeys } from '../../../../db/derived-keys.ts'

/** What costs much to make of a cell, made once an import: it is warmed in slices, so that writing is short. */
export interface RowCache {
  digestOf(idNo: string): string
  sealedOf(idNo: string): Buffer
  searchKeyOf(name: string): string
}

function once<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const value = make(text)
    made.set(text, value)
    return value
  }
}

export function rowCache(keys: DerivedKeys): RowCache {
  return { digestOf: once((idNo) => idNoDigest(keys, idNo)), sealedOf: once((idNo) => sealIdNo(keys, idNo)), searchKeyOf: once(nameKeyOf) }
}
