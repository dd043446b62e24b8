import { describe, expect, test } from 'vitest'
import { mergeDeep } from '../../../lib/json.ts'
import { defaultYearRule } from '../../plans/plan-document.ts'
import { planPresetNames, planPresets } from '../../plans/plan-presets.ts'
import { planDoubts } from './plan-sense.ts'
import { readPlanDocument } from '../reading/read-plan-document.ts'

const usual = { quarter: planPresets.additive, year: defaultYearRule }

function doubtsOf(change: unknown): readonly string[] {
  const read = readPlanDocument(mergeDeep(usual, change))
  return (read.kind === 'document' ? planDoubts(read.document) : read.issues).map(({ path, message }) => `${path} ${message}`)
}

test.each(planPresetNames)('the preset %s makes sense', (preset) => {
  const quarter = planPresets[preset]
  expect(planDoubts({ quarter, year: defaultYearRule })).toEqual([])
  expect(readPlanDocument({ quarter, year: defaultYearRule })).toEqual({ kind: 'document', document: { quarter, year: defaultYearRule } })
})

describe('what cannot be meant, each at its field', () => {
  test.each([
    [{ quarter: { module: { head: '11' } } }, ['quarter.module 模块评分四项满分 11+20+5+5 之和是 41，比模块评分满分 40 多 1。']],
    [{ quarter: { team: { service: { max: '19.5' } } } }, ['quarter.team 组团积分两项满分 20+19.5 之和是 39.5，比组团积分满分 40 少 0.5。']],
    [{ quarter: { quarterGrades: { quota: '40' } } }, ['quarter.quarterGrades.quota 是比例，须在 0 到 1 之间']],
    [{ quarter: { quarterGrades: { fairGood: '90' } } }, ['quarter.quarterGrades.fairGood 分数线 90 高于上一等次的 85，须由高到低']],
    [{ year: { grades: { basic: '75' } } }, ['year.grades.basic 分数线 75 高于上一等次的 70，须由高到低']],
    [{ quarter: { module: { headBands: { A: '12' } } } }, ['quarter.module.headBands.A 分值 12 超过该项满分 10']],
    [{ quarter: { module: { minVotes: 2 } } }, ['quarter.module.minVotes 为 2 票，须至少 3 票，否则能从得分看出谁投了什么']],
    [{ quarter: { module: { factorMin: '1.2' } } }, ['quarter.module.factorMin 下限 1.2 高于上限 1.10']],
    [{ quarter: { tasks: { late: [{ days: 5, factor: '0.8' }, { days: 5, factor: '0.6' }] } } }, ['quarter.tasks.late[1].days 最后一档须不限天数，请把天数留空']],
    [{ quarter: { tasks: { late: [{ days: 5, factor: '0.8' }, { days: 5, factor: '0.6' }, { days: null, factor: '0' }] } } }, ['quarter.tasks.late[1].days 天数 5 不多于上一档的 5，须逐档增加']],
    [{ quarter: { team: { tiers: ['21', '16', '12'] } } }, ['quarter.team.tiers[0] 分值 21 超过该项满分 20']],
    [{ scorers: { bestShare: '3', lowestFrom: 4, spread: null, sameShare: null } }, ['scorers.bestShare 是比例，须在 0 到 1 之间']],
    [{ names: { post: '  ' } }, ['names.post 维度名称须为 1 到 10 个字。']],
    [{ peers: { smallModule: 4, neighbours: { party: 'party' } } }, ['peers.neighbours.party 相邻模块须是另一个模块。']],
    [{ secondment: 'elsewhere' }, ['secondment “elsewhere”不在规定的取值之内。']],
    [{ secondment: 'special', quarter: { pools: [] } }, ['secondment 方案里没有“专班单列”序列，请先添加，或改为仍在原序列']],
    [{ year: { bonusFactors: { best: '2' } } }, ['year.bonusFactors.best “best”不在规定的取值之内。']],
  ])('%j', (change, doubts) => {
    expect(doubtsOf(change)).toEqual(doubts)
  })

  test('what only a track gets wrong stands at the track', () => {
    expect(doubtsOf({ quarter: { tracks: { leader: { module: { headBands: { A: '12' } } } } } })).toEqual(['quarter.tracks.leader.module.headBands.A 分值 12 超过该项满分 10'])
    expect(doubtsOf({ quarter: { tracks: { leader: { module: { head: '12' } } } } })).toEqual(['quarter.tracks.leader.module 模块评分四项满分 12+20+5+5 之和是 42，比模块评分满分 40 多 2。'])
  })
})
