import { expect, test } from 'vitest'
import type { ScoreBookResult } from '../../../../../shared/contract/score-books.ts'
import { mayTake, takenCount } from './take-counts.ts'

type Row = ScoreBookResult['sheets'][number]['rows'][number]

function row(state: Row['state'], hasChange: boolean): Row {
  return { staffId: state, name: state, state, changes: hasChange ? [{ field: 'given', from: null, to: 'A' }] : [], conflict: null, errors: [], warnings: [] }
}

function book(refused: string | null, rows: readonly Row[], alteredCount = 0): Pick<ScoreBookResult, 'alteredCount' | 'sheets' | 'summary'> {
  return { alteredCount, sheets: [{ sheetId: 's', title: '表', refused, warnings: [], rows: [...rows] }], summary: { new: 0, changed: 0, same: rows.filter(({ state }) => state === 'same').length, missing: 0, error: 0 } }
}

test.each([
  ['good rows', book(null, [row('new', true), row('changed', true), row('same', false), row('missing', false)]), 2, true],
  ['a note of somebody without a score', book(null, [row('missing', true)]), 1, true],
  ['only what was typed in already', book(null, [row('same', false)]), 0, true],
  ['nothing but faults', book(null, [row('error', true), row('missing', false)]), 0, false],
  ['a sheet that is refused', book('已经提交', [row('new', true)]), 0, false],
  ['an altered book', book(null, [row('new', true)], 1), 1, false],
])('%s', (_, result, count, may) => {
  expect([takenCount(result), mayTake(result)]).toEqual([count, may])
})
