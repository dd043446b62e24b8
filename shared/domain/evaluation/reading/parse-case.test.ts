import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edited, person, quarterCase } from '../example.testing.ts'
import { issueCodes } from '../../plans/issue.ts'
import type { IssueCode } from '../../plans/issue.ts'
import { issueLines } from '../../plans/issue-messages.ts'
import { parseCase, parseQuarterInput } from './parse-case.ts'

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../cases/${name}.case.json`, import.meta.url), 'utf8'))
}

const quarter = read('worked-example')

type Keys = readonly (string | number)[]

/** Paths and codes of all issues of a document, in order. */
function refusals(json: unknown): readonly (readonly [string, string])[] {
  const parsed = parseCase(json)
  return parsed.kind === 'refused' ? parsed.issues.map((issue) => [issue.path, issue.code] as const) : []
}

/** Keys, value (undefined takes the field away), and every issue that follows. */
type Edit = readonly [keys: Keys, value: unknown, ...issues: readonly (readonly [path: string, code: IssueCode])[]]

const quarterEdits: readonly Edit[] = [
  [['posts', 4], { id: 'mid', name: '', score: '16' }, ['posts[4].id', 'duplicate']],
  [['staff', 14], { id: 'C', name: '', identity: 'civil', track: 'mid', status: 'active', assignments: [], leaves: [] }, ['staff[14].id', 'duplicate']],
  [['tasks', 1, 'id'], 'x01-0', ['tasks[1].id', 'duplicate']],
  [['villages', 3], { id: 'v1', name: '', quarterRank: null }, ['villages[3].id', 'duplicate']],
  [['specialGroups', 1, 'id'], 'g1', ['specialGroups[1].id', 'duplicate']],
  [['deductions', 2, 'id'], 'd1', ['deductions[2].id', 'duplicate']],
  [['plan', 'pools', 5, 'id'], 'civil', ['plan.pools[5].id', 'duplicate']],
  [['headRatings', 2, 'module'], 'service', ['headRatings[2]', 'duplicate']],
  [['tasks', 24, 'parties', 1], { staff: 'A', role: 'host' }, ['tasks[24].parties[1].staff', 'duplicate']],

  [['staff', 0, 'assignments', 0, 'module'], 'nowhere', ['staff[0].assignments[0].module', 'unknown_id']],
  [['staff', 0, 'assignments', 0, 'post'], 'p99', ['staff[0].assignments[0].post', 'unknown_id']],
  [['staff', 0, 'pool'], 'nobody', ['staff[0].pool', 'unknown_id']],
  [['headRatings', 0, 'staff'], 'x99', ['headRatings[0].staff', 'unknown_id']],
  [['headRatings', 0, 'module'], 'm99', ['headRatings[0].module', 'unknown_id']],
  [['peerVotes', 0, 'staff'], 'x99', ['peerVotes[0].staff', 'unknown_id']],
  [['leaderScores', 0, 'staff'], 'x99', ['leaderScores[0].staff', 'unknown_id']],
  [['tasks', 0, 'module'], 'm99', ['tasks[0].module', 'unknown_id']],
  [['tasks', 0, 'module'], 7, ['tasks[0].module', 'unknown_id']],
  [['tasks', 0, 'parties', 0, 'staff'], 'constructor', ['tasks[0].parties[0].staff', 'unknown_id']],
  [['teamMembers', 0, 'staff'], 'x99', ['teamMembers[0].staff', 'unknown_id']],
  [['teamMembers', 0, 'village'], 'v99', ['teamMembers[0].village', 'unknown_id']],
  [['serviceEvents', 0, 'staff'], 'x99', ['serviceEvents[0].staff', 'unknown_id']],
  [['serviceEvents', 0, 'village'], 'v99', ['serviceEvents[0].village', 'unknown_id']],
  [['specialGroups', 0, 'members', 1, 'staff'], 'x99', ['specialGroups[0].members[1].staff', 'unknown_id']],
  [['honours', 0, 'staff'], 'x99', ['honours[0].staff', 'unknown_id']],
  [['circulars', 0], { staff: 'x99', kind: 'positive' }, ['circulars[0].staff', 'unknown_id']],
  [['deductions', 0, 'staff'], 'x99', ['deductions[0].staff', 'unknown_id']],
  [['vetoes', 0], { staff: 'x99', effect: 'no_good' }, ['vetoes[0].staff', 'unknown_id']],

  [['period', 'end'], '2025-12-31', ['period.end', 'backwards']],
  [['specialGroups', 1, 'members', 0, 'to'], '2025-12-31', ['specialGroups[1].members[0].to', 'backwards']],

  [['period', 'freeze'], '2026-4-5', ['period.freeze', 'not_date']],
  [['staff', 0, 'assignments', 0, 'from'], '2025-06-31', ['staff[0].assignments[0].from', 'not_date']],
  [['tasks', 0, 'completedOn'], '18 Feb', ['tasks[0].completedOn', 'not_date']],
  [['tasks', 0, 'parties', 0, 'completedOn'], 45000, ['tasks[0].parties[0].completedOn', 'not_date']],
  [['serviceEvents', 0, 'date'], '2026-01-06T08:00', ['serviceEvents[0].date', 'not_date']],
  [['deductions', 0, 'date'], '', ['deductions[0].date', 'not_date']],

  [['modules', 0, 'pkFactor'], 1, ['modules[0].pkFactor', 'not_decimal']],
  [['posts', 0, 'score'], '１８', ['posts[0].score', 'not_decimal']],
  [['posts', 0, 'coefficient'], '1.05 ', ['posts[0].coefficient', 'not_decimal']],
  [['serviceEvents', 0, 'quantity'], '1e2', ['serviceEvents[0].quantity', 'not_decimal']],
  [['leaderScores', 0, 'score'], 4, ['leaderScores[0].score', 'not_decimal']],
  [['plan', 'module', 'factorMin'], '.9', ['plan.module.factorMin', 'not_decimal']],
  [['plan', 'team', 'service', 'kinds', 'visit', 'cap'], 'six', ['plan.team.service.kinds.visit.cap', 'not_decimal']],
  [['plan', 'tasks', 'late', 1, 'factor'], null, ['plan.tasks.late[1].factor', 'missing']],

  [['posts', 0, 'score'], '-18', ['posts[0].score', 'negative']],
  [['headRatings', 0, 'score'], '-0.01', ['headRatings[0].score', 'negative']],
  [['serviceEvents', 0, 'quantity'], '-1', ['serviceEvents[0].quantity', 'negative']],
  [['tasks', 0, 'reworks'], -1, ['tasks[0].reworks', 'negative']],
  [['staff', 0, 'priorRejections'], -1, ['staff[0].priorRejections', 'negative']],
  [['plan', 'quarterGrades', 'quota'], '-0.4', ['plan.quarterGrades.quota', 'negative']],
  [['plan', 'deduct', 'rejected_feedback', 2], '-2', ['plan.deduct.rejected_feedback[2]', 'negative']],

  [['headRatings', 0, 'score'], '10.001', ['headRatings[0].score', 'above_maximum']],
  [['leaderScores', 0, 'score'], '5.01', ['leaderScores[0].score', 'above_maximum']],
  [['headRatings', 1, 'scorer'], 'B', ['headRatings[1].scorer', 'self_rating']],
  [['leaderScores', 0, 'scorer'], 'x01', ['leaderScores[0].scorer', 'self_rating']],
  [['peerVotes', 0, 'scorer'], 'x01', ['peerVotes[0].scorer', 'self_vote']],
  [['headRatings', 0, 'band'], 'A', ['headRatings[0]', 'band_and_score']],
  [['headRatings', 0, 'score'], null, ['headRatings[0]', 'missing']],

  [['format'], 'township-case/2', ['format', 'unknown_value']],
  [['period', 'kind'], 'month', ['period.kind', 'unknown_value']],
  [['staff', 0, 'track'], 'boss', ['staff[0].track', 'unknown_value']],
  [['staff', 0, 'status'], 'long_leave', ['staff[0].status', 'unknown_value']],
  [['staff', 2, 'leaves', 0, 'kind'], 'holiday', ['staff[2].leaves[0].kind', 'unknown_value']],
  [['peerVotes', 0, 'band'], 'D', ['peerVotes[0].band', 'unknown_value']],
  [['headRatings', 0], { scorer: 'h', staff: 'A', module: 'govern', band: 'constructor' }, ['headRatings[0].band', 'unknown_value']],
  [['tasks', 0, 'status'], 'closed', ['tasks[0].status', 'unknown_value']],
  [['tasks', 0, 'weight'], 4, ['tasks[0].weight', 'unknown_value']],
  [['tasks', 0, 'quality'], 'superb', ['tasks[0].quality', 'unknown_value']],
  [['tasks', 0, 'parties', 0, 'role'], 'helper', ['tasks[0].parties[0].role', 'unknown_value']],
  [['tasks', 0, 'parties', 0, 'quality'], 'bad', ['tasks[0].parties[0].quality', 'unknown_value']],
  [['serviceEvents', 0, 'kind'], 'dinner', ['serviceEvents[0].kind', 'unknown_value']],
  [['specialGroups', 0, 'grade'], 'D', ['specialGroups[0].grade', 'unknown_value']],
  [['specialGroups', 0, 'members', 0, 'role'], 'boss', ['specialGroups[0].members[0].role', 'unknown_value']],
  [['honours', 0, 'level'], 'galaxy', ['honours[0].level', 'unknown_value']],
  [['circulars', 0], { staff: 'A', kind: 'neutral' }, ['circulars[0].kind', 'unknown_value']],
  [['deductions', 0, 'rule'], 'lateness', ['deductions[0].rule', 'unknown_value']],
  [['vetoes', 0], { staff: 'A', effect: 'no_bonus' }, ['vetoes[0].effect', 'unknown_value']],
  [['plan', 'mode'], 'geometric', ['plan.mode', 'unknown_value']],
  [['plan', 'module', 'normalisation'], 'z_score', ['plan.module.normalisation', 'unknown_value']],
  [['plan', 'module', 'zeroTask'], 'zero', ['plan.module.zeroTask', 'unknown_value']],
  [['plan', 'quarterGrades', 'rounding'], 'up', ['plan.quarterGrades.rounding', 'unknown_value']],
  [['plan', 'pools', 0, 'tracks', 0], 'boss', ['plan.pools[0].tracks[0]', 'unknown_value']],
  [['plan', 'pools', 1, 'identities', 1], 'boss', ['plan.pools[1].identities[1]', 'unknown_value']],
  [['plan', 'validity', 'leaves', 0], 'holiday', ['plan.validity.leaves[0]', 'unknown_value']],
  [['plan', 'tracks'], { boss: {} }, ['plan.tracks.boss', 'unknown_value']],

  [['format'], undefined, ['format', 'missing']],
  [['vetoes'], undefined, ['vetoes', 'missing']],
  [['township', 'county'], undefined, ['township.county', 'missing']],
  [['plan', 'coefficient'], undefined, ['plan.coefficient', 'missing']],
  [['plan', 'module', 'minVotes'], '3', ['plan.module.minVotes', 'missing']],
  [['plan', 'team', 'tiers'], [], ['plan.team.tiers', 'missing']],
  [['staff', 0, 'assignments', 0, 'to'], undefined, ['staff[0].assignments[0].to', 'missing']],
  [['tasks', 0, 'completedOn'], undefined, ['tasks[0].completedOn', 'missing']],
  [['tasks', 0], 'a task', ['tasks[0]', 'missing']],
  [['villages', 0, 'quarterRank'], undefined, ['villages[0].quarterRank', 'missing']],
  [['serviceEvents', 0, 'verified'], 'yes', ['serviceEvents[0].verified', 'missing']],

  [['plan', 'module', 'head'], '15', ['plan.module', 'maxima_do_not_add_up']],
  [['plan', 'dimensions', 'team'], '39.99', ['plan.team', 'maxima_do_not_add_up']],
  [['plan', 'tracks'], { staff: { module: { head: '9' } } }, ['plan.tracks.staff.module', 'maxima_do_not_add_up']],
  [['plan', 'tracks'], { mid: { dimensions: { team: '50' } } }, ['plan.tracks.mid.team', 'maxima_do_not_add_up']],
  [['plan', 'tracks'], { mid: { team: { service: { max: 'x' } } } }, ['plan.tracks.mid.team.service.max', 'not_decimal']],
  [['plan', 'tracks'], { mid: null }, ['plan.tracks.mid', 'missing']],
]

describe('a quarter case is refused with exactly these issues', () => {
  test.each(quarterEdits.map(([keys, value, ...issues]) => [keys.join('.'), JSON.stringify(value)?.slice(0, 40), keys, value, issues] as const))('%s = %s', (_, __, keys, value, issues) => {
    expect(refusals(edited(quarter, keys, value))).toEqual(issues)
  })
})

test('every code is met above', () => {
  const met = new Set(quarterEdits.flatMap(([, , ...issues]) => issues.map(([, code]) => code)))
  expect(issueCodes.filter((code) => !met.has(code))).toEqual([])
})

describe('several issues', () => {
  test('are all listed, with a sentence each', () => {
    const parsed = parseCase(edited(edited(quarter, ['tasks', 0, 'due'], 'soon'), ['honours', 0, 'staff'], 'x'))
    expect(parsed).toMatchObject({ kind: 'refused', issues: [{ path: 'tasks[0].due', code: 'not_date' }, { path: 'honours[0].staff', code: 'unknown_id' }] })
    expect(parsed.kind === 'refused' && issueLines(parsed.issues)).toBe(
      'tasks[0].due：“soon”不是有效日期，应当写成 2026-03-31 这样的公历日期。\nhonours[0].staff：没有编号为“x”的人员。',
    )
  })

  test('what the base plan gets wrong is not repeated for its tracks', () => {
    const plan = { ...quarterCase().plan, mode: 'geometric', tracks: { mid: { module: { minVotes: -1 } } } }
    expect(refusals(edited(quarter, ['plan'], plan))).toEqual([['plan.mode', 'unknown_value'], ['plan.tracks.mid.module.minVotes', 'negative']])
  })

  test('an id lost to another names its consequences too', () => {
    const issues = refusals(edited(quarter, ['modules', 1, 'id'], 'party'))
    expect(issues[0]).toEqual(['modules[1].id', 'duplicate'])
    expect(issues).toContainEqual(['staff[0].assignments[0].module', 'unknown_id'])
  })

  test.each([null, [], 'case', 7, undefined])('what is no object at all has one: %j', (json) => {
    expect(refusals(json)).toEqual([['', 'missing']])
    expect(parseQuarterInput(json)).toMatchObject({ kind: 'refused', issues: [{ path: '', code: 'missing' }] })
  })

  test('nothing is checked against a plan that is refused itself', () => {
    const planless = edited(edited(quarter, ['plan', 'module', 'headBands'], undefined), ['headRatings', 0], { scorer: 'h', staff: 'A', module: 'govern', band: 'Z' })
    expect(refusals(planless)).toEqual([['plan.module.headBands', 'missing']])
  })
})

describe('the maximum and the bands of a rating', () => {
  const plan = {
    ...quarterCase().plan,
    tracks: { leader: { module: { head: '12', leader: '3', headBands: { S: '12' } } } },
  } as const

  test('are those of the person\'s track', () => {
    const staff = [person(), person({ id: 'l', track: 'leader' })]
    const rate = (id: string, score: string) => ({ scorer: 'h', staff: id, module: 'm1', band: null, score })
    expect(refusals(quarterCase({ plan, staff, headRatings: [rate('a', '11'), rate('l', '11')] }))).toEqual([['headRatings[0].score', 'above_maximum']])
    expect(refusals(quarterCase({ plan, staff, leaderScores: [{ scorer: 'x', staff: 'a', score: '4' }, { scorer: 'x', staff: 'l', score: '4' }] }))).toEqual([
      ['leaderScores[1].score', 'above_maximum'],
    ])
    expect(refusals(quarterCase({ plan, staff, headRatings: ['a', 'l'].map((id) => ({ scorer: 'h', staff: id, module: 'm1', band: 'S', score: null })) }))).toEqual([
      ['headRatings[0].band', 'unknown_value'],
    ])
  })
})

describe('what may be absent', () => {
  test('stands as null, 0 or false', () => {
    const parsed = parseCase(
      edited(quarterCase(), ['staff', 0], { id: 'a', name: '张三', identity: 'civil', track: 'staff', status: 'active', assignments: [], leaves: [] }),
    )
    expect(parsed).toMatchObject({ kind: 'quarter', input: { staff: [{ pool: null, priorRejections: 0 }], posts: [{ coefficient: null, factors: null }] } })
  })

  test('a scorer need not be on the staff, and unknown fields are ignored', () => {
    expect(refusals(quarterCase({ leaderScores: [{ scorer: 'county', staff: 'a', score: '5' }] }))).toEqual([])
    expect(refusals({ ...quarterCase(), remark: 1 })).toEqual([])
  })
})

describe('a snapshot', () => {
  const count = { staff: 'a', votes: { A: 2, C: 1 }, abstained: 1 }
  function snapshotRefusals(peerCounts: unknown): readonly (readonly [string, string])[] {
    const parsed = parseQuarterInput(edited(quarterCase(), ['peerCounts'], peerCounts))
    return parsed.kind === 'refused' ? parsed.issues.map((issue) => [issue.path, issue.code] as const) : []
  }

  test.each([
    [[count], []],
    [[count, count], [['peerCounts[1].staff', 'duplicate']]],
    [[{ ...count, staff: 'x' }], [['peerCounts[0].staff', 'unknown_id']]],
    [[{ ...count, votes: { D: 1 } }], [['peerCounts[0].votes.D', 'unknown_value']]],
    [[{ ...count, votes: { A: -1 } }], [['peerCounts[0].votes.A', 'negative']]],
    [[{ ...count, abstained: null }], [['peerCounts[0].abstained', 'missing']]],
    [undefined, [['peerCounts', 'missing']]],
  ])('%j', (peerCounts, expected) => {
    expect(snapshotRefusals(peerCounts)).toEqual(expected)
  })
})
