import { Refusal } from '../../../shared/contract/refusal.ts'
import type { PlanDocument } from '../../../shared/domain/plans/plan-document.ts'
import { planDoubts, type PlanDoubt } from '../../../shared/domain/evaluation/trial/plan-sense.ts'
import { readPlanDocument } from '../../../shared/domain/evaluation/reading/read-plan-document.ts'
import { faults } from '../app/vocabulary.ts'

/** A word that must be one the plan knows: a role, a grade, a level. */
export function requirePlanWord(words: Readonly<Record<string, unknown>>, word: string, field: string): void {
  if (!Object.hasOwn(words, word)) throw new Refusal('invalid_input', { field, reason: faults.notInPlan(word, Object.keys(words).join('、')) })
}

/** Refuses with every doubt there is about a plan, each at its field; nothing where there is none. */
export function refuseDoubts(doubts: readonly PlanDoubt[]): void {
  const [first] = doubts
  if (first !== undefined) throw new Refusal('invalid_input', { field: first.path, reason: first.message }, doubts.map((doubt) => ({ ...doubt, code: 'invalid_input' })))
}

/** Reads a plan as it is stored or sent; every fault is an issue with its path. */
export function parsePlanDocument(json: unknown): PlanDocument {
  const read = readPlanDocument(json)
  if (read.kind === 'document') return read.document
  const [first] = read.issues
  throw new Refusal('invalid_input', { field: first?.path ?? '', reason: first?.message ?? '' }, read.issues)
}

/** Reads a plan that is to be kept: one that can be computed with and yet cannot be meant is refused too. */
export function parseSensiblePlan(json: unknown): PlanDocument {
  const document = parsePlanDocument(json)
  refuseDoubts(planDoubts(document))
  return document
}
