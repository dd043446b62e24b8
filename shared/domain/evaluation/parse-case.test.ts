import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edited, quarterCase } from './example.testing.ts'
import { issueCodes } from './issue.ts'
import { issueLines } from './issue-messages.ts'
import { parseCase, parseQuarterInput } from './parse-case.ts'

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./cases/${name}.case.json`, import.meta.url), 'utf8'))
}

const quarter = read('worked-example')
const year = read('year-02')

type Keys = readonly (string | number)[]

/** Paths and codes of all issues of a document, in order. */
function refusals(json: unknown): readonly (readonly [string, string])[] {
  const parsed = parseCase(json)
  return parsed.kind === 'refused' ? parsed.issues.map((issue) => [issue.path, issue.code] as const) : []
}

/** Keys, value (undefined takes the field away), and every issue that follows. */
type Edit = readonly [keys: Keys, value: unknown, ...issues: readonly (readonly [path: string, code: string])[]]

const quarterEdits: readonly Edit[] = [
  [['modules', 1, 'id'], 'party', ['modules[1].id', 'duplicate'], ...ratedIn('govern', [0, 4, 5]), ...tasksIn('govern')],
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
  [['staff', 0, 'id'], null, ['staff[0].id', 'missing'], ...unknownZhangSan()],

  [['plan', 'module', 'head'], '15', ['plan.module', 'maxima_do_not_add_up']],
  [['plan', 'dimensions', 'team'], '39.99', ['plan.team', 'maxima_do_not_add_up']],
  [['plan', 'tracks'], { staff: { module: { head: '9' } } }, ['plan.tracks.staff.module', 'maxima_do_not_add_up']],
  [['plan', 'tracks'], { mid: { dimensions: { team: '50' } } }, ['plan.tracks.mid.team', 'maxima_do_not_add_up']],
  [['plan', 'tracks'], { mid: { team: { service: { max: 'x' } } } }, ['plan.tracks.mid.team.service.max', 'not_decimal']],
  [['plan', 'tracks'], { mid: null }, ['plan.tracks.mid', 'missing']],
]

const yearEdits: readonly Edit[] = [
  [['staff', 1, 'id'], 's001', ['staff[1].id', 'duplicate']],
  [['pools', 1, 'id'], 'leader', ['pools[1].id', 'duplicate'], ['bonus.pools.civil', 'unknown_id']],
  [['staff', 0, 'pool'], 'x', ['staff[0].pool', 'unknown_id']],
  [['staff', 0, 'identity'], 'x', ['staff[0].identity', 'unknown_value']],
  [['staff', 0, 'track'], 'x', ['staff[0].track', 'unknown_value']],
  [['staff', 0, 'status'], 'x', ['staff[0].status', 'unknown_value']],
  [['staff', 0, 'vetoes', 0], 'no_good', ['staff[0].vetoes[0]', 'unknown_value']],
  [['staff', 0, 'quarters', 2, 'grade'], 'excellent', ['staff[0].quarters[2].grade', 'unknown_value']],
  [['staff', 0, 'quarters', 2, 'total'], 87.39, ['staff[0].quarters[2].total', 'not_decimal']],
  [['staff', 0, 'quarters', 2, 'deduct'], '-1', ['staff[0].quarters[2].deduct', 'negative']],
  [['staff', 0, 'quarters', 2, 'valid'], undefined, ['staff[0].quarters[2].valid', 'missing']],
  [['staff', 0, 'months'], -1, ['staff[0].months', 'negative']],
  [['yearGrades', 'rounding'], 'half', ['yearGrades.rounding', 'unknown_value']],
  [['yearGrades', 'quota'], undefined, ['yearGrades.quota', 'missing']],
  [['bonus', 'pools', 'civil'], -1, ['bonus.pools.civil', 'negative']],
  [['bonus', 'pools', 'nobody'], 1, ['bonus.pools.nobody', 'unknown_id']],
  [['bonus', 'factors', 'good'], '1', ['bonus.factors.good', 'unknown_value']],
  [['bonus', 'factors', 'basic'], '0,8', ['bonus.factors.basic', 'not_decimal']],
  [['format'], 'township-year-case/2', ['format', 'unknown_value']],
  [['year'], '2026', ['year', 'missing']],
]

function ratedIn(module: string, rows: readonly number[]): readonly (readonly [string, string])[] {
  return [['staff[0].assignments[0].module', 'unknown_id'] as const, ...[3, 4].map((row) => [`staff[${String(row)}].assignments[0].module`, 'unknown_id'] as const), ...rows.map((row) => [`headRatings[${String(row)}].module`, 'unknown_id'] as const)].filter(() => module !== '')
}

function tasksIn(module: string): readonly (readonly [string, string])[] {
  const { tasks } = JSON.parse(JSON.stringify(quarter))
  const rows: readonly { readonly module: string }[] = tasks
  return rows.flatMap((task, index) => (task.module === module ? [[`tasks[${String(index)}].module`, 'unknown_id'] as const] : []))
}

function unknownZhangSan(): readonly (readonly [string, string])[] {
  const document: Readonly<Record<string, readonly { readonly staff?: string; readonly parties?: readonly { readonly staff: string }[]; readonly members?: readonly { readonly staff: string }[] }[]>> = JSON.parse(JSON.stringify(quarter))
  const refers = (list: string, nested?: 'parties' | 'members') =>
    (document[list] ?? []).flatMap((row, index) => {
      const at = `${list}[${String(index)}]`
      if (nested === undefined) return row.staff === 'A' ? [[`${at}.staff`, 'unknown_id'] as const] : []
      return (row[nested] ?? []).flatMap((inner, at2) => (inner.staff === 'A' ? [[`${at}.${nested}[${String(at2)}].staff`, 'unknown_id'] as const] : []))
    })
  return [...refers('headRatings'), ...refers('peerVotes'), ...refers('leaderScores'), ...refers('tasks', 'parties'), ...refers('teamMembers'), ...refers('serviceEvents'), ...refers('specialGroups', 'members'), ...refers('honours')]
}

describe('a quarter case is refused with exactly these issues', () => {
  test.each(quarterEdits.map(([keys, value, ...issues]) => [keys.join('.'), JSON.stringify(value)?.slice(0, 40), keys, value, issues] as const))('%s = %s', (_, __, keys, value, issues) => {
    expect(refusals(edited(quarter, keys, value))).toEqual(issues)
  })
})

describe('a year case is refused with exactly these issues', () => {
  test.each(yearEdits.map(([keys, value, ...issues]) => [keys.join('.'), JSON.stringify(value)?.slice(0, 40), keys, value, issues] as const))('%s = %s', (_, __, keys, value, issues) => {
    expect(refusals(edited(year, keys, value))).toEqual(issues)
  })
})
