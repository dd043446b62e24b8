import { describe, expect, test } from 'vitest'
import { editsByRow } from './edit-book.ts'
import { at, change, Declined, row, server, settled } from './edit-server.testing.ts'

test('changes of one row travel together', () => {
  expect(editsByRow([change('r1', 'a', '', 'x'), change('r2', 'a', '', 'y'), change('r1', 'b', '', 'z')], () => 7)).toEqual([
    { key: 'r1', version: 7, changes: { a: 'x', b: 'z' } },
    { key: 'r2', version: 7, changes: { a: 'y' } },
  ])
})

describe('a step', () => {
  test('is shown at once, saved, and shown until the row is loaded again', async () => {
    const { book } = server()
    book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
    expect(book.pending('r1', 'a')).toEqual({ value: 'x', text: 'x', version: null })
    expect(book.state().saving).toEqual({ kind: 'saving' })
    await settled()
    expect(book.state()).toMatchObject({ refusal: null, saving: { kind: 'saved', at } })
    book.seen([row('r1', 1)])
    expect(book.pending('r1', 'a')?.version).toBe(2)
    book.seen([row('r2', 9)])
    expect(book.pending('r1', 'a')?.version).toBe(2)
    book.seen([row('r1', 2)])
    expect(book.pending('r1', 'a')).toBeUndefined()
  })

  test('typed while another is on its way goes out with the version that one made', async () => {
    const { book, calls } = server()
    book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
    book.submit({ changes: [change('r1', 'b', '', 'y')], faults: [] }, 'type')
    await settled()
    expect(calls.map(({ edits }) => edits[0]?.version)).toEqual([1, 2])
    expect(book.state().refusal).toBeNull()
  })

  test('with a fault is not sent at all until its good part is asked for', async () => {
    const { book, calls } = server()
    const fault = { key: 'r2', field: 'a', row: 1, text: '?', reason: '不行。' }
    book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [fault] }, 'paste')
    await settled()
    expect(calls).toEqual([])
    expect(book.refused('r2', 'a')).toEqual(fault)
    expect(book.state().refusal).toMatchObject({ origin: 'paste', partly: false })
    book.takeGood()
    await settled()
    expect(calls).toMatchObject([{ mode: 'good', edits: [{ key: 'r1' }] }])
    expect(book.state().refusal).toMatchObject({ faults: [fault], good: [], partly: true })
    book.drop()
    expect(book.refused('r2', 'a')).toBeUndefined()
  })

  test('of which the server refuses a cell changes nothing, and its good part can follow', async () => {
    const { book, versions } = server((edit) => (edit.key === 'r2' ? '没有权限。' : null))
    const good = change('r1', 'a', '', 'x')
    book.submit({ changes: [good, change('r2', 'a', '', 'y')], faults: [] }, 'paste')
    await settled()
    expect(versions.get('r1')).toBe(1)
    expect(book.pending('r1', 'a')).toBeUndefined()
    expect(book.state().refusal).toMatchObject({ faults: [{ key: 'r2', field: 'a', text: 'y', reason: '没有权限。' }], good: [good] })
    expect(book.state().stack.done).toEqual([])
    book.takeGood()
    await settled()
    expect(versions.get('r1')).toBe(2)
    expect(book.state().stack.done).toEqual([[good]])
  })

  test('on a row that somebody else changed is refused', async () => {
    const { book, versions } = server()
    versions.set('r1', 5)
    book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
    await settled()
    expect(book.state().refusal?.faults).toMatchObject([{ key: 'r1', reason: '已被他人修改。', text: 'x' }])
  })
})

describe('undo', () => {
  test('writes the old values as one step, and redo the new ones', async () => {
    const { book, calls } = server()
    book.submit({ changes: [change('r1', 'a', 'o', 'x'), change('r2', 'a', 'p', 'y')], faults: [] }, 'paste')
    await settled()
    expect(book.undo()).toBe(true)
    await settled()
    expect(calls.at(-1)?.edits).toEqual([{ key: 'r1', version: 2, changes: { a: 'o' } }, { key: 'r2', version: 2, changes: { a: 'p' } }])
    expect(book.undo()).toBe(false)
    expect(book.redo()).toBe(true)
    await settled()
    expect(calls.at(-1)?.edits).toEqual([{ key: 'r1', version: 3, changes: { a: 'x' } }, { key: 'r2', version: 3, changes: { a: 'y' } }])
    expect(book.redo()).toBe(false)
  })

  test('asked for while a step is on its way takes that step back', async () => {
    const { book, calls } = server()
    book.submit({ changes: [change('r1', 'a', 'o', 'x')], faults: [] }, 'type')
    book.undo()
    await settled()
    expect(calls.map(({ edits }) => edits[0]?.changes)).toEqual([{ a: 'x' }, { a: 'o' }])
  })

  test('that is refused bars no way to the one before, and its good part can be taken', async () => {
    let closed = false
    const { book, calls } = server((edit) => (closed && edit.key === 'r2' ? '已经销号。' : null))
    book.submit({ changes: [change('r1', 'a', 'o', 'x'), change('r2', 'a', 'p', 'y')], faults: [] }, 'paste')
    await settled()
    closed = true
    book.undo()
    await settled()
    expect(book.state()).toMatchObject({ refusal: { origin: 'undo', good: [{ key: 'r1' }] }, stack: { done: [] } })
    book.takeGood()
    await settled()
    expect(calls.at(-1)).toEqual({ mode: 'good', edits: [{ key: 'r1', version: 2, changes: { a: 'o' } }] })
    expect(book.state().stack).toEqual({ done: [], undone: [[change('r1', 'a', 'o', 'x')]] })
  })
})

