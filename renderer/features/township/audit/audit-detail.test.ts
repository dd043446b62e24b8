import { expect, test } from 'vitest'
import { detailLines, summaryLine } from './audit-detail.ts'

test('known words are the field’s, others stand as they are, lists of words in one line', () => {
  expect(detailLines({ roles: ['head', 'inspector'], enabled: false, strange: 3, reason: null })).toEqual([
    { depth: 0, label: '角色', text: '模块长、督考' },
    { depth: 0, label: '启用', text: '否' },
    { depth: 0, label: 'strange', text: '3' },
    { depth: 0, label: '理由', text: '—' },
  ])
})

test('what stands inside is read below its heading', () => {
  expect(detailLines({ rows: [{ id: 'a', changes: { name: '张三' } }] })).toEqual([
    { depth: 0, label: '行', text: null },
    { depth: 1, label: '1', text: null },
    { depth: 2, label: '编号', text: 'a' },
    { depth: 2, label: '改动', text: null },
    { depth: 3, label: '名称', text: '张三' },
  ])
})

test('nothing is said of an empty detail, nor of ids', () => {
  expect([detailLines({}), detailLines(null), summaryLine([]), summaryLine([{ kind: 'word', key: 'id', word: 'x' }, { kind: 'word', key: 'staffId', word: '01a20bcf-04bf-7ff5-bcb7-20ff2c571e1c' }, { kind: 'word', key: 'version', word: 2 }, { kind: 'word', key: 'note', word: '' }, { kind: 'word', key: 'reason', word: null }])]).toEqual([[], [], '', ''])
})

test('one line for the list', () => {
  const id = '01a20bcf-04bf-7ff5-bcb7-20ff2c571e1c'
  expect(summaryLine([
    { kind: 'word', key: 'taken', word: 66 }, { kind: 'word', key: 'kind', word: 'staff' }, { kind: 'items', key: 'rows', count: 2 }, { kind: 'word', key: 'isNew', word: true },
    { kind: 'words', key: 'ids', words: [id, id] }, { kind: 'words', key: 'roles', words: ['head'] }, { kind: 'word', key: 'identity', word: 'civil' }, { kind: 'more', key: 'changes' },
  ])).toBe('导入行数 66；种类 花名册；行 2 项；新结果 是；顺序 2 项；角色 模块长；人员身份 公务员；改动 …')
})
