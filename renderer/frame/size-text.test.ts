import { expect, test } from 'vitest'
import { sizeText } from './size-text.ts'

test.each([
  [0, '1 KB'],
  [200_000, '195 KB'],
  [3_407_872, '3.3 MB'],
])('%d bytes', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
