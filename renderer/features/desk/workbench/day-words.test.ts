import { expect, test } from 'vitest'
import { dayWords } from './day-words.ts'

test.each([
  ['2026-07-07', '2026年7月7日　星期二 · 周二无会日'],
  ['2026-07-12', '2026年7月12日　星期日'],
  ['2026-11-24', '2026年11月24日　星期二 · 周二无会日'],
])('%s: %s', (day, words) => {
  expect(dayWords(day)).toBe(words)
})
