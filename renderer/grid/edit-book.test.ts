import { describe, expect, test } from 'vitest'
import { createEditBook, editsByRow } from './edit-book.ts'
import type { CellChange } from './paste-plan.ts'
import type { CellRefusal, EditMode, EditOutcome, RowEdit } from './types.ts'

const at = new Date('2026-08-01T09:41:00')
const change = (key: string, field: string, before: string, after: string): CellChange => ({ key, field, before, after, beforeText: before, afterText: after })

/** A server of rows with versions, which refuses what `refuse` says and a version that is not its own. */
function server(refuse: (edit: RowEdit, field: string) => string | null = () => null) {
  const versions = new Map([['r1', 1], ['r2', 1]])
  const calls: { edits: readonly RowEdit[]; mode: EditMode }[] = []
  let broken = false
  const apply = async (edits: readonly RowEdit[], mode: EditMode): Promise<EditOutcome> => {
    calls.push({ edits, mode })
    await Promise.resolve()
    if (broken) throw new Error('连接断开')
    const refused: CellRefusal[] = edits.flatMap((edit) =>
      Object.keys(edit.changes).flatMap((field) => {
        const reason = edit.version !== versions.get(edit.key) ? '已被他人修改。' : refuse(edit, field)
        return reason === null ? [] : [{ key: edit.key, field, reason }]
      }),
    )
    if (mode === 'all' && refused.length > 0) return { applied: [], refused }
    const applied = edits
      .filter(({ key, changes }) => Object.keys(changes).some((field) => !refused.some((refusal) => refusal.key === key && refusal.field === field)))
      .map(({ key }) => {
        versions.set(key, (versions.get(key) ?? 0) + 1)
        return { key, version: versions.get(key) ?? 0 }
      })
    return { applied, refused }
  }
  const book = createEditBook(apply, () => at)
  book.seen(versions)
  return { book, calls, versions, setBroken: (value: boolean) => (broken = value) }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

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
    book.seen([['r1', 1]])
    expect(book.pending('r1', 'a')?.version).toBe(2)
    book.seen([['r2', 9]])
    expect(book.pending('r1', 'a')?.version).toBe(2)
    book.seen([['r1', 2]])
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

  test('that is refused stays the next one, and its good part can be taken', async () => {
    let closed = false
    const { book, calls } = server((edit) => (closed && edit.key === 'r2' ? '已经销号。' : null))
    book.submit({ changes: [change('r1', 'a', 'o', 'x'), change('r2', 'a', 'p', 'y')], faults: [] }, 'paste')
    await settled()
    closed = true
    book.undo()
    await settled()
    expect(book.state().refusal).toMatchObject({ origin: 'undo', good: [{ key: 'r1' }] })
    book.takeGood()
    await settled()
    expect(calls.at(-1)).toEqual({ mode: 'good', edits: [{ key: 'r1', version: 2, changes: { a: 'o' } }] })
    expect(book.state().stack).toEqual({ done: [], undone: [[change('r1', 'a', 'o', 'x')]] })
  })
})

test('a failure keeps the step, and what follows waits for it', async () => {
  const { book, calls, setBroken } = server()
  setBroken(true)
  book.submit({ changes: [change('r1', 'a', '', 'x')], faults: [] }, 'type')
  await settled()
  expect(book.state().saving).toEqual({ kind: 'failed', error: new Error('连接断开') })
  expect(book.pending('r1', 'a')?.text).toBe('x')
  setBroken(false)
  book.submit({ changes: [change('r1', 'a', 'x', 'y')], faults: [] }, 'type')
  await settled()
  expect(calls.map(({ edits }) => edits[0]?.changes)).toEqual([{ a: 'x' }, { a: 'x' }, { a: 'y' }])
  expect(book.pending('r1', 'a')?.text).toBe('y')
  expect(book.state()).toMatchObject({ saving: { kind: 'saved' }, stack: { done: [[{ after: 'x' }], [{ after: 'y' }]] } })
})
