import { z } from 'zod'
import { periodKinds, resultStates } from '../../domain/plans/cycle.ts'
import { identities } from '../../domain/people/codes.ts'
import { day, id } from '../procedure.ts'

/** One period of a person: the version that the caller goes by, as it was computed then. */
const historyRow = z.object({
  code: z.string(),
  kind: z.enum(periodKinds),
  start: day,
  /** As it was in that period: the words of the grades go by it. */
  identity: z.enum(identities),
  resultVersion: z.int(),
  state: z.enum(resultStates),
  moduleName: z.string(),
  /** Held at the end of the period. */
  postName: z.string(),
  pool: z.string().nullable(),
  /** Null of a year without a valid quarter. */
  total: z.string().nullable(),
  /** The median of his pool in the same version; null where it would tell of fewer than three people. */
  poolMedian: z.string().nullable(),
  poolSize: z.int(),
  /** Of a quarter; null of a year. */
  dimensions: z.object({ post: z.string(), module: z.string(), team: z.string(), special: z.string(), deduct: z.string() }).nullable(),
  ranks: z.object({ town: z.int(), module: z.int(), pool: z.int() }).nullable(),
  validPeriod: z.boolean(),
  grade: z.string(),
  decidedGrade: z.string().nullable(),
})

/** 历年考评 of a person, the oldest period first. */
export const personHistory = z.object({ staffId: id, staffName: z.string(), rows: z.array(historyRow) })
