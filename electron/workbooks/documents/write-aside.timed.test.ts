import { expect, test } from 'vitest'
import { forkWorker } from '../fork-worker.ts'
import { WriterEnded } from '../exports/write/run-export.ts'
import type { WorkerFactory } from '../worker.ts'
import type { FilledBlock } from './fill-template.ts'
import { readDocument } from './read-document.testing.ts'
import { mostOnTheSpot, writeAside } from './write-aside.ts'

const facts = { title: '题', author: '考核办' }

function notices(count: number): readonly (readonly FilledBlock[])[] {
  const table: FilledBlock = { kind: 'table', columns: [{ heading: '项目', share: 1, align: 'left' }, { heading: '结果', share: 1, align: 'left' }], rows: Array.from({ length: 4 }, () => ['总分', '90.00']) }
  return Array.from({ length: count }, (_, at) => [{ kind: 'title', text: `告知单${String(at)}` }, ...Array.from({ length: 4 }, (): FilledBlock => ({ kind: 'paragraph', text: '话', indented: true, align: 'left' })), table])
}

/** Longest time, in milliseconds, that nothing else got its turn. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const look = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await work().finally(() => clearInterval(look))
  return longest
}

test('four hundred notices are written aside, whole, while others get their turn; the process ends', async () => {
  let exits = 0
  const start: WorkerFactory = (...asked) => {
    const port = forkWorker(...asked)
    port.onExit(() => {
      exits += 1
    })
    return port
  }
  const documents = notices(400)
  let bytes = new Uint8Array()
  const wait = await longestWait(async () => {
    bytes = new Uint8Array(await writeAside(start, documents, facts))
  })
  await expect.poll(() => exits).toBe(1)
  const said = await readDocument({ arrayBuffer: () => Promise.resolve(bytes.buffer) })
  expect(said.filter((text) => text.startsWith('告知单'))).toHaveLength(400)
  expect(wait).toBeLessThan(500)
})

test('a short one starts no process; one whose process ends without a word is refused', async () => {
  const start: WorkerFactory = () => {
    throw new Error('not asked for')
  }
  expect((await writeAside(start, notices(1), facts)).length).toBeGreaterThan(0)
  const silent: WorkerFactory = () => ({ postMessage: () => undefined, onMessage: () => undefined, onExit: (listener) => listener({ code: 1, signal: null }), kill: () => undefined, memory: () => Promise.resolve(null) })
  await expect(writeAside(silent, notices(mostOnTheSpot), facts)).rejects.toThrow(WriterEnded)
})
