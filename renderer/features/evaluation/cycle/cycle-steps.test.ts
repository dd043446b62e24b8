import { describe, expect, test } from 'vitest'
import { cycleSteps, type SteppedPeriod } from './cycle-steps.ts'

const period: SteppedPeriod = { kind: 'quarter', stage: 'scoring', start: '2026-04-01', end: '2026-06-30', freeze: '2026-07-05', frozenAt: null, computedAt: null }

const line = (of: SteppedPeriod, today: string, missing: number | null = null) => cycleSteps(of, today, missing).map(({ label, state, date, note }) => [label, state, date, note].filter((part) => part !== undefined).join(' '))

describe('the stepper of a quarter', () => {
  test('before its day', () => {
    expect(line(period, '2026-07-05', 3)).toEqual([
      '配置 done', '采集 done 4月1日至6月30日', '个人小结 done', '评分 current 7月5日前 缺 3 项', '冻结 ahead 7月5日前', '计算 ahead', '复核 ahead', '公示 ahead', '申诉 ahead', '会议审定 ahead', '归档 ahead', '已上报 ahead',
    ])
  })

  test('after its day without a freeze', () => {
    expect(line(period, '2026-07-06', 3)[3]).toBe('评分 late 7月5日前 已过7月5日')
  })

  test('frozen and computed: the days they happened', () => {
    const done = line({ ...period, stage: 'computed', frozenAt: '2026-07-05T17:30:00.000Z', computedAt: '2026-07-05T17:30:01.000Z' }, '2026-08-01')
    expect([done[4], done[5]]).toEqual(['冻结 done 7月6日', '计算 current 7月6日'])
  })
})

test('a computed year stands at its computation, though its stage says nothing of it', () => {
  const year: SteppedPeriod = { ...period, kind: 'year', stage: 'configuring', computedAt: '2026-12-01T01:00:00.000Z' }
  expect(line(year, '2027-02-01').slice(0, 4)).toEqual(['配置 done', '采集 done 4月1日至6月30日', '计算 current 12月1日', '复核 ahead'])
})

test('a year shows no stages of scoring, but the one it stands in', () => {
  const year: SteppedPeriod = { ...period, kind: 'year', stage: 'configuring', start: '2026-01-01', end: '2026-12-31', freeze: '2027-01-15' }
  expect(line(year, '2026-07-01').map((step) => step.split(' ')[0])).toEqual(['配置', '采集', '计算', '复核', '公示', '申诉', '会议审定', '归档', '已上报'])
  expect(line({ ...year, stage: 'scoring' }, '2026-07-01')[2]).toBe('评分 current 1月15日前')
})
