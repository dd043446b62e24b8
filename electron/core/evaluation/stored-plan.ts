import { z } from 'zod'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { PlanDocument } from '../../../shared/domain/evaluation/plan-document.ts'
import { quotaRoundings } from '../../../shared/domain/evaluation/vocabulary.ts'
import { IssueLog } from '../../../shared/domain/evaluation/issue.ts'
import { rootPlace } from '../../../shared/domain/evaluation/place.ts'
import { readPlan } from '../../../shared/domain/evaluation/read-plan.ts'
import { faults, nouns } from '../app/vocabulary.ts'

const decimal = z.string().regex(/^\d+(\.\d+)?$/)

const yearSchema = z.object({
  grades: z.object({ quota: decimal, rounding: z.enum(quotaRoundings), competent: decimal, basic: decimal }),
  bonusFactors: z.record(z.string(), decimal),
})

/** A word that must be one the plan knows: a role, a grade, a level. */
export function requirePlanWord(words: Readonly<Record<string, unknown>>, word: string, field: string): void {
  if (!Object.hasOwn(words, word)) throw new Refusal('invalid_input', { field, reason: faults.notInPlan(word, Object.keys(words).join('、')) })
}

/** Reads a plan as it is stored or sent; every fault is an issue with its path. */
export function parsePlanDocument(json: unknown): PlanDocument {
  const outer = z.object({ quarter: z.unknown(), year: yearSchema }).safeParse(json)
  if (!outer.success) {
    const issues = outer.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'invalid_input', message: issue.message }))
    throw new Refusal('invalid_input', { field: issues[0]?.path ?? nouns.planField, reason: issues[0]?.message ?? '' }, issues)
  }
  const log = new IssueLog()
  const { plan } = readPlan(outer.data.quarter, rootPlace, log)
  const first = log.issues[0]
  if (first !== undefined) throw new Refusal('invalid_input', { field: first.path, reason: first.message }, log.issues)
  return { quarter: plan, year: outer.data.year }
}
