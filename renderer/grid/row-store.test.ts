import { describe, expect, test } from 'vitest'
import { createRowStore } from './row-store.ts'
import type { GridRequest } from './types.ts'

const start = { sort: [], filters: [], search: '' }

function storeOf(total: number) {
  const requests: GridRequest[] = []
  const seen: number[] = []
  let mark = ''
  let fails = false
  const store = createRowStore<string>(
    {
      load: async (request) => {
        requests.push(request)
        await Promise.resolve()
        if (fails) throw new Error('连接断开')
        const count = Math.max(0, Math.min(request.limit, total - request.offset))
        return { total, rows: Array.from({ length: count }, (_, at) => `${request.search}${mark}${String(request.offset + at)}`) }
      },
      onRows: (rows) => seen.push(rows.length),
    },
    start,
  )
  return { store, requests, seen, setMark: (text: string) => (mark = text), setFails: (value: boolean) => (fails = value) }
}

describe('a row store', () => {
  test('loads the blocks a range touches, each once', async () => {
    const { store, requests } = storeOf(1000)
    const { rows, total } = await store.ensure(190, 410)
    expect([rows.length, rows[0], rows.at(-1), total]).toEqual([220, '190', '409', 1000])
    await store.ensure(200, 300)
    expect(requests.map(({ offset, limit }) => [offset, limit])).toEqual([[0, 200], [200, 200], [400, 200]])
    expect([store.rowAt(599), store.rowAt(600)]).toEqual(['599', undefined])
    expect(store.place((row) => row === '405')).toBe(405)
  })

  test('two askers of one block share its load', async () => {
    const { store, requests } = storeOf(10)
    await Promise.all([store.ensure(0, 5), store.ensure(5, 10)])
    expect(requests).toHaveLength(1)
    expect(store.state()).toEqual({ total: 10, failure: null })
  })

  test('a reload keeps the old rows until the new ones are there', async () => {
    const { store, setMark } = storeOf(10)
    await store.ensure(0, 10)
    setMark('新')
    store.refresh()
    expect(store.rowAt(3)).toBe('3')
    await store.ensure(0, 10)
    expect(store.rowAt(3)).toBe('新3')
  })

  test('who waits for rows gets them although a reload comes between', async () => {
    const { store, setMark } = storeOf(500)
    const waiting = store.ensure(150, 250)
    setMark('新')
    store.refresh()
    expect((await waiting).rows.slice(49, 51)).toEqual(['新199', '新200'])
  })

  test('another list drops what was there and what is on its way', async () => {
    const { store } = storeOf(10)
    await store.ensure(0, 10)
    store.refresh()
    const late = store.ensure(0, 10)
    store.restart({ ...start, search: '张' })
    await expect(late).rejects.toThrow()
    expect([store.rowAt(0), store.state().total]).toEqual([undefined, null])
    expect((await store.ensure(0, 1)).rows).toEqual(['张0'])
  })

  test('a failed load is told and can be tried again', async () => {
    const { store, setFails } = storeOf(10)
    setFails(true)
    await expect(store.ensure(0, 1)).rejects.toThrow('连接断开')
    expect(store.state()).toMatchObject({ total: null, failure: { error: new Error('连接断开') } })
    setFails(false)
    await store.ensure(0, 1)
    expect(store.state().failure).toBeNull()
  })

  test('the longest unused blocks are forgotten', async () => {
    const { store, requests } = storeOf(100_000)
    for (let at = 0; at < 121; at += 1) await store.ensure(at * 200, at * 200 + 1)
    expect([store.rowAt(0), store.rowAt(200)]).toEqual([undefined, '200'])
    await store.ensure(0, 1)
    expect(requests).toHaveLength(122)
  })
})
