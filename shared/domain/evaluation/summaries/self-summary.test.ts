import { expect, test } from 'vitest'
import { hundredths } from '../../../lib/hundredths.ts'
import { proposeSummary, type SummaryFacts } from './self-summary.ts'

const nothing: SummaryFacts = { tasks: [], events: [], groups: [], honours: [], circulars: [], deductions: [] }

test('who has records gets them written out, hosted tasks first', () => {
  const facts: SummaryFacts = {
    tasks: [
      { title: '协办的事', role: 'cohost', due: '2026-05-10', finishedOn: '2026-05-12' },
      { title: '主办的事', role: 'host', due: '2026-06-10', finishedOn: null },
    ],
    events: [{ kind: 'visit', quantity: hundredths(1200) }, { kind: 'tuesday', quantity: hundredths(1030) }],
    groups: [{ name: '征迁专班', role: 'core' }],
    honours: [{ matter: '平安建设先进个人', level: 'county' }],
    circulars: [{ kind: 'positive', matter: '防汛值守' }],
    deductions: [{ rule: 'absence', exempt: false }, { rule: 'absence', exempt: true }],
  }
  expect(proposeSummary('2026年第二季度', facts)).toBe(
    `2026年第二季度，本人按照岗位职责和模块安排开展工作，现将主要情况小结如下。

一、任务办理
承办任务 2 件，其中主办 1 件；已办结 1 件，按时办结 0 件。
1. 主办的事（主办，尚未办结）
2. 协办的事（协办，2026-05-12 办结）
参加征迁专班，担任骨干。

二、组团联村
走访 12 次，周二到村 10.3 次。

三、奖惩情况
获县级荣誉：平安建设先进个人。
受到正面通报：防汛值守。
扣分 1 次（无故缺勤）。

四、存在不足和下步打算
`,
  )
})

test('who has none is told so, and never gets an empty page', () => {
  expect(proposeSummary('2026年度', nothing)).toContain('本期没有登记在本人名下的任务。')
})

test('of many tasks the first are named', () => {
  const tasks = Array.from({ length: 15 }, (_, place) => ({ title: `任务${String(place)}`, role: 'host' as const, due: '2026-05-10', finishedOn: null }))
  expect(proposeSummary('2026年度', { ...nothing, tasks })).toContain('另有 3 件任务。')
})
