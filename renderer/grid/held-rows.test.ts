import { expect, test } from 'vitest'
import { heldRows } from './held-rows.ts'

const range = { top: 0, left: 0, bottom: 1, right: 0 }
const key = (row: string) => row
const storeOf = (now: readonly string[], later: readonly string[]) => ({ rowAt: (at: number) => now[at], ensure: () => Promise.resolve({ rows: later.slice(0, 2), total: later.length }) })

test('rows on hand stay the ones the user saw', async () => {
  const rowAt = await heldRows(storeOf(['a', 'b'], ['new', 'a']), range, key)
  expect([rowAt(0), rowAt(1)]).toEqual(['a', 'b'])
})

test('rows that are loaded first count only while the others stand where they stood', async () => {
  const stayed = await heldRows(storeOf(['a'], ['a', 'b']), range, key)
  const moved = await heldRows(storeOf(['a'], ['new', 'a']), range, key)
  expect([stayed(1), moved(0), moved(1)]).toEqual(['b', 'a', undefined])
})
