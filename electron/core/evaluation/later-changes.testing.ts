import { Draw } from '../../../shared/domain/evaluation/random-case.testing.ts'
import { identities, leaveKinds, staffStatuses, tracks } from '../../../shared/domain/people/codes.ts'
import { circularKinds, deductionRules, vetoEffects } from '../../../shared/domain/plans/points/codes.ts'
import { partyRoles, taskQualities } from '../../../shared/domain/plans/task-codes.ts'

const days = ['2025-12-30', '2026-01-10', '2026-02-11', '2026-03-20', '2026-07-01'] as const

/** What may be written into a column of an input, as SQL. */
type NewValue = (draw: Draw) => string

function text(...values: readonly string[]): NewValue {
  return (draw) => `'${draw.of(values)}'`
}

function number(from: number, to: number): NewValue {
  return (draw) => String(draw.int(from, to))
}

const inputs: readonly (readonly [table: string, column: string, value: NewValue])[] = [
  ['staff', 'name', text('改名')], ['staff', 'identity', text(...identities)], ['staff', 'track', text(...tracks)], ['staff', 'status', text(...staffStatuses)],
  ['staff', 'pool', text('special', 'civil')], ['staff', 'prior_rejections', number(0, 5)],
  ['assignment', '"from"', text('2020-01-01')], ['assignment', '"to"', text('2026-12-31')],
  ['leave', 'kind', text(...leaveKinds)], ['leave', '"to"', text('2030-01-01')],
  ['post', 'score', number(0, 3000)], ['post', 'coefficient', text('0.7', '1.3')], ['module', 'name', text('改名模块')], ['module_pk', 'factor', text('0.5', '1.5')],
  ['task', 'completed_on', text(...days)], ['task', 'due', text(...days)], ['task', 'weight', number(1, 3)], ['task', 'reworks', number(0, 4)], ['task', 'exempt', number(0, 1)], ['task', 'state', text('revoked', 'active', 'closed')],
  ['task_party', 'role', text(...partyRoles)], ['task_party', 'quality', text(...taskQualities)], ['task_party', 'completed_on', text(...days)],
  ['village_rank', 'rank', number(1, 20)], ['team_member', '"from"', text('2020-01-01')],
  ['service_event', 'state', text('entered', 'verified')], ['service_event', 'quantity', text('1', '9')], ['service_event', 'date', text(...days)],
  ['special_group', 'approval_no', () => 'NULL'], ['group_grade', 'grade', text('A', 'C')], ['group_member', '"from"', text('2020-01-01')],
  ['honour', 'level', text('county', 'city')], ['honour', 'state', text('declared', 'approved')], ['circular', 'kind', text(...circularKinds)],
  ['deduction', 'rule', text(...deductionRules)], ['deduction', 'date', text(...days)], ['deduction', 'exempt', number(0, 1)], ['veto', 'effect', text(...vetoEffects)],
  ['score_entry', 'score', number(0, 500)], ['peer_count', 'votes', number(0, 9)],
]

const copiedPlan = '018f0000-0000-7000-8000-000000000001'

const removable = ['leave', 'team_member', 'service_event', 'group_grade', 'honour', 'circular', 'deduction', 'veto', 'score_entry', 'peer_count', 'village_rank', 'module_pk'] as const

/** Some statements that change and take away inputs at random: tasks, points, ranks, posts, people, assignments, scores, and put a changed copy of the plan in its place. */
export function laterChanges(seed: number, count: number): readonly string[] {
  const draw = new Draw(seed)
  const people = () => `staff_id IN (SELECT id FROM staff ORDER BY (seq * ${draw.int(1, 97)}) % 101 LIMIT ${draw.int(1, 9)})`
  const rows = (table: string) => table === 'peer_count' ? people() : `rowid IN (SELECT rowid FROM ${table} ORDER BY (rowid * ${draw.int(1, 97)}) % 101 LIMIT ${draw.int(1, 5)})`
  const drawn = draw.times(count, count, () => {
    if (draw.once(5)) {
      const table = draw.of(removable)
      return `DELETE FROM ${table} WHERE ${rows(table)}`
    }
    const [table, column, value] = draw.of(inputs)
    const also = table === 'score_entry' ? ', band = NULL' : ''
    return `UPDATE OR IGNORE ${table} SET ${column} = ${value(draw)}${also} WHERE ${rows(table)}`
  })
  return [
    ...drawn,
    `UPDATE post SET score = score + ${draw.int(1, 50)}`,
    `INSERT INTO plan (id, code, plan_version, name, document, state, version)
      SELECT '${copiedPlan}', code, plan_version + 1, name, json_set(document, '$.quarter.quarterGrades.good', '1'), state, 1 FROM plan LIMIT 1`,
    `UPDATE period SET plan_id = '${copiedPlan}', freeze = '2027-01-01'`,
  ]
}
