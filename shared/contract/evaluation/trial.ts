import { z } from 'zod'
import { trialCauses, type TrialPlace } from '../../domain/evaluation/trial/trial.ts'
import { quarterGrades } from '../../domain/plans/vocabulary.ts'
import { tracks } from '../../domain/people/codes.ts'
import { id, query, type Area } from '../procedure.ts'

/** `frozen`: the snapshot of the freeze. `open`: what has been gathered until now; more is to come. */
export const inputBases = ['frozen', 'open'] as const

/** What numbers of a period are made from. Without the ballots as long as they are not closed. */
export const inputBasis = z.object({ basis: z.enum(inputBases), frozenAt: z.string().nullable(), withoutBallots: z.boolean() })

/** Everything that is gathered for a quarter. */
export const readsInputs: readonly Area[] = ['period', 'plan', 'score', 'task', 'point', 'group', 'village', 'event', 'module', 'staff', 'result', 'ruling']

const places = ['status', 'periodNotValid', 'withinQuota', 'tiedAtLine', 'beyondQuota', 'belowGood', 'barredByVeto'] as const satisfies readonly TrialPlace[]

const side = z.object({ total: z.string(), pool: z.string().nullable(), rankTown: z.int(), rankPool: z.int(), grade: z.enum(quarterGrades), place: z.enum(places) })

const poolSide = z.object({ people: z.int(), eligible: z.int(), quota: z.int(), tiedAtLine: z.int(), grades: z.record(z.enum(quarterGrades), z.int()) })

const person = z.object({
  staffId: id,
  staffName: z.string(),
  moduleName: z.string(),
  track: z.enum(tracks),
  before: side,
  after: side,
  /** What the change of the total is made of, signed, with two decimals. */
  causes: z.array(z.object({ cause: z.enum(trialCauses), delta: z.string() })),
})

/** 试算: for who sees the whole township; nothing is kept. */
export const trial = {
  /** What can be tried: the inputs of a quarter, and the plan it is evaluated by. */
  base: query('result.read', readsInputs, 'snapshot_refused')
    .input(z.object({ code: z.string() }))
    .output(inputBasis.extend({ people: z.int(), planId: id, planCode: z.string(), planName: z.string(), planVersion: z.int(), document: z.unknown() })),
  /** The quarter under its own plan and under these constants. */
  run: query('result.read', readsInputs, 'snapshot_refused', 'trial_refused')
    .input(z.object({ code: z.string(), document: z.unknown() }))
    .output(z.object({ people: z.array(person), pools: z.array(z.object({ pool: z.string().nullable(), before: poolSide.nullable(), after: poolSide.nullable() })) })),
}
