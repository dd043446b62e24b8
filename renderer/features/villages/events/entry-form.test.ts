import { expect, test } from 'vitest'
import { entryIds, entryRowOf, readEntry, usualVillage, villagesServed, type EntryDraft } from './entry-form.ts'

const draft: EntryDraft = { kind: 'visit', date: '2026-05-12', village: 'v', people: ['a', 'b'], households: '张三\n李四、王五', quantity: '１', note: '  ' }

test('a whole draft', () => {
  expect(readEntry(draft)).toEqual({ kind: 'good', input: { kind: 'visit', date: '2026-05-12', villageId: 'v', staffIds: ['a', 'b'], households: ['张三', '李四', '王五'], quantity: '1', note: null } })
})

test.each([
  [{ kind: null }, [entryIds.kind]],
  [{ date: null }, [entryIds.date]],
  [{ date: '2026-02-30' }, [entryIds.date]],
  [{ village: null }, [entryIds.villageId]],
  [{ people: [] }, [entryIds.staffIds]],
  [{ households: '长'.repeat(51) }, [entryIds.households]],
  [{ quantity: '0' }, [entryIds.quantity]],
  [{ quantity: '1001' }, [entryIds.quantity]],
  [{ quantity: '-1' }, [entryIds.quantity]],
  [{ quantity: '' }, [entryIds.quantity]],
  [{ note: '长'.repeat(2001) }, [entryIds.note]],
  [{ kind: null, people: [] }, [entryIds.kind, entryIds.staffIds]],
] as const)('%j', (change, ids) => {
  const reading = readEntry({ ...draft, ...change })
  expect(reading.kind === 'bad' ? reading.faults.map(({ id }) => id) : []).toEqual(ids)
})

test('a fault of the host finds its row', () => {
  expect(['date', 'households.3', 'staffIds.0', 'nonsense'].map(entryRowOf)).toEqual([entryIds.date, entryIds.households, entryIds.staffIds, ''])
})

test('one serves the villages whose 组团 one leads or is in', () => {
  const villages = [{ id: 'a', teamLeaderId: 'me', members: [] }, { id: 'b', teamLeaderId: null, members: [{ staffId: 'me' }, { staffId: 'other' }] }, { id: 'c', teamLeaderId: 'other', members: [] }]
  expect([villagesServed(villages, 'me'), villagesServed(villages, null)]).toEqual([['a', 'b'], []])
})

test.each([
  [['a'], 'c', 'a'],
  [['a', 'b'], 'b', 'b'],
  [[], 'c', 'c'],
  [['a', 'b'], undefined, null],
] as const)('who serves %j and wrote last of %s begins with %s', (served, last, village) => {
  expect(usualVillage(served, last)).toBe(village)
})
