import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

test('a text is read in UTF-8, with or without its mark, and else in GBK', () => {
  expect(decodeText(new TextEncoder().encode('\ufeff走访记录'))).toBe('走访记录')
  expect(decodeText(new TextEncoder().encode('走访记录'))).toBe('走访记录')
  expect(decodeText(Uint8Array.from([0xd7, 0xdf, 0xb7, 0xc3]))).toBe('走访')
})