test('a failure keeps the step, and what follows waits for it', async () => {
  const { book, calls, setFailure } = server()
  setFailure(new Error('连接断开'))
  book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
  await settled()
  expect(book.state().saving).toEqual({ kind: 'failed', error: new Error('连接断开') })
  expect(book.pending('r1', 'a')?.text).toBe('x')
  setFailure(null)
  book.submit({ changes: [change('r1', 'a', 'x', 'y')], faults: [] }, 'type')
  await settled()
  expect(calls.map(({ edits }) => edits[0]?.changes)).toEqual([{ a: 'x' }, { a: 'x' }, { a: 'y' }])
  expect(book.pending('r1', 'a')?.text).toBe('y')
  expect(book.state()).toMatchObject({ saving: { kind: 'saved' }, stack: { done: [[{ after: 'x' }], [{ after: 'y' }]] } })
})

describe('undo, held down', () => {
  test('takes nothing back that is typed later', async () => {
    const { book, calls } = server()
    book.submit({ changes: [change('r1', 'a', 'o', 'x')], faults: [] }, 'type')
    for (let press = 0; press < 5; press += 1) book.undo()
    await settled()
    book.submit({ changes: [change('r2', 'a', 'o', 'y')], faults: [] }, 'type')
    await settled()
    expect(calls.map(({ edits }) => edits[0]?.changes)).toEqual([{ a: 'x' }, { a: 'o' }, { a: 'y' }])
  })

  test('ends with the next thing typed', async () => {
    const { book, calls } = server()
    book.submit({ changes: [change('r1', 'a', 'o', 'x')], faults: [] }, 'type')
    book.undo()
    book.submit({ changes: [change('r2', 'a', 'o', 'y')], faults: [] }, 'type')
    await settled()
    expect(calls.map(({ edits }) => edits[0]?.changes)).toEqual([{ a: 'x' }, { a: 'y' }])
  })

  test('does not write what the column refuses, and goes on to the step before', async () => {
    const { book, calls } = server()
    book.seen([row('r1', 1, { a: '', b: '' }, '')])
    book.submit({ changes: [change('r2', 'a', 'o', 'x')], faults: [] }, 'type')
    book.submit({ changes: [change('r1', 'a', '', '1')], faults: [] }, 'type')
    await settled()
    book.undo()
    await settled()
    expect(calls).toHaveLength(2)
    expect(book.state().refusal).toMatchObject({ origin: 'undo', faults: [{ key: 'r1', field: 'a', reason: '不能为空。' }] })
    book.undo()
    await settled()
    expect(calls.at(-1)?.edits).toMatchObject([{ key: 'r2', changes: { a: 'o' } }])
  })
})

describe('a step that was thrown back', () => {
  test('by a refusal is dropped and said, and what follows goes out', async () => {
    const { book, calls, setFailure } = server()
    setFailure(new Declined('当前阶段不能录入。'))
    book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
    await settled()
    expect(book.state()).toMatchObject({ saving: { kind: 'idle' }, refusal: { faults: [{ key: 'r1', reason: '当前阶段不能录入。' }], good: [] } })
    expect(book.pending('r1', 'a')).toBeUndefined()
    setFailure(null)
    book.submit({ changes: [change('r2', 'a', '', 'y')], faults: [] }, 'type')
    await settled()
    expect([calls.length, book.state().saving.kind]).toEqual([2, 'saved'])
  })

  test('by a failure can be given up', async () => {
    const { book, calls, setFailure } = server()
    setFailure(new Error('连接断开'))
    book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
    await settled()
    book.giveUp()
    expect([book.state().saving.kind, book.pending('r1', 'a')]).toEqual(['idle', undefined])
    setFailure(null)
    book.submit({ changes: [change('r2', 'a', '', 'y')], faults: [] }, 'type')
    await settled()
    expect(calls.map(({ edits }) => edits[0]?.changes)).toEqual([{ a: 'x' }, { a: 'y' }])
  })
})
