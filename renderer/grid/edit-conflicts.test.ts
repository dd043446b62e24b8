import { describe, expect, test } from 'vitest'
import { change, row, server, settled } from './edit-server.testing.ts'

describe('what somebody else wrote meanwhile', () => {
  const mine = { changes: [change('r1', 'a', 'old', 'mine')], faults: [] }

  test('is not undone', async () => {
    const { book, calls, versions } = server()
    book.seen([row('r1', 1, { a: 'old' })])
    book.submit(mine, 'type')
    await settled()
    versions.set('r1', 3)
    book.seen([row('r1', 3, { a: 'theirs' })])
    book.undo()
    await settled()
    expect(calls).toHaveLength(1)
    expect(book.state().refusal?.faults).toMatchObject([{ key: 'r1', field: 'a', text: 'old', reason: expect.stringContaining('theirs') }])
    expect(book.pending('r1', 'a')).toBeUndefined()
  })

  test('is not overwritten by a cell that was open', async () => {
    const { book, calls, versions } = server()
    book.seen([row('r1', 1, { a: 'old' })])
    versions.set('r1', 2)
    book.seen([row('r1', 2, { a: 'theirs' })])
    book.submit(mine, 'type')
    await settled()
    expect(calls).toEqual([])
    expect(book.state().refusal?.faults).toMatchObject([{ reason: expect.stringContaining('已被他人修改') }])
  })

  test('in another cell of the row stands in nobody’s way', async () => {
    const { book, calls, versions } = server()
    versions.set('r1', 2)
    book.seen([row('r1', 2, { a: 'old', b: 'theirs' })])
    book.submit(mine, 'type')
    await settled()
    expect(calls).toMatchObject([{ edits: [{ version: 2 }] }])
    expect(book.state().refusal).toBeNull()
  })

  test('is not taken for what the server made of one’s own', async () => {
    const { book, calls } = server()
    book.seen([row('r1', 1, { a: 'old' })])
    book.submit(mine, 'type')
    await settled()
    book.seen([row('r1', 2, { a: 'Mine' })])
    book.undo()
    await settled()
    expect(calls.at(-1)?.edits).toEqual([{ key: 'r1', version: 2, changes: { a: 'old' } }])
  })

  test('is not taken for it either when one’s own writes followed each other', async () => {
    const { book, calls } = server()
    book.seen([row('r1', 1, { a: 'old', b: '' })])
    book.submit(mine, 'type')
    await settled()
    book.submit({ changes: [change('r1', 'b', '', 'x')], faults: [] }, 'type')
    await settled()
    book.seen([row('r1', 3, { a: 'Mine', b: 'x' })])
    book.undo()
    await settled()
    book.undo()
    await settled()
    expect(calls.slice(2).map(({ edits }) => edits[0]?.changes)).toEqual([{ b: '' }, { a: 'old' }])
  })

  test('keeps out what was typed upon a value that was refused', async () => {
    const { book, calls } = server()
    book.seen([row('r1', 1, { a: 'theirs' })])
    book.submit(mine, 'type')
    book.submit({ changes: [change('r1', 'a', 'mine', 'mine too')], faults: [] }, 'type')
    await settled()
    expect(calls).toEqual([])
    expect(book.pending('r1', 'a')).toBeUndefined()
  })
})
