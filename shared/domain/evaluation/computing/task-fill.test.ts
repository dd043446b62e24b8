import { expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import { decimal, planWith, presenceWith } from '../example.testing.ts'
import { fillByModule, taskFills } from './task-fill.ts'
import { scoreOwnTasks, scoreTaskProgress, taskRules } from './task-progress.ts'

const plan = planWith()
const service = presenceWith({ module: 'service', post: 'p', from: '2025-06-01', to: null })
const econ = presenceWith({ module: 'econ', post: 'p', from: '2025-06-01', to: null })
const both = presenceWith({ module: 'service', post: 'p', from: '2025-06-01', to: '2026-02-14' }, { module: 'econ', post: 'p', from: '2026-02-15', to: null })

test('李四: (17.00×45 + 18.00×45)/90 = 17.50', () => {
  const fills = taskFills([{ presence: service, exact: decimal('17') }, { presence: econ, exact: decimal('18') }])
  const own = scoreOwnTasks([], taskRules(plan, '2026-04-05'))
  expect(scoreTaskProgress(own, both, plan, fills)).toMatchObject({
    score: 1750,
    result: { kind: 'module_mean', modules: [{ module: 'econ', days: 45, source: 'module', people: 1 }, { module: 'service', days: 45, source: 'module', people: 1 }] },
  })
})

test('means are of rounded scores, and of everyone with a day in the module', () => {
  const fills = taskFills([{ presence: service, exact: decimal('17.004') }, { presence: both, exact: decimal('18.004') }])
  expect(fillByModule(service, plan, fills).map(({ people, mean }) => [people, rationalText(mean)])).toEqual([[2, '35/2']])
})

test('a module nobody with tasks was in takes the mean of the track', () => {
  const fills = taskFills([{ presence: econ, exact: decimal('18') }, { presence: econ, exact: decimal('15') }])
  expect(fillByModule(service, plan, fills)).toMatchObject([{ source: 'track', people: 2, mean: decimal('16.5') }])
})

test('a track nobody of which has tasks takes share × M2max', () => {
  expect(fillByModule(service, plan, taskFills([]))).toMatchObject([{ source: 'share', people: 0, mean: decimal('16') }])
})
