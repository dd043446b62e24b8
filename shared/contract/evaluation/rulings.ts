import { z } from 'zod'
import { rulingKinds, rulingStates } from '../../domain/evaluation/rulings/rulings.ts'
import { vetoEffects } from '../../domain/plans/points/codes.ts'
import { command, day, id, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const scalar = z.union([z.string().max(200, faults.tooLong(200)), z.number(), z.boolean(), z.null()])
const changeValue = z.union([scalar, z.record(z.string(), scalar)])

/** A value of the frozen quarter that becomes another: see `SnapshotChange` of shared/domain/evaluation. */
const change = z.object({ path: z.array(z.union([z.string(), z.record(z.string(), z.string())])).min(1).max(6), before: changeValue, after: changeValue })
const changes = z.array(change).min(1, faults.noChange).max(50, faults.tooMuch(50))

const choice = z.object({ value: scalar, label: z.string() })
const amendEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bandOrScore'), bands: z.array(z.string()), max: z.string() }),
  z.object({ kind: z.literal('decimal'), max: z.string() }),
  z.object({ kind: z.literal('whole'), blank: z.string().nullable() }),
  z.object({ kind: z.literal('day'), blank: z.string().nullable() }),
  z.object({ kind: z.literal('choice'), choices: z.array(choice) }),
  z.object({ kind: z.literal('range') }),
  z.object({ kind: z.literal('remove') }),
  z.object({ kind: z.literal('adopt'), after: changeValue, label: z.string() }),
])
const path = z.array(z.union([z.string(), z.record(z.string(), z.string())]))
const addedField = z.object({ name: z.string(), kind: z.enum(['text', 'decimal', 'day', 'openDay', 'choice']), choices: z.array(choice) })
const amendable = z.object({
  lines: z.array(z.object({ path, before: changeValue, what: z.string(), now: z.string(), edit: amendEdit, isRemovable: z.boolean() })),
  additions: z.array(z.object({ what: z.string(), path, within: addedField.nullable(), fixed: z.record(z.string(), scalar), fields: z.array(addedField) })),
})

const words = (most: number) => z.string().trim().min(1, faults.empty).max(most, faults.tooLong(most))
const paper = { rulingBody: words(50), docNo: z.string().trim().max(60, faults.tooLong(60)).nullable(), reason: words(500) }

const proposal = z.discriminatedUnion('kind', [
  /** 尽责豁免: from its approval on the deduction stays visible and counts nothing. */
  z.object({ kind: z.literal('exemption'), deductionId: id, ...paper }),
  z.object({ kind: z.literal('veto'), periodId: id, staffId: id, effect: z.enum(vetoEffects), clause: words(200), ...paper }),
  /** 特殊情形: a grade by a clause of the plan or of the township, beside the quota. */
  z.object({ kind: z.literal('special_case'), periodId: id, staffId: id, grade: z.string(), clause: words(200), ...paper }),
  /** 更正 of a frozen quarter or a published year: makes a further version of its result. `staffId`: whom it is mainly about. */
  z.object({ kind: z.literal('amendment'), periodId: id, staffId: id.nullable(), appealId: id.nullable(), changes, ...paper }),
])

const rulingRow = z.object({
  id,
  code: z.string(),
  kind: z.enum(rulingKinds),
  periodId: id,
  periodCode: z.string(),
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  /** What it does, in one line: the deduction, the effect, the grade, the changes. */
  what: z.string(),
  clause: z.string().nullable(),
  rulingBody: z.string(),
  docNo: z.string().nullable(),
  reason: z.string(),
  changes: z.array(change.extend({ what: z.string(), was: z.string(), becomes: z.string() })),
  appealCode: z.string().nullable(),
  proposedOn: day,
  proposedBy: z.string(),
  state: z.enum(rulingStates),
  answer: z.string().nullable(),
  decidedOn: day.nullable(),
  decidedBy: z.string().nullable(),
  /** The result version that an amendment made. */
  resultVersion: z.int().nullable(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  version: rowVersion,
})

const moved = z.object({ staffId: id, staffName: z.string(), totalBefore: z.string(), totalAfter: z.string(), gradeBefore: z.string(), gradeAfter: z.string() })

const proposing = ['not_in_state', 'period_not_open', 'not_frozen', 'amendment_needless', 'duplicate', 'amendment_stale', 'amendment_refused'] as const

export const rulings = {
  /** Those of a period: all for who sees the whole township, to others what has been decided about themselves and their modules. */
  list: query('result.read', ['ruling', 'point', 'result', 'staff', 'period']).input(z.object({ periodId: id })).output(z.array(rulingRow)),
  /** What a ruling may set right of a person's frozen quarter, or of his published year. Whole township only. */
  amendable: query('result.read', ['result', 'period'], 'not_frozen', 'amendment_needless').input(z.object({ periodId: id, staffId: id })).output(amendable),
  /** Whose total or grade the changes would move, the person of `first` in front, and how many in all. Whole township only. */
  preview: query('result.read', ['result', 'period'], 'not_frozen', 'amendment_needless', 'amendment_stale', 'amendment_refused')
    .input(z.object({ periodId: id, first: id.nullable(), changes }))
    .output(z.object({ moved: z.int(), rows: z.array(moved) })),
  propose: command('ruling.propose', { changes: ['ruling'], errors: proposing, notAboutSelf: true }).input(proposal).output(z.object({ id, code: z.string() })),
  withdraw: command('ruling.propose', { changes: ['ruling'], errors: ['not_in_state'], notAboutSelf: true }).input(z.object({ id, version: rowVersion })).output(z.object({ version: rowVersion })),
  /** By another hand than the proposal's. Approved, it takes effect in the same transaction. */
  decide: command('ruling.decide', { changes: ['ruling', 'point', 'result', 'period', 'appeal'], errors: [...proposing, 'same_hand', 'reason_required'], notAboutSelf: true })
    .input(z.object({ id, version: rowVersion, isApproved: z.boolean(), answer: z.string().trim().max(500, faults.tooLong(500)) }))
    .output(z.object({ version: rowVersion, resultVersion: z.int().nullable() })),
}
