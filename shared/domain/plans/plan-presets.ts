import type { Plan } from './plan.ts'

/** The plan a new township starts from: 岗位 20, 模块 40, 组团 40, additive; 专项加分 and 扣分 at most 10 each. */
export const defaultPlan = {
  id: 'plan-2026',
  mode: 'additive',
  dimensions: { post: '20', module: '40', team: '40', specialCap: '10', deductCap: '10' },
  module: {
    head: '10',
    tasks: '20',
    peer: '5',
    leader: '5',
    headBands: { A: '10', B: '8', C: '6' },
    peerBands: { A: '5', B: '3', C: '1' },
    normalisation: 'mean_ratio',
    factorMin: '0.90',
    factorMax: '1.10',
    minRatedDays: 10,
    zeroTask: 'module_mean',
    zeroTaskShare: '0.8',
    minVotes: 3,
    minTurnout: '0.5',
    rescaleAt: '0.5',
  },
  tasks: {
    roles: { host: '1', cohost: '0.5' },
    onTime: '1',
    returned: '0.9',
    late: [{ days: 3, factor: '0.8' }, { days: 10, factor: '0.6' }, { days: null, factor: '0.4' }],
    quality: { excellent: '1', good: '0.9', fair: '0.8', poor: '0.6' },
  },
  coefficient: { base: '0.90', range: '0.20' },
  validity: { share: '0.5', leaves: ['sick', 'personal'] },
  team: {
    result: '20',
    tiers: ['20', '16', '12'],
    service: {
      max: '20',
      target: '20',
      kinds: {
        tuesday: { points: '1', cap: '13' },
        visit: { points: '0.2', cap: '6' },
        issue: { points: '0.5', cap: '5' },
        mediation: { points: '1', cap: '3' },
        grid: { points: '0.5', cap: '3' },
      },
    },
  },
  special: {
    roles: { leader: '3', core: '2', member: '1' },
    grades: { A: '1', B: '0.8', C: '0.5' },
    maxGroups: 3,
    levels: { township: '2', county: '4', city: '8', province: '10' },
    positiveCircular: '2',
  },
  deduct: {
    yellow_supervision: '0.5',
    red_supervision: '1',
    rejected_feedback: ['0.5', '1', '2', '5'],
    negative_circular: '2',
    absence: '0.5',
  },
  pools: [
    { id: 'leader', tracks: ['leader'], identities: [] },
    { id: 'civil', identities: ['civil', 'ref_civil'], tracks: [] },
    { id: 'institution', identities: ['institution'], tracks: [] },
    { id: 'dispatched', identities: ['dispatched', 'seconded_in'], tracks: [] },
    { id: 'contract', identities: ['contract', 'support'], tracks: [] },
    { id: 'special', tracks: [], identities: [] },
  ],
  quarterGrades: { quota: '0.4', rounding: 'floor', good: '85', fairGood: '70', average: '60' },
  tracks: {},
} satisfies Plan

/** Plans to begin from; a township edits its copy. `special` gives 专项 more weight; `coefficient` is 岗位系数制: the post weighs the sum instead of adding to it. */
export const planPresets = {
  additive: defaultPlan,
  special: {
    ...defaultPlan,
    dimensions: { ...defaultPlan.dimensions, module: '30', specialCap: '30' },
    module: { ...defaultPlan.module, tasks: '10' },
  },
  coefficient: { ...defaultPlan, mode: 'coefficient' },
} satisfies Record<string, Plan>

export const planPresetNames = ['additive', 'special', 'coefficient'] as const
export type PlanPreset = (typeof planPresetNames)[number]
