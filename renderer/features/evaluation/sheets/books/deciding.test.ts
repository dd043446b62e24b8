import { expect, test } from 'vitest'
import type { ScoreBookResult } from '../../../../../shared/contract/evaluation/score-books.ts'
import { answered, decided } from './deciding.ts'
import { entryKey, isTicked, verdictOf, type Decisions, type FileState, type TakenFile } from './take-files.ts'

const [one, two] = [{ sheetId: 's', staffId: 'one' }, { sheetId: 's', staffId: 'two' }]

function result(stamp: string): ScoreBookResult {
  const conflict = { fields: [{ field: 'given' as const, stands: 'C', inBook: 'B' }], isKept: false }
  const rows = [one, two].map(({ staffId }) => ({ staffId, name: staffId, state: 'changed' as const, changes: [{ field: 'given' as const, from: 'C', to: 'B' }], conflict, errors: [], warnings: [] }))
  return { bookId: 'b', scorer: '钱一', issuedAt: '', issuedBy: '', warnings: [], altered: [], alteredCount: 0, sheets: [{ sheetId: 's', title: '模块长评价', refused: null, warnings: [], rows }], summary: { new: 0, changed: 2, same: 0, missing: 0, error: 0 }, version: 1, stamp }
}

function preview(stamp: string, decisions: Decisions): Extract<FileState, { kind: 'previewed' }> {
  return { kind: 'previewed', result: result(stamp), decisions, shownBy: decisions, fault: null }
}

function only(files: readonly TakenFile[]): TakenFile {
  const [file] = files
  if (file === undefined) throw new Error('no file')
  return file
}

function decisionsOf(files: readonly TakenFile[]): Decisions {
  const { state } = only(files)
  return state.kind === 'previewed' ? state.decisions : new Map()
}

/** A file that is good, all of it decided for the book. */
const good: readonly TakenFile[] = [{ key: 1, name: '交回.xlsx', isChosen: null, state: preview('first', new Map([[entryKey(one), 'book'], [entryKey(two), 'book']])) }]
const isTaken = (files: readonly TakenFile[]) => isTicked(only(files), files)

test('a decision stands at once, and its file is not taken until what it does by it is there', () => {
  expect(isTaken(good)).toBe(true)
  const asking = decided(good, 1, [one], 'screen')
  expect([isTaken(asking), decisionsOf(asking).get(entryKey(one)), verdictOf(only(asking), asking)]).toEqual([false, 'screen', { kind: 'waiting', sentence: '正在按您的选择核对' }])
  const seen = answered(asking, 1, decisionsOf(asking), preview('second', decisionsOf(asking)))
  expect([isTaken(seen), only(seen).state]).toEqual([true, preview('second', decisionsOf(asking))])
})

test('of two quick decisions both stand, and the answer to the first alone is dropped, whichever comes first', () => {
  const first = decided(good, 1, [one], 'screen')
  const both = decided(first, 1, [two], 'screen')
  expect([...decisionsOf(both).values()]).toEqual(['screen', 'screen'])
  const late = answered(both, 1, decisionsOf(first), preview('first alone', decisionsOf(first)))
  expect([late, isTaken(late)]).toEqual([both, false])
  const seen = answered(late, 1, decisionsOf(both), preview('both', decisionsOf(both)))
  expect(isTaken(seen)).toBe(true)
  expect(answered(seen, 1, decisionsOf(first), preview('first alone', decisionsOf(first)))).toEqual(seen)
})

test('a file that was taken or taken back stays so, whatever is answered or decided late', () => {
  const decisions = decisionsOf(good)
  for (const state of [{ kind: 'taken', result: result('first'), fault: null }, { kind: 'undone', result: result('first') }] satisfies readonly FileState[]) {
    const ended: readonly TakenFile[] = [{ ...only(good), state }]
    expect([answered(ended, 1, decisions, preview('late', decisions)), answered(ended, 1, decisions, { kind: 'unread', reason: '连接中断' }), decided(ended, 1, [one], 'screen')]).toEqual([ended, ended, ended])
  }
})

test('where it fails, what was decided before stands again with the reason, is not taken unasked, and can be decided once more', () => {
  const asking = decided([{ ...only(good), isChosen: true }], 1, [one], 'screen')
  const failed = answered(asking, 1, decisionsOf(asking), { kind: 'unread', reason: '连接中断' })
  expect([decisionsOf(failed), verdictOf(only(failed), failed), isTaken(failed)]).toEqual([decisionsOf(good), { kind: 'check', sentence: '连接中断' }, false])
  const again = decided(failed, 1, [one], 'screen')
  expect([decisionsOf(again).get(entryKey(one)), verdictOf(only(again), again).kind]).toEqual(['screen', 'waiting'])
})

test('other files are left alone', () => {
  expect([decided(good, 2, [one], 'screen'), answered(good, 2, decisionsOf(good), { kind: 'unread', reason: '连接中断' })]).toEqual([good, good])
})
