import { expect, test } from 'vitest'
import { larger, smaller, type Zoom } from './zoom.ts'

test('steps lead up and down, and end', () => {
  const follow = (step: (zoom: Zoom) => Zoom, times: number) => Array.from({ length: times }).reduce<Zoom>((zoom) => step(zoom), 'fit')
  expect([follow(larger, 1), follow(larger, 3), follow(larger, 20), follow(smaller, 1), follow(smaller, 20)]).toEqual([1, 2, 4, 0.5, 0.25])
})
