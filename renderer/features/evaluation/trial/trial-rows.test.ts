import { expect, test } from 'vitest'
import type { TrialRow } from '../../plans/api-types.ts'
import { causeDelta, countText, isMoved, movesText, signed, totalDelta, ungraded, whyText } from './trial-rows.ts'

const side: TrialRow['before'] = { total: '90.00', pool: 'civil', rankTown: 5, rankPool: 2, grade: 'good', place: 'withinQuota' }

function row(after: Partial<TrialRow['after']>, causes: TrialRow['causes'] = []): TrialRow {
  return { staffId: 's', staffName: '张三', moduleName: '大党建', track: 'staff', before: side, after: { ...side, ...after }, causes }
}

test('nobody moves under the same plan', () => {
  expect([isMoved(row({})), whyText(row({})), movesText([row({})])]).toEqual([false, '', '名次和等次都没有变动'])
})

test('why a person moves: what the total is made of, the grade, or the others', () => {
  const moved = row({ total: '88.75', rankTown: 9, grade: 'fair_good', place: 'beyondQuota' }, [{ cause: 'M2', delta: '-2.00' }, { cause: 'M4', delta: '0.75' }])
  expect(whyText(moved)).toBe('任务推进 −2.00、领导评分 +0.75、等次：在名额之内→超出名额')
  expect([totalDelta(moved), causeDelta(moved, 'M2'), causeDelta(moved, 'X'), signed(-1.25), signed(0)]).toEqual([-125, -2, 0, '−1.25', ''])
  expect(whyText(row({ rankTown: 6 }))).toBe('本人分数没变，他人分数变了')
  expect(movesText([moved, row({ rankTown: 6 })])).toBe('名次变动 2 人，等次变动 1 人，好→较好 1 人')
})

test('counts stand once where both plans give the same', () => {
  expect([countText(5, 5), countText(5, 7), countText(null, 3)]).toEqual([{ text: '5', isChanged: false }, { text: '5→7', isChanged: true }, { text: '0→3', isChanged: true }])
  expect(ungraded({ people: 10, eligible: 8, quota: 3, tiedAtLine: 0, grades: { good: 3, fair_good: 4, average: 1, poor: 0, comment_only: 1, pending: 0, no_grade: 1 } })).toBe(2)
})
