import { QueryClient } from '@tanstack/react-query'
import { ORPCError, type ClientContext, type ClientLink } from '@orpc/client'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Area } from '../../shared/contract/procedure.ts'
import { connect } from './connection.ts'
import { followChanges } from './follow-changes.ts'
import type { OpenLink } from './link.ts'
import { createSessionStore } from './session-store.ts'
import { createStore } from './store.ts'

const now = '2026-06-15T01:00:00.000Z'
const me = {
  kind: 'account' as const,
  name: 'jinna',
  staffId: null,
  staffName: '金娜',
  roles: [],
  capabilities: [],
  memberOf: [],
  heads: [],
  leads: [],
  mustChangePassword: false,
  township: { name: '清溪镇', county: '', reportingUnit: '', origin: 'real' as const },
}

type Answer = (path: string, input: unknown) => unknown

/** A host that can be cut off and reached again; `calls` is what came over which way. */
function hostOf(answer: Answer) {
  const calls: string[] = []
  let ways = 0
  let cut: () => void = () => undefined
  let isAway = false
  const open = (): Promise<OpenLink> => {
    if (isAway) return Promise.reject(new Error('nobody answers'))
    ways += 1
    const way = ways
    const { promise: lost, resolve } = Promise.withResolvers<void>()
    cut = resolve
    const link: ClientLink<ClientContext> = {
      call(path, input) {
        const name = path.join('.')
        calls.push(`${String(way)} ${name}`)
        return name === 'session.changes' ? Promise.resolve((async function* () {})()) : Promise.resolve(answer(name, input))
      },
    }
    return Promise.resolve({ link, lost })
  }
  return { calls, open, cut: (forGood: boolean) => { isAway = forGood; cut() } }
}

describe('after a lost way', () => {
  let reloads: number
  beforeEach(() => void (reloads = 0))

  function started(answer: Answer) {
    const host = hostOf(answer)
    const connection = connect(host.open)
    const session = createSessionStore(connection, () => (reloads += 1))
    followChanges({ connection, session, queries: new QueryClient(), revisions: createStore<Readonly<Partial<Record<Area, number>>>>({}) })
    session.enter({ ...me, now, resumption: 'r1' })
    return { host, connection, session }
  }

  test('the session is taken up again before anything that waited goes out', async () => {
    const { host, connection } = started((path) => (path === 'session.resume' ? { ...me, now, resumption: 'r2' } : []))
    await connection.client.organisation.modules()
    host.cut(false)
    await Promise.resolve()
    await connection.client.organisation.posts()
    const second = host.calls.filter((call) => call.startsWith('2 '))
    expect([second[0], second.includes('2 organisation.posts'), reloads]).toEqual(['2 session.resume', true, 0])
  })

  test('a host that no longer knows the session takes every name off the screen', async () => {
    const { host, connection } = started((path) => {
      if (path === 'session.resume') throw new ORPCError('session_ended')
      return []
    })
    await connection.client.organisation.modules()
    host.cut(false)
    await expect.poll(() => reloads).toBe(1)
  })

  test('locking does not wait for a host that is away', async () => {
    const { host, connection, session } = started(() => [])
    await connection.client.organisation.modules()
    host.cut(true)
    await expect.poll(() => connection.state.get()).toBe('lost')
    await session.leave()
    expect(reloads).toBe(1)
  })
})
