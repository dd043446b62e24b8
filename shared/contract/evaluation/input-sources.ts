import { z } from 'zod'
import type { QuarterInput } from '../../domain/plans/case.ts'
import { quarterSources } from '../../domain/evaluation/inputs/input-sources.ts'
import { id, query } from '../procedure.ts'

const keys = Object.keys(quarterSources).filter((key): key is keyof QuarterInput => key in quarterSources)

export const inputSources = {
  /** 数据来源 of a quarter, in the order of the engine's input; empty for a year, which is made of its quarters. */
  list: query('result.read', ['period', 'plan', 'score', 'task', 'point', 'group', 'village', 'event', 'module', 'staff', 'account', 'result', 'ruling'])
    .input(z.object({ periodId: id }))
    .output(
      z.array(
        z.object({
          key: z.enum(keys),
          /** How many there are now; once frozen, how many were copied. */
          count: z.int(),
          /** How many wait for whoever confirms them. */
          waiting: z.int(),
          /** How many things keep the period from the freeze. */
          missing: z.int(),
        }),
      ),
    ),
}
