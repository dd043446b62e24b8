import { describe, expect, test } from 'vitest'
import { deriveKeys, idNoDigest, openIdNo, sealIdNo } from './derived-keys.ts'

const dataKey = Buffer.alloc(32, 7)
const keys = deriveKeys(dataKey)
const idNo = '33082519900214767X'

describe('derived keys', () => {
  test('are one of a kind per purpose, the same for the same data key, others for another', () => {
    const all = Object.values(keys).map((key: Buffer) => key.toString('hex'))
    expect(new Set([...all, dataKey.toString('hex')]).size).toBe(all.length + 1)
    expect(deriveKeys(Buffer.alloc(32, 7))).toEqual(keys)
    const others = Object.values(deriveKeys(Buffer.alloc(32, 8))).map((key: Buffer) => key.toString('hex'))
    expect(others.filter((key) => all.includes(key))).toEqual([])
  })
})

describe('身份证号 in its column', () => {
  test('comes back, looks different each time, and does not show', () => {
    const [first, second] = [sealIdNo(keys, idNo), sealIdNo(keys, idNo)]
    expect([openIdNo(keys, first), openIdNo(keys, second)]).toEqual([idNo, idNo])
    expect(first.equals(second)).toBe(false)
    expect(first.includes(idNo.slice(0, 6))).toBe(false)
  })

  test('any changed byte, a shortened tag or another township’s key is refused', () => {
    const sealed = sealIdNo(keys, idNo)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => openIdNo(keys, changed)).toThrow()
    }
    expect(() => openIdNo(keys, sealed.subarray(0, 20))).toThrow()
    expect(() => openIdNo(deriveKeys(Buffer.alloc(32, 8)), sealed)).toThrow()
    // Control: unchanged, it opens.
    expect(openIdNo(keys, Buffer.from(sealed))).toBe(idNo)
  })

  test('equal numbers have equal digests, which differ between townships and hold no digit run of the number', () => {
    expect(idNoDigest(keys, idNo)).toBe(idNoDigest(keys, idNo))
    expect(idNoDigest(keys, idNo)).not.toBe(idNoDigest(keys, '330825199002147671'))
    expect(idNoDigest(deriveKeys(Buffer.alloc(32, 8)), idNo)).not.toBe(idNoDigest(keys, idNo))
    expect(idNoDigest(keys, idNo)).not.toContain(idNo.slice(0, 8))
  })
})
