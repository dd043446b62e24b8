import { describe, expect, test } from 'vitest'
import { rationalText } from '../../lib/rational.ts'
import type { ServiceEvent } from './case.ts'
import { firstQuarter, planWith } from '../evaluation/example.testing.ts'
import { scoreService } from './service-points.ts'

const plan = planWith()

function event(changes: Partial<ServiceEvent> = {}): ServiceEvent {
  return { staff: 'a', village: 'v1', date: '2026-01-06', kind: 'tuesday', household: null, quantity: '1', verified: true, ...changes }
}

function onDays(count: number, changes: Partial<ServiceEvent>): readonly ServiceEvent[] {
  return Array.from({ length: count }, (_, index) => event({ ...changes, date: `2026-0${String(1 + Math.floor(index / 28))}-${String((index % 28) + 1).padStart(2, '0')}` }))
}

function service(events: readonly ServiceEvent[], coverage = 90, rules = plan) {
  return scoreService({ positions: [...events.keys()], events }, coverage, 90, firstQuarter, rules)
}

describe('T2', () => {
  test('张三: 13 + 4 + 2 = 19 of 20 → 19.00', () => {
    const events = [...onDays(13, {}), ...onDays(20, { kind: 'visit', household: 'h' }), ...onDays(4, { kind: 'issue' })]
    expect(service(events)).toMatchObject({ score: 1900, coverage: 90 })
  })

  test('王五: 12 points of 17.333 wanted for 78 days → 13.85', () => {
    const outcome = service([...onDays(9, {}), ...onDays(4, { kind: 'issue' }), event({ kind: 'mediation' })], 78)
    expect([rationalText(outcome.points), rationalText(outcome.needed), outcome.score]).toEqual(['12', '52/3', 1385])
  })

  test('each kind is capped, and the whole at the maximum', () => {
    const outcome = service([...onDays(20, {}), ...onDays(40, { kind: 'visit' }), ...onDays(11, { kind: 'issue' })])
    expect(outcome.kinds.map(({ kind, quantity, capped }) => [kind, rationalText(quantity), rationalText(capped)])).toEqual([
      ['tuesday', '20', '13'], ['visit', '40', '6'], ['issue', '11', '5'], ['mediation', '0', '0'], ['grid', '0', '0'],
    ])
    expect(outcome.score).toBe(2000)
  })

  test('quantities may be decimals', () => {
    const outcome = service([event({ quantity: '2.5' }), event({ date: '2026-01-07', quantity: '0.25' })])
    expect(rationalText(outcome.points)).toBe('11/4')
  })

  test('no coverage, no T2; nothing wanted, all of it', () => {
    expect(service([event()], 0).score).toBeNull()
    expect(service([], 10, planWith({ team: { service: { target: '0' } } })).score).toBe(2000)
  })
})

describe('which events count', () => {
  test('the same village, day, kind and household once, the first with its quantity', () => {
    const outcome = service([event({ quantity: '2' }), event({ quantity: '9' }), event({ household: '' }), event({ household: 'h1' }), event({ village: 'v2' }), event({ kind: 'grid' })])
    expect(outcome).toMatchObject({ counted: [0, 3, 4, 5], duplicates: [{ event: 1, first: 0 }, { event: 2, first: 0 }] })
    expect(rationalText(outcome.points)).toBe('9/2')
  })

  test('only verified ones dated in the period; the others block nobody', () => {
    const outcome = service([event({ verified: false }), event(), event({ date: '2025-12-31' }), event({ date: '2026-04-01' }), event({ date: '2026-03-31' })])
    expect(outcome).toMatchObject({ unverified: [0], counted: [1, 4], outside: [2, 3], duplicates: [] })
  })
})
