import { expect, test } from 'vitest'
import { changedPost, isFactor, isPostScore, writePosts, type PostRow } from './posts.ts'

const post = (id: string): PostRow => ({ id, code: id, name: `岗位${id}`, score: '80', coefficient: null, workload: null, difficulty: null, risk: null, version: 1 })

test('scores and factors as the host takes them', () => {
  expect(['0', '80', '95.5', '100.25', '1.234', '-1', '', '八十'].map(isPostScore)).toEqual([true, true, true, true, false, false, false, false])
  expect(['1', '4.9', '5', '5.0', '5.1', '0.9', '3.55', ''].map(isFactor)).toEqual([true, true, true, true, false, false, false, false])
})

test('a change leaves the other fields, and null empties one', () => {
  expect(changedPost(post('a'), { version: 3, changes: { score: null, coefficient: 1.2 } })).toEqual({ id: 'a', version: 3, name: '岗位a', score: null, coefficient: '1.2', workload: null, difficulty: null, risk: null })
})

test('a step of several posts is one call; a refusal stands at the cells of its post', async () => {
  const rows = ['a', 'b'].map(post)
  const edits = rows.map(({ id }) => ({ key: id, version: 1, changes: { score: '90' } }))
  const calls: unknown[] = []
  const client = {
    editPosts: (input: unknown) => {
      calls.push(input)
      return Promise.resolve({ applied: [], refused: [{ id: 'b', field: null, code: 'duplicate', message: '改不了' }] })
    },
  }
  expect(await writePosts(edits, 'all', { rows, client })).toEqual({ applied: [], refused: [{ key: 'b', field: 'score', reason: '改不了' }] })
  expect(calls).toEqual([{ posts: rows.map((row) => ({ id: row.id, version: 1, name: row.name, score: '90', coefficient: null, workload: null, difficulty: null, risk: null })), mode: 'all' }])
})
