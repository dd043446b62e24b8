import { z } from 'zod'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { dimensionNames, secondmentModes, type PlanDocument } from '../../../shared/domain/evaluation/plan-document.ts'
import { planDoubts } from '../../../shared/domain/evaluation/plan-sense.ts'
import { quotaRoundings } from '../../../shared/domain/evaluation/vocabulary.ts'
import { IssueLog } from '../../../shared/domain/evaluation/issue.ts'
import { rootPlace } from '../../../shared/domain/evaluation/place.ts'
import { rateeGroups, scorerOffices } from '../../../shared/domain/evaluation/scorer-table.ts'
import { readPlan } from '../../../shared/domain/evaluation/read-plan.ts'
import { faults, nouns } from '../app/vocabulary.ts'
import { planFaults } from './vocabulary.ts'

const decimal = z.string().regex(/^\d+(\.\d+)?$/, planFaults.decimal)

const yearSchema = z.object({
  grades: z.object({ quota: decimal, rounding: z.enum(quotaRoundings), competent: decimal, basic: decimal }),
  bonusFactors: z.record(z.string(), decimal),
})

const share = decimal.refine((text) => Number(text) <= 1, planFaults.share)

const scorersSchema = z.object({ bestShare: share.nullable(), lowestFrom: z.int().min(1).nullable(), spread: decimal.nullable(), sameShare: share.nullable() })

const ofGroups = z.record(z.enum(rateeGroups), z.enum(scorerOffices))

const dimensionName = z.string().trim().min(1, planFaults.name).max(10, planFaults.name)

/** What a plan may say besides its constants; what it leaves out is as usual. */
const besides = {
  scorers: scorersSchema.exactOptional(),
  table: z.object({ head: ofGroups, leader: ofGroups }).exactOptional(),
  peers: z.object({ smallModule: z.int().min(0).max(99), neighbours: z.record(z.string(), z.string()) }).exactOptional(),
  names: z.partialRecord(z.enum(dimensionNames), dimensionName).exactOptional(),
  secondment: z.enum(secondmentModes).exactOptional(),
}

/** A word that must be one the plan knows: a role, a grade, a level. */
export function requirePlanWord(words: Readonly<Record<string, unknown>>, word: string, field: string): void {
  if (!Object.hasOwn(words, word)) throw new Refusal('invalid_input', { field, reason: faults.notInPlan(word, Object.keys(words).join('、')) })
}

/** Refuses a plan that can be computed with and yet cannot be meant. */
export function requireSensiblePlan(document: PlanDocument): void {
  const doubts = planDoubts(document)
  const first = doubts[0]
  if (first !== undefined) throw new Refusal('invalid_input', { field: first.path, reason: first.message }, doubts.map((doubt) => ({ ...doubt, code: 'invalid_input' })))
}

/** Reads a plan as it is stored or sent; every fault is an issue with its path. */
export function parsePlanDocument(json: unknown): PlanDocument {
  const outer = z.object({ quarter: z.unknown(), year: yearSchema, ...besides }).safeParse(json)
  if (!outer.success) {
    const said: readonly string[] = Object.values(planFaults)
    const issues = outer.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: 'invalid_input', message: said.includes(message) ? message : planFaults.missing }))
    throw new Refusal('invalid_input', { field: issues[0]?.path ?? nouns.planField, reason: issues[0]?.message ?? '' }, issues)
  }
  const log = new IssueLog()
  const { plan } = readPlan(outer.data.quarter, rootPlace, log)
  const first = log.issues[0]
  if (first !== undefined) throw new Refusal('invalid_input', { field: first.path, reason: first.message }, log.issues)
  return { ...outer.data, quarter: plan }
}
