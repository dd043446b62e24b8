import { writeFile } from 'node:fs/promises'
import { connectToParent } from '../worker-parent.ts'
import { scoreBook } from './book.ts'
import { isBooksRequest, type BooksAnswer, type BooksRequest } from './books-job.ts'
import { writeScoreBook } from './write-book.ts'
import { zipOf, type NamedBytes } from './zip-of.ts'

/** Entry of the process that writes score books: books one by one, then one file; then the parent ends it. It knows no database and no key. */

const made: NamedBytes[] = []

async function serve(request: BooksRequest): Promise<void> {
  if (request.kind === 'book') {
    const { data, code, fileName, createdAt } = request.job
    made.push({ name: fileName, bytes: await writeScoreBook(scoreBook(data, code), createdAt) })
    return
  }
  const [only] = made
  await writeFile(request.target, only !== undefined && made.length === 1 ? only.bytes : await zipOf(made), { mode: 0o600 })
}

function failure(error: unknown): BooksAnswer {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return { kind: 'failed', code, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

const port = connectToParent((message) => {
  if (!isBooksRequest(message)) process.exit(2)
  void serve(message).then(
    () => port.send({ kind: 'done' } satisfies BooksAnswer),
    (error: unknown) => port.send(failure(error)),
  )
})
