import { expect, test } from 'vitest'
import type { ScoreBookResult } from '../../../../../shared/contract/evaluation/score-books.ts'
import { entryKey, isTicked, takenCount, verdictOf, type Decisions, type FileState, type TakenFile } from './take-files.ts'

type Row = ScoreBookResult['sheets'][number]['rows'][number]

function row(state: Row['state'], hasChange: boolean, isConflict = false): Row {
  const conflict = isConflict ? { fields: [{ field: 'given' as const, stands: 'C', inBook: 'B' }], isKept: false } : null
  return { staffId: `${state}${String(isConflict)}`, name: state, state, changes: hasChange ? [{ field: 'given', from: null, to: 'A' }] : [], conflict, errors: [], warnings: [] }
}

function result(change: Partial<ScoreBookResult> & { readonly refused?: string; readonly rows?: readonly Row[] } = {}): ScoreBookResult {
  const { refused = null, rows = [row('new', true)], ...rest } = change
  const count = (state: Row['state']) => rows.filter((one) => one.state === state).length
  const summary = { new: count('new'), changed: count('changed'), same: count('same'), missing: count('missing'), error: count('error') }
  return { bookId: 'b', scorer: '钱一', issuedAt: '', issuedBy: '', warnings: [], altered: [], alteredCount: 0, sheets: [{ sheetId: 's', title: '模块长评价', refused, warnings: [], rows: [...rows] }], summary, version: 1, stamp: '', ...rest }
}

function file(key: number, state: FileState, isChosen: boolean | null = null): TakenFile {
  return { key, name: `${String(key)}.xlsx`, state, isChosen }
}

const previewed = (of: ScoreBookResult, decisions: Decisions = new Map(), fault: string | null = null): FileState => ({ kind: 'previewed', result: of, decisions, shownBy: decisions, fault })

test.each([
  ['good rows', previewed(result({ rows: [row('new', true), row('same', false), row('missing', false)] })), 'good', '', true],
  ['only what was typed in already', previewed(result({ rows: [row('same', false)] })), 'good', '', true],
  ['a note of somebody without a score', previewed(result({ rows: [row('missing', true)] })), 'good', '', true],
  ['some rows that are not taken', previewed(result({ rows: [row('new', true), row('error', false)] })), 'good', '1 人不收，展开可看原因', true],
  ['nothing but faults', previewed(result({ rows: [row('error', true), row('missing', false)] })), 'bad', '没有可以收回的评分', false],
  ['a sheet that is refused', previewed(result({ refused: '已经提交' })), 'bad', '模块长评价不收：已经提交', false],
  ['an altered book', previewed(result({ alteredCount: 2 })), 'bad', '有 2 格不该改动的内容被改动，整份不能收回，展开可看是哪些格', false],
  ['an older one', previewed(result({ warnings: ['这不是最新的一份'] })), 'check', '这不是最新的一份', false],
  ['one whose taking has failed', previewed(result(), new Map(), '已被他人修改'), 'check', '已被他人修改', false],
  ['what was entered meanwhile', previewed(result({ rows: [row('changed', true, true)] })), 'choose', '发出以后又在程序里录入了 1 人，与工作簿不同，请展开逐人选择', false],
  ['the same once it is decided', previewed(result({ rows: [row('changed', true, true)] }), new Map([[entryKey({ sheetId: 's', staffId: 'changedtrue' }), 'screen']])), 'good', '', true],
  ['a file that is no book', { kind: 'unread', reason: '这不是评分工作簿' }, 'bad', '这不是评分工作簿', false],
] satisfies readonly (readonly [string, FileState, string, string, boolean])[])('%s', (_, state, kind, sentence, ticked) => {
  const one = file(1, state)
  expect([verdictOf(one, [one]), isTicked(one, [one])]).toEqual([{ kind, sentence }, ticked])
})

test('what is to be checked is taken when the user ticks it, and what is good is not when he unticks it; nothing else can be ticked', () => {
  const ticks = (state: FileState, isChosen: boolean) => isTicked(file(1, state, isChosen), [])
  expect([ticks(previewed(result({ warnings: ['旧'] })), true), ticks(previewed(result()), false), ticks(previewed(result({ alteredCount: 1 })), true)]).toEqual([true, false, false])
})

test('the same book twice is taken once, from the file that was chosen first, until that is taken back', () => {
  const second = file(2, previewed(result()))
  const verdict = (first: FileState) => verdictOf(second, [file(1, first), second])
  expect(verdict(previewed(result()))).toEqual({ kind: 'bad', sentence: '与“1.xlsx”是同一份工作簿，这次只收先选的那一份' })
  expect(verdict({ kind: 'taken', result: result(), fault: null }).kind).toBe('bad')
  expect(verdict(previewed(result({ alteredCount: 1 }))).kind).toBe('good')
  expect([verdict({ kind: 'undone', result: result() }).kind, verdict(previewed(result({ bookId: 'other' }))).kind]).toEqual(['good', 'good'])
})

test('people whose scores a book changes are counted on the sheets that are taken', () => {
  expect([takenCount(result({ rows: [row('new', true), row('changed', true), row('same', false), row('error', true)] })), takenCount(result({ refused: '已经提交' }))]).toEqual([2, 0])
})
