import { expect, test } from 'vitest'
import { bytesOfBase64 } from './base64.ts'

test.each([
  ['', []],
  ['AA==', [0]],
  ['AAE=', [0, 1]],
  ['AAEC', [0, 1, 2]],
  ['//79', [255, 254, 253]],
  ['5bel5L2c', [229, 183, 165, 228, 189, 156]],
])('%j', (text, bytes) => {
  expect([...bytesOfBase64(text)]).toEqual(bytes)
})

test.each(['A', 'AAA', 'AA*=', 'é===', 'A=A='])('%j is none', (text) => {
  expect(() => bytesOfBase64(text)).toThrow(SyntaxError)
})
