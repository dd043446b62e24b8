import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

test.each([
  ['9', '09:00'],
  ['09:00', '09:00'],
  ['9：05', '09:05'],
  ['14:30', '14:30'],
  ['9点', '09:00'],
  ['9点半', '09:30'],
  ['15点20分', '15:20'],
  ['24:00', null],
  ['9:60', null],
  ['9:5', null],
  ['上午', null],
])('%s', (text, time) => {
  expect(readTime(text)).toBe(time)
})
