import { expect, test } from 'vitest'
import { fittedSize } from './fitted-size.ts'

test.each([
  [4000, 3000, 1920, 1440],
  [3000, 4000, 1440, 1920],
  [1920, 1080, 1920, 1080],
  [640, 480, 640, 480],
  [20_000, 3, 1920, 1],
  [1, 1, 1, 1],
])('%i × %i is kept as %i × %i', (width, height, keptWidth, keptHeight) => {
  expect(fittedSize(width, height)).toEqual({ width: keptWidth, height: keptHeight })
})
