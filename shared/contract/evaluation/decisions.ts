import { z } from 'zod'
import { periodStages } from '../../domain/plans/cycle.ts'
import { identities } from '../../domain/people/codes.ts'
import { command, id, name, note, query } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

/** Where a person stands among the candidates of his pool, by the engine. */
export const decisionPlaces = ['withinQuota', 'tiedAtLine', 'beyondQuota', 'belowGood', 'barred', 'none'] as const

const decisionRow = z.object({
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  moduleName: z.string(),
  postName: z.string(),
  identity: z.enum(identities),
  pool: z.string().nullable(),
  /** Of a quarter the dimensions, of a year their means. */
  module: z.string().nullable(),
  team: z.string().nullable(),
  special: z.string().nullable(),
  deduct: z.string().nullable(),
  /** The total of a quarter, the annual score of a year. */
  total: z.string().nullable(),
  place: z.enum(decisionPlaces),
  /** The competition place among the candidates. */
  order: z.int().nullable(),
  suggested: z.string(),
  /** What keeps him from better grades, in words; empty for most. */
  barred: z.string(),
  decided: z.string().nullable(),
  reason: z.string().nullable(),
  meeting: z.string().nullable(),
  /** Decided by a 特殊情形, and by which clause. */
  clause: z.string().nullable(),
})

const poolRow = z.object({ pool: z.string().nullable(), people: z.int(), eligible: z.int(), quota: z.int(), tiedAtLine: z.int() })

/** `grade` null takes the decision back. */
const decided = z.object({ staffId: id, grade: z.string().nullable(), reason: note.nullable() })

export const decisions = {
  /** 审定: everybody of the newest result, pool by pool in the order of the engine. Whole township only. */
  list: query('result.read', ['result', 'ruling', 'period', 'staff', 'module'], 'not_frozen')
    .input(z.object({ code: z.string() }))
    .output(z.object({ resultVersion: z.int(), stage: z.enum(periodStages), isOpen: z.boolean(), pools: z.array(poolRow), rows: z.array(decisionRow) })),
  /** What a meeting decides of many at once, all or none. A departure from the suggestion needs its reason, and the quota holds. */
  decide: command('ruling.decide', { changes: ['result'], errors: ['not_frozen', 'period_not_open', 'reason_required', 'quota_exceeded', 'grade_barred', 'decided_by_ruling'], notAboutSelf: true })
    .input(z.object({ code: z.string(), meeting: name, rows: z.array(decided).min(1, faults.empty).max(1000, faults.tooMuch(1000)) }))
    .output(z.object({ decided: z.int() })),
}
