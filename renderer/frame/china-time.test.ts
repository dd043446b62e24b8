import { expect, test } from 'vitest'
import { chinaDay, chinaTime } from './china-time.ts'

test('a moment by the clocks of the township', () => {
  expect([chinaTime('2026-07-08T01:05:59.123Z'), chinaTime('2026-12-31T16:00:00Z'), chinaDay('2026-07-07T15:59:59Z'), chinaDay('2026-07-07T16:00:00Z')]).toEqual(['2026-07-08 09:05', '2027-01-01 00:00', '2026-07-07', '2026-07-08'])
})
