import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Area } from '../../../shared/contract/procedure.ts'
import { auditEntry, village } from '../../db/schema/index.ts'
import { emptyDemo } from '../desk/demo/demo.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import type { Change } from './app.ts'

describe('mutate', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(emptyDemo())
  })
  afterEach(() => town.dispose())

  const villages = () => town.app.read().select({ name: village.name }).from(village).all().map(({ name }) => name)
  const entries = () => town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'test.add')).all()

  function adding(name: string, faults: { readonly write?: Error; readonly audit?: Error } = {}): Change<string> {
    return {
      actor: 'test',
      action: 'test.add',
      areas: ['village'],
      write(tx) {
        const id = town.app.environment.newId()
        tx.insert(village).values({ id, seq: 1, code: name, name }).run()
        if (faults.write) throw faults.write
        return id
      },
      audit(id) {
        if (faults.audit) throw faults.audit
        return { subject: id, detail: { name } }
      },
    }
  }

  test('writes the change and its audit entry, with the moment and the actor', () => {
    const id = town.app.mutate(adding('上村'))
    expect(villages()).toEqual(['上村'])
    expect(entries().map(({ mac: _, seq: __, ...rest }) => rest)).toEqual([{ at: town.clock.now, actor: 'test', action: 'test.add', subject: id, detail: '{"name":"上村"}' }])
  })

  test.each([
    ['the write', { write: new Error('no') }],
    ['the audit entry', { audit: new Error('no') }],
  ])('a failure of %s undoes both', (_, faults) => {
    const before = town.app.read().select().from(auditEntry).all()
    expect(() => town.app.mutate(adding('下村', faults))).toThrow('no')
    expect(villages()).toEqual([])
    expect(town.app.read().select().from(auditEntry).all()).toEqual(before)
    // What comes next is not disturbed.
    town.app.mutate(adding('上村'))
    expect(villages()).toEqual(['上村'])
  })

  test('control: the same two writes without a common transaction leave a row that nothing accounts for', () => {
    const { db } = town.app.database()
    const change = adding('下村', { audit: new Error('no') })
    expect(() => {
      db.transaction((tx) => change.write(tx, town.clock.now))
      change.audit('')
    }).toThrow('no')
    expect([villages(), entries()]).toEqual([['下村'], []])
  })

  test('a change that the file refuses is undone as a whole', () => {
    town.app.mutate(adding('上村'))
    expect(() =>
      town.app.mutate({
        ...adding('下村'),
        write(tx) {
          tx.insert(village).values({ id: 'a', seq: 2, code: '中村', name: '中村' }).run()
          tx.insert(village).values({ id: 'b', seq: 3, code: '上村', name: '上村' }).run()
          return 'b'
        },
      }),
    ).toThrow()
    expect([villages(), entries().length]).toEqual([['上村'], 1])
  })

  test('the feed names the areas after the commit, never before it and never for what failed', () => {
    const heard: { areas: readonly Area[]; inTransaction: boolean; villages: readonly string[] }[] = []
    const { raw } = town.app.database()
    const stop = town.app.feed.subscribe((areas) => heard.push({ areas, inTransaction: raw.inTransaction, villages: villages() }))
    expect(() => town.app.mutate(adding('下村', { audit: new Error('no') }))).toThrow()
    expect(heard).toEqual([])
    town.app.mutate({
      ...adding('上村'),
      audit(id) {
        expect([heard.length, raw.inTransaction]).toEqual([0, true])
        return { subject: id, detail: {} }
      },
    })
    expect(heard).toEqual([{ areas: ['village', 'audit'], inTransaction: false, villages: ['上村'] }])
    stop()
    town.app.mutate(adding('中村'))
    expect(heard).toHaveLength(1)
  })

  test('a refused procedure tells of no area but the audit log', async () => {
    const heard: Area[] = []
    town.app.feed.subscribe((areas) => heard.push(...areas))
    expect(await codeOf(town.as(null, 'auditor').villages.add({ name: '上村', teamLeaderId: null }))).toBe('forbidden')
    // The account that the test made comes first.
    expect(heard).toEqual(['account', 'audit', 'audit'])
    await town.asConsole().villages.add({ name: '上村', teamLeaderId: null })
    expect(heard.slice(3)).toEqual(['village', 'audit'])
  })
})
