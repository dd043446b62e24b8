import { expect, it } from 'vitest'
import { packedRows } from './packed-rows.ts'

it('gives back every row in order, as often as it is asked, also between two additions', () => {
  const rows = packedRows<{ readonly number: number; readonly text: string | null }>()
  const row = (number: number) => ({ number, text: number % 3 === 0 ? null : `第${number}行\n"'` })
  const all = Array.from({ length: 1_003 }, (_, number) => row(number))
  rows.add(all.slice(0, 7))
  expect([...rows]).toEqual(all.slice(0, 7))
  rows.add(all.slice(7, 400))
  rows.add(all.slice(400))
  expect([[...rows], [...rows]]).toEqual([all, all])
  expect([...packedRows()]).toEqual([])
})
