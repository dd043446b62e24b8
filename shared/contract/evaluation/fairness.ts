import { z } from 'zod'
import { fairnessGroupings, fairnessMeasures } from '../../domain/evaluation/trial/fairness.ts'
import { query } from '../procedure.ts'
import { inputBasis, readsInputs } from './trial.ts'

/** Numbers as text with two decimals, factors with four. */
const scorerRow = z.object({
  scorer: z.string(),
  modules: z.array(z.string()),
  count: z.int(),
  mean: z.string(),
  spread: z.string(),
  lowest: z.string(),
  highest: z.string(),
  corrected: z.object({ mean: z.string(), lowFactor: z.string(), highFactor: z.string() }).nullable(),
  oddity: z.enum(['high', 'low', 'same']).nullable(),
})

const scorerGroup = z.object({ rows: z.array(scorerRow), compared: z.object({ scorers: z.int(), mean: z.string(), spread: z.string() }).nullable() })

const spread = z.object({
  /** Of a module its name, of the others the code. */
  group: z.string(),
  count: z.int(),
  mean: z.string(),
  lowest: z.string(),
  lowerQuartile: z.string(),
  median: z.string(),
  upperQuartile: z.string(),
  highest: z.string(),
})

/** 公平性, for who sees the whole township. */
export const fairness = {
  of: query('result.read', readsInputs, 'snapshot_refused')
    .input(z.object({ code: z.string() }))
    .output(
      inputBasis.extend({
        heads: scorerGroup,
        leaders: scorerGroup,
        spreads: z.record(z.enum(fairnessGroupings), z.record(z.enum(fairnessMeasures), z.array(spread))),
      }),
    ),
}
