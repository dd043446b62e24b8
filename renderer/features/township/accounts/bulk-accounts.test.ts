import { expect, test } from 'vitest'
import { bulkFaults, draftsOf, entriesOf, findDrafts, withRole, type Suggestion } from './bulk-accounts.ts'

const suggestion = (staffId: string, staffName: string, name: string): Suggestion => ({ staffId, staffName, moduleName: '大党建', name, roles: ['clerk'] })
const drafts = draftsOf([suggestion('a', '张三', '张三'), suggestion('b', '李四', ' 张三 '), suggestion('c', '王五', ' '), suggestion('d', '赵六', 'admin')])

test('a login name must be there, be free, and be used once among the chosen', () => {
  expect(bulkFaults(drafts, ['admin']).map(({ id }) => id)).toEqual(['login-b', 'login-c', 'login-d'])
  expect(bulkFaults(drafts.map((draft) => ({ ...draft, isChosen: draft.staffId === 'b' })), ['admin'])).toEqual([])
})

test('a role is given once, and taken', () => {
  const [first] = drafts
  if (first === undefined) throw new Error('no draft')
  const given = withRole(withRole(first, 'inspector', true), 'inspector', true)
  expect([given.roles, withRole(given, 'clerk', false).roles]).toEqual([['clerk', 'inspector'], ['inspector']])
})

test('only the chosen are sent, trimmed, and with roles only from who may give them', () => {
  const some = drafts.map((draft) => ({ ...draft, isChosen: draft.staffId === 'b' }))
  expect([entriesOf(some, true), entriesOf(some, false)]).toEqual([[{ staffId: 'b', name: '张三', roles: ['clerk'] }], [{ staffId: 'b', name: '张三', roles: [] }]])
})

test('rows are found by any of their words', () => {
  expect([findDrafts(drafts, 'ADM').length, findDrafts(drafts, '大党建').length, findDrafts(drafts, '').length]).toEqual([1, 4, 4])
})
