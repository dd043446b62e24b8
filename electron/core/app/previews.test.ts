import { expect, test } from 'vitest'
import { createPreviews, type Preview } from './previews.ts'
import type { Connection } from './session.ts'

/** Previews with a clock that is moved by hand, and the subjects of those that have ended. */
function setUp() {
  const ended: string[] = []
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  let now = 0
  let ids = 0
  const previews = createPreviews({
    newId: () => `id${String((ids += 1))}`,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  })
  return {
    previews,
    ended,
    pass(minutes: number): void {
      now += minutes * 60_000
      for (const timer of [...timers]) {
        if (timer.at > now) continue
        timers.delete(timer)
        timer.run()
      }
    },
    of: (subject: string): Preview => ({ subject, sheets: [], pages: () => Promise.reject(new Error('no pages')), close: () => void ended.push(subject) }),
  }
}

const connect = (): Connection => ({ session: { kind: 'console' }, device: 'test', onEnd: new Set() })

test('the next preview of a connection takes the place of its last; others keep theirs', () => {
  const { previews, ended, of } = setUp()
  const [one, other] = [connect(), connect()]
  previews.keep(other, of('other'))
  const first = previews.keep(one, of('first'))
  const second = previews.keep(one, of('second'))
  expect([ended, previews.find(one, first.id, 'first'), previews.find(one, second.id, 'second')?.id, one.onEnd.size]).toEqual([['first'], null, second.id, 1])
})

test('of more than eight the one left alone the longest ends', () => {
  const { previews, ended, of } = setUp()
  const viewers = Array.from({ length: 8 }, (_, at) => {
    const connection = connect()
    return { connection, ...previews.keep(connection, of(String(at))) }
  })
  const [first] = viewers
  if (first === undefined) throw new Error('no viewer')
  previews.find(first.connection, first.id, '0')
  previews.keep(connect(), of('ninth'))
  expect(ended).toEqual(['1'])
})

test('it ends when nobody has looked at it for five minutes, when it is closed by its own connection, and with the session', () => {
  const { previews, ended, pass, of } = setUp()
  const [one, other] = [connect(), connect()]
  const { id } = previews.keep(one, of('idle'))
  pass(4)
  expect(previews.find(one, id, 'idle')?.id).toBe(id)
  pass(4)
  expect(ended).toEqual([])
  pass(1)
  expect([ended, previews.find(one, id, 'idle')]).toEqual([['idle'], null])
  const closed = previews.keep(one, of('closed'))
  previews.close(other, closed.id)
  expect(ended).toEqual(['idle'])
  previews.close(one, closed.id)
  previews.keep(one, of('session'))
  one.onEnd.forEach((listener) => listener())
  expect(ended).toEqual(['idle', 'closed', 'session'])
  pass(60)
  expect(ended).toHaveLength(3)
})

test('what is gone is made anew once for all who ask for it', async () => {
  const { previews, ended, of } = setUp()
  const one = connect()
  let made = 0
  const make = async () => {
    made += 1
    await Promise.resolve()
    return of('book')
  }
  const [first, second] = await Promise.all([previews.renew(one, 'book', make), previews.renew(one, 'book', make)])
  const third = await previews.renew(one, 'book', make)
  expect([made, second.id, third.id, ended]).toEqual([1, first.id, first.id, []])
  await expect(previews.renew(one, 'another', () => Promise.reject(new Error('no book')))).rejects.toThrow('no book')
  expect((await previews.renew(one, 'another', () => Promise.resolve(of('another')))).preview.subject).toBe('another')
})
