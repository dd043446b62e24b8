import { describe, expect, test } from 'vitest'
import { changedPost, isFactor, isPostScore, writePosts, type PostInput, type PostRow } from './posts.ts'

const post = (id: string): PostRow => ({ id, code: id, name: `岗位${id}`, score: '80', coefficient: null, workload: null, difficulty: null, risk: null, version: 1 })

test('scores and factors as the host takes them', () => {
  expect(['0', '80', '95.5', '100.25', '1.234', '-1', '', '八十'].map(isPostScore)).toEqual([true, true, true, true, false, false, false, false])
  expect(['1', '4.9', '5', '5.0', '5.1', '0.9', '3.55', ''].map(isFactor)).toEqual([true, true, true, true, false, false, false, false])
})

test('a change leaves the other fields, and null empties one', () => {
  expect(changedPost(post('a'), { version: 3, changes: { score: null, coefficient: 1.2 } })).toEqual({ id: 'a', version: 3, name: '岗位a', score: null, coefficient: '1.2', workload: null, difficulty: null, risk: null })
})

describe('a step of several posts', () => {
  const rows = ['a', 'b', 'c'].map(post)
  const edits = rows.map(({ id }) => ({ key: id, version: 1, changes: { score: '90' } }))

  function host(refusedId: string) {
    const stored = new Map(rows.map((row) => [row.id, { score: row.score, version: 1 }]))
    async function write(input: PostInput) {
      if (input.id === refusedId) throw new Error('改不了')
      const version = input.version + 1
      stored.set(input.id, { score: input.score, version })
      return Promise.resolve({ version })
    }
    return { stored, write }
  }
  const sentence = (error: unknown) => (error instanceof Error ? error.message : '')

  test('all or nothing: a refusal puts back what was written before it', async () => {
    const { stored, write } = host('b')
    expect(await writePosts(edits, 'all', { rows, write, sentence })).toEqual({ applied: [], refused: [{ key: 'b', field: 'score', reason: '改不了' }] })
    expect([...stored.values()].map(({ score }) => score)).toEqual(['80', '80', '80'])
  })

  test('only the good ones: the rest is written', async () => {
    const { stored, write } = host('b')
    expect((await writePosts(edits, 'good', { rows, write, sentence })).applied).toEqual([{ key: 'a', version: 2 }, { key: 'c', version: 2 }])
    expect([...stored.values()].map(({ score }) => score)).toEqual(['90', '80', '90'])
  })
})
