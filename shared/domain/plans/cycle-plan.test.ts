import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidaysOfYears, isWorkingDay, noHolidays, workingDaysBetween } from '../township/calendar/working-days.ts'
import { periodStages } from './cycle.ts'
import { cycleFaults, daysFinishedLate, daysLate, finishedOn, openStage, proposeCycle, publicityEnd, stagesOf, type TypedStep } from './cycle-plan.ts'
import { cycleFaultText, latenessText } from './cycle-plan-vocabulary.ts'
import { yearPeriods } from './year-periods.ts'

const second = { kind: 'quarter', start: '2026-04-01', end: '2026-06-30' } as const
const year = { kind: 'year', start: '2026-01-01', end: '2026-12-31' } as const
const holidays = holidaysOfYears([
  { year: 2026, source: '', holidays: [{ name: '清明节', from: '2026-04-04', to: '2026-04-06', work: [] }, { name: '中秋节', from: '2026-09-25', to: '2026-09-27', work: [] }, { name: '国庆节', from: '2026-10-01', to: '2026-10-07', work: ['2026-09-20', '2026-10-10'] }] },
])

const line = (period: Parameters<typeof proposeCycle>[0]) => proposeCycle(period, holidays).steps.map(({ stage, from, to }) => `${stage} ${from.slice(5)}–${to.slice(5)}`)

test('a quarter is proposed in working days behind its end', () => {
  expect(line(second)).toEqual([
    'configuring 03-25–03-31', 'collecting 04-01–06-30', 'summarising 07-01–07-03', 'scoring 07-06–07-10', 'frozen 07-13–07-13', 'computed 07-13–07-13',
    'reviewing 07-14–07-15', 'publicity 07-16–07-21', 'appeal 07-22–07-28', 'deciding 07-29–07-31', 'locked 08-03–08-04', 'reported 08-05–08-07',
  ])
})

test('holidays are left out and days worked in exchange are counted', () => {
  expect(line({ kind: 'quarter', start: '2026-07-01', end: '2026-09-30' }).slice(2, 5)).toEqual(['summarising 10-08–10-10', 'scoring 10-12–10-16', 'frozen 10-19–10-19'])
})

test('a year is computed after its last quarter has been decided, and says that the next year is not known', () => {
  const proposal = proposeCycle(year, holidays)
  expect(proposal.steps.map(({ stage }) => stage)).toEqual(stagesOf('year'))
  expect([proposal.known, proposal.steps.find(({ stage }) => stage === 'computed')]).toEqual([false, { stage: 'computed', from: '2027-02-03', to: '2027-02-04' }])
})

test('whatever the year, a proposal has no fault, its days behind the period are worked, and 公示 lasts long enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2001, max: 2098 }), fc.integer({ min: 0, max: 4 }), (of, place) => {
      const period = yearPeriods(of)[place]
      if (period === undefined) return
      const { steps } = proposeCycle(period, noHolidays)
      expect(cycleFaults(period, steps, noHolidays)).toEqual([])
      for (const { stage, from, to } of steps) if (stage !== 'collecting') expect([isWorkingDay(from, noHolidays), isWorkingDay(to, noHolidays)]).toEqual([true, true])
      const publicity = steps.find(({ stage }) => stage === 'publicity')
      expect(publicityEnd(period.kind, publicity?.from ?? '', noHolidays)).toBe(publicity?.to)
    }),
    { seed: 20261125, numRuns: 200 },
  )
})

describe('what is wrong with a plan is said', () => {
  const proposed: readonly TypedStep[] = proposeCycle(second, holidays).steps
  const withStep = (changed: TypedStep) => proposed.map((step) => (step.stage === changed.stage ? changed : step))
  test.each([
    [{ stage: 'scoring', from: '2026-07-06', to: null }, ['scoring to 开始和结束日期须都填写，或都留空']],
    [{ stage: 'scoring', from: '2026-07-10', to: '2026-07-06' }, ['scoring to 早于开始日期 2026-07-10，请改正']],
    [{ stage: 'scoring', from: '2026-06-29', to: '2026-07-06' }, ['scoring from 早于前面“个人小结”阶段的 2026-07-01，请按阶段先后安排']],
    [{ stage: 'configuring', from: '2025-03-01', to: '2026-03-31' }, ['configuring from 离本期太远，不能早于 2025-10-01，请改正']],
    [{ stage: 'reported', from: '2026-08-05', to: '2027-09-01' }, ['reported to 离本期太远，不能晚于 2027-06-28，请改正']],
    [{ stage: 'publicity', from: '2026-07-16', to: '2026-07-20' }, ['publicity to 公示须满 3 个工作日（贴出当天不计），请把结束日期往后推']],
    [{ stage: 'scoring', from: null, to: null }, []],
  ] as const)('%o', (changed, texts) => {
    expect(cycleFaults(second, withStep(changed), holidays).map((fault) => `${fault.stage} ${fault.field} ${cycleFaultText(fault, 'quarter')}`)).toEqual(texts)
  })

  test('nothing is frozen within its period', () => {
    const early = proposed.filter(({ stage }) => stage === 'collecting').concat({ stage: 'frozen', from: '2026-06-30', to: '2026-06-30' })
    expect(cycleFaults(second, early, holidays).map((fault) => cycleFaultText(fault, 'quarter'))).toEqual(['须晚于本期最后一天 2026-06-30，本期结束前不能冻结'])
  })
})

test('what is to be finished next', () => {
  expect(periodStages.map((stage) => openStage('quarter', stage))).toEqual(['configuring', 'collecting', 'summarising', 'scoring', 'computed', 'reviewing', 'reviewing', 'publicity', 'appeal', 'deciding', 'reported', null])
  expect([openStage('year', 'summarising'), openStage('year', 'computed')]).toEqual(['summarising', 'reviewing'])
})

test('a stage is finished by the next one, 冻结 by itself; one that was passed over by nothing', () => {
  const steps = [{ stage: 'scoring', enteredOn: '2026-07-06' }, { stage: 'frozen', enteredOn: '2026-07-14' }, { stage: 'computed', enteredOn: '2026-07-14' }] as const
  const days = (['collecting', 'scoring', 'frozen', 'computed', 'reviewing'] as const).map((stage) => finishedOn('quarter', stage, steps))
  expect(days).toEqual([null, '2026-07-14', '2026-07-14', '2026-07-14', null])
})

test.each([
  ['2026-07-10', '2026-07-10', 0],
  ['2026-07-10', '2026-07-12', 0],
  ['2026-07-10', '2026-07-14', 2],
  ['2026-07-14', '2026-07-10', 0],
] as const)('planned for %s, on %s late by %i', (planned, until, days) => {
  expect(daysLate(planned, until, holidays)).toBe(days)
  expect(workingDaysBetween(planned, until, holidays).known).toBe(true)
})

test.each([
  ['scoring', '2026-07-13', 0],
  ['scoring', '2026-07-14', 1],
  ['frozen', '2026-07-13', 1],
] as const)('%s planned until a Friday and finished on %s was late by %i', (stage, finished, days) => {
  expect(daysFinishedLate(stage, '2026-07-10', finished, holidays)).toBe(days)
})

test('lateness in words', () => {
  expect([latenessText('2026-07-08', 2, false), latenessText('2026-07-08', 1, true)]).toEqual(['应于 7月8日 完成，已迟 2 个工作日', '应于 7月8日 完成，迟了 1 个工作日'])
})
