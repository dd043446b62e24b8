import { z } from 'zod'
import { yearStatuses } from '../../domain/plans/vocabulary.ts'
import { identities } from '../../domain/people/codes.ts'
import { command, id, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const standingRow = z.object({
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  moduleName: z.string(),
  postName: z.string(),
  identity: z.enum(identities),
  pool: z.string().nullable(),
  /** Derived: 试用期 and 立案 from the roster, 病事假超过半年 from the leaves. */
  status: z.enum(yearStatuses),
  leaveDays: z.int(),
  warned: z.boolean(),
  /** As entered; null: `monthsServed` stands. */
  months: z.int().nullable(),
  monthsServed: z.int(),
  confirmedBy: z.string().nullable(),
  /** Whether anything is entered of the person. */
  isEntered: z.boolean(),
  /** 0 before the first entry. */
  version: z.int(),
})

const poolRow = z.object({
  pool: z.string(),
  people: z.int(),
  /** Fen; null: no bonus is entered. */
  fen: z.int().nullable(),
  confirmedBy: z.string().nullable(),
  version: z.int(),
})

const months = z.int(faults.months).min(0, faults.months).max(12, faults.months)

/** Yuan with at most two decimals. */
const amount = z.string().regex(/^\d{1,10}(\.\d{1,2})?$/, faults.amount)

const seenVersion = z.int().min(0)

const reads = ['period', 'plan', 'staff', 'module', 'result'] as const

/** 年度数据: what no quarter holds. Entered by 督考, confirmed by 党政正职, until the year is published. */
export const yearInputs = {
  /** Everyone with an assignment in the year, in official order. Whole township only. */
  standings: query('result.read', reads).input(z.object({ periodId: id })).output(z.array(standingRow)),
  /** Many at once, all or none; what is entered anew is to be confirmed anew. Nobody enters his own. */
  setStandings: command('period.run', { changes: ['period'], errors: ['period_not_open'], notAboutSelf: true })
    .input(z.object({ periodId: id, standings: z.array(z.object({ staffId: id, warned: z.boolean(), months: months.nullable(), version: seenVersion })).min(1, faults.empty) }))
    .output(z.array(z.object({ staffId: id, version: rowVersion }))),
  /** The bonus of each pool of the plan. Whole township only. */
  pools: query('result.read', reads).input(z.object({ periodId: id })).output(z.array(poolRow)),
  /** Many at once, all or none; null takes an amount away. */
  setPools: command('period.run', { changes: ['period'], errors: ['period_not_open'] })
    .input(z.object({ periodId: id, pools: z.array(z.object({ pool: z.string(), amount: amount.nullable(), version: seenVersion })).min(1, faults.empty) }))
    .output(z.object({})),
  /** What the confirmer has seen of it, by another hand than it was entered. Nobody confirms his own. */
  confirm: command('ruling.decide', { changes: ['period'], errors: ['period_not_open', 'same_hand'], notAboutSelf: true })
    .input(z.object({ periodId: id, standings: z.array(z.object({ staffId: id, version: rowVersion })), pools: z.array(z.object({ pool: z.string(), version: rowVersion })) }))
    .output(z.object({ confirmed: z.int() })),
}
