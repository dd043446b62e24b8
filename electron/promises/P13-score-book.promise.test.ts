import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appRoot } from '../app-root.ts'
import { requireDataKey, unlock } from '../core/township/session/unlock.ts'
import { clientOf, codeOf } from '../core/testing/township.testing.ts'
import { deriveKeys } from '../db/derived-keys.ts'
import { readMigrations } from '../db/migrate.ts'
import { scoreBook } from '../db/schema/index.ts'
import { nodeEnvironment } from '../host/environment.ts'
import { filled } from '../workbooks/score-books/score-book.testing.ts'
import { newBench, type Bench } from './program.testing.ts'
import { migrationsOf, releasedConsole, releasedFolders, withFile } from './released.testing.ts'

const version = '0.5.0'
const sheet = '大服务模块长评价'
const sent = readFileSync(path.join(appRoot, 'electron', 'db', 'released', version, 'score-book.xlsx'))

let bench: Bench
beforeEach(() => {
  bench = newBench()
})
afterEach(() => bench.dispose())

function copyOfReleased() {
  const released = releasedFolders.find((folder) => folder.version === version)
  if (released === undefined) throw new Error('not kept')
  return released.copyTo(bench.at('data'))
}

/** What the present program says of a book that 0.5.0 sent out, with one cell written over. */
async function look(folder: ReturnType<typeof copyOfReleased>, cell: string, value: string) {
  const { environment, release } = nodeEnvironment()
  const app = await unlock(folder, environment, { kind: 'console' }, releasedConsole)
  try {
    const periodId = app.read().select().from(scoreBook).get()?.periodId ?? ''
    const client = clientOf(app, { kind: 'console' })
    const file = new File([new Uint8Array(await filled(sent, [{ sheet, cell, value }]))], '交回.xlsx')
    const preview = client.scoreBooks.preview({ periodId, file })
    return { code: await codeOf(preview), told: await preview.catch(() => null) }
  } finally {
    app.close()
    release()
  }
}

test('P13: a score book that 0.5.0 sent out is taken by the present program, and what was changed in it is told cell by cell', async () => {
  const folder = copyOfReleased()
  expect(await look(folder, 'E5', 'C')).toMatchObject({ code: 'done', told: { alteredCount: 0, sheets: [{ refused: null, rows: [{ state: 'same' }, { state: 'changed', changes: [{ field: 'given', from: 'B', to: 'C' }] }, { state: 'same' }] }] } })
  expect((await look(folder, 'B5', '另一个人')).told).toMatchObject({ alteredCount: 1, altered: [{ sheet, cell: 'B5', to: '另一个人' }] })
})

test('control: without what stood in its audit entry the book is unknown', async () => {
  const folder = copyOfReleased()
  const keys = deriveKeys(await requireDataKey(folder, { kind: 'console' }, releasedConsole))
  withFile(folder.database, keys, readMigrations().map(({ name, steps }) => ({ name, steps: steps.filter((step) => !step.startsWith('INSERT INTO `score_book_original`')) })), () => null)
  expect((await look(folder, 'E5', 'C')).code).toBe('file_refused')
})

test('a book whose audit entry holds no original gets none, and the others theirs', async () => {
  const folder = copyOfReleased()
  const keys = deriveKeys(await requireDataKey(folder, { kind: 'console' }, releasedConsole))
  const detail = JSON.stringify({ books: [{ bookId: 'without' }, { bookId: 'null', original: null }] })
  withFile(folder.database, keys, migrationsOf(folder.database, keys), (raw) => {
    for (const id of ['without', 'null']) raw.prepare('INSERT INTO score_book (id, seq, period_id, scorer_id, code, issued_at, issued_by) SELECT ?, seq + 100, period_id, scorer_id, code, issued_at, issued_by FROM score_book LIMIT 1').run(id)
    raw.prepare("INSERT INTO audit_entry (seq, at, actor, action, detail, mac) SELECT max(seq) + 1, at, actor, 'scoreBooks.issue', ?, mac FROM audit_entry").run(detail)
  })
  const kept = withFile(folder.database, keys, readMigrations(), (raw) => raw.prepare('SELECT (SELECT count(*) FROM score_book), count(*), min(length(content)) > 100, bytes_of_base64(NULL) FROM score_book_original').raw().get())
  expect(kept).toEqual([5, 3, 1, null])
})
