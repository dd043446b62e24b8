import { describe, expect, test } from 'vitest'
import { askedGroups, keyGroups, tidyGroup, tidyKey } from './recovery-key.ts'

describe('a recovery key', () => {
  test('falls into its groups', () => {
    expect(keyGroups('ABCD-EF23-GH45')).toEqual(['ABCD', 'EF23', 'GH45'])
  })

  test('asks two different groups in order, whatever the dice say', () => {
    const dice = [0, 0.12, 0.49, 0.5, 0.87, 0.999]
    for (const first of dice) {
      for (const second of dice) {
        const throws = [first, second]
        const asked = askedGroups(8, () => throws.shift() ?? 0)
        expect([asked.length, asked.every((place) => place >= 0 && place < 8), (asked[0] ?? 8) < (asked[1] ?? 0)]).toEqual([2, true, true])
      }
    }
  })

  test('is taken as a hand types it', () => {
    expect([tidyGroup(' ab c2 '), tidyKey('abcd ef23—gh45'), tidyKey('ABCDEF23GH45'), tidyKey('')]).toEqual(['ABC2', 'ABCD-EF23-GH45', 'ABCD-EF23-GH45', ''])
  })
})
