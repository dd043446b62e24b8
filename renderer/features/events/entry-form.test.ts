import { expect, test } from 'vitest'
import { entryIds, entryRowOf, readEntry, type EntryDraft } from './entry-form.ts'

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
