import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import type { ExportEvent } from '../../../shared/contract/papers/export-stream.ts'
import { receiveFile, type FileOnItsWay } from './receive-file.ts'

const events: readonly ExportEvent[] = [
  { kind: 'progress', stage: 'writing', done: 0, of: 1 },
  { kind: 'part', base64: btoa('ab') },
  { kind: 'part', base64: btoa('c') },
  { kind: 'done', id: 'one', fileName: '评分表.xlsx', size: 3 },
]

async function* stream(given: readonly ExportEvent[]): AsyncGenerator<ExportEvent> {
  for (const event of given) yield await Promise.resolve(event)
}

/** What is told of a file that is saved and entered without a fault, but for what the test changes; `given up` when that says so. */
async function told(change: Partial<FileOnItsWay> = {}, aborter = new AbortController()) {
  const seen: unknown[] = []
  const end = await receiveFile(
    {
      open: () => Promise.resolve(stream(events)),
      onProgress: ({ done, of }) => void seen.push([done, of]),
      save(fileName, bytes) {
        seen.push([fileName, new TextDecoder().decode(bytes)])
        return Promise.resolve('选定.xlsx')
      },
      onSaved: () => void seen.push('saved'),
      after: { run: ({ id, name }) => Promise.resolve(`${name}：${id}`), failed: (name) => `${name} 没有登记` },
      ...change,
    },
    aborter.signal,
  )
  return { end: [end.tone, end.sentence], seen }
}

const cancelled = ['done', '已取消导出，没有留下文件']

test('a file is received, saved and entered, in that order', async () => {
  expect(await told()).toEqual({ end: ['done', '选定.xlsx：one'], seen: [[0, 1], ['评分表.xlsx', 'abc'], 'saved'] })
  expect((await told({ after: null })).end).toEqual(['done', '已保存 选定.xlsx'])
})

test('what fails once it is saved tells of the file that is there, whatever has failed and whether its page is left meanwhile', async () => {
  const failing = (error: Error) => ({ after: { run: () => Promise.reject(error), failed: (name: string) => `${name} 没有登记` } })
  for (const error of [new ORPCError('score_book_gone', { message: '请重新发出' }), new ORPCError('scoring_over', { message: '评分已截止' }), new Error('connection')]) expect((await told(failing(error))).end).toEqual(['failed', '选定.xlsx 没有登记'])
  const aborter = new AbortController()
  const left = () => {
    aborter.abort()
    return Promise.resolve('选定.xlsx')
  }
  expect((await told({ ...failing(new Error('connection')), save: left }, aborter)).end).toEqual(['failed', '选定.xlsx 没有登记'])
})

test('a page that is left while the file is saved has it entered all the same', async () => {
  const aborter = new AbortController()
  const { end } = await told({
    save() {
      aborter.abort()
      return Promise.resolve('选定.xlsx')
    },
  }, aborter)
  expect(end).toEqual(['done', '选定.xlsx：one'])
})

test('given up before that, nothing is asked and nothing left: while it is made, and when it has just come', async () => {
  const aborter = new AbortController()
  const ends = (async function* () {
    yield* stream(events.slice(0, 1))
    aborter.abort()
    throw new DOMException('aborted', 'AbortError')
  })()
  expect(await told({ open: () => Promise.resolve(ends) }, aborter)).toEqual({ end: cancelled, seen: [[0, 1]] })
  const late = new AbortController()
  const whole = (async function* () {
    yield* stream(events.slice(0, -1))
    late.abort()
    yield* stream(events.slice(-1))
  })()
  expect(await told({ open: () => Promise.resolve(whole) }, late)).toEqual({ end: cancelled, seen: [[0, 1]] })
})

test('a closed dialog is told as such, and a failure on the way or of the saving with its own sentence, whoever leaves meanwhile', async () => {
  expect((await told({ save: () => Promise.resolve(null) })).end).toEqual(['failed', '没有保存文件，可以重新导出。'])
  expect((await told({ open: () => Promise.reject(new ORPCError('scoring_over', { message: '评分已截止。' })) })).end).toEqual(['failed', '评分已截止。'])
  const aborter = new AbortController()
  const broken = () => {
    aborter.abort()
    return Promise.reject(new ORPCError('disk_full', { message: '磁盘已满。' }))
  }
  expect((await told({ save: broken }, aborter)).end).toEqual(['failed', '磁盘已满。'])
})
