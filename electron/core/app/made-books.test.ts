import { expect, test } from 'vitest'
import type { Connection } from './session.ts'
import { createMadeBooks, type MadeIssue } from './made-books.ts'

const connect = (): Connection => ({ session: { kind: 'console' }, device: 'test', onEnd: new Set() })
const of = (issueId: string): MadeIssue => ({ issueId, periodId: 'p', books: [] })

test('of each connection the latest is held, and nothing else remembers what it takes the place of', () => {
  const made = createMadeBooks()
  const [one, other] = [connect(), connect()]
  made.hold(other, of('other'))
  for (const id of ['first', 'second', 'third']) made.hold(one, of(id))
  expect([made.find(one, 'second'), made.find(one, 'third'), made.find(one, 'other'), made.find(other, 'other')]).toEqual([null, of('third'), null, of('other')])
  expect([one.onEnd.size, other.onEnd.size]).toEqual([1, 1])
})

test.each<readonly [string, (made: ReturnType<typeof createMadeBooks>, connection: Connection) => void]>([
  ['issued', (made, connection) => made.drop(connection)],
  ['the session ended', (_, connection) => connection.onEnd.forEach((listener) => listener())],
  ['the house closed', (made) => made.clear()],
])('%s: it is let go, with its listener', (_, end) => {
  const made = createMadeBooks()
  const connection = connect()
  made.hold(connection, of('a'))
  expect(made.find(connection, 'a')).toEqual(of('a'))
  end(made, connection)
  expect([made.find(connection, 'a'), connection.onEnd.size]).toEqual([null, 0])
})
