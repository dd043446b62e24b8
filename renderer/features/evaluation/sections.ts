import type { Capability } from '../../../shared/domain/township/access/permissions.ts'
import { evaluationSections, type EvaluationSection } from '../../api/place.ts'

/** A section is there for whoever holds one of these. */
const needed: Readonly<Record<EvaluationSection, readonly Capability[]>> = {
  cycle: ['result.read'],
  summaries: ['self.work', 'summary.read'],
  sheets: ['score.head', 'score.leader', 'score.proxy'],
  ballot: ['self.ballot'],
  inputs: ['village.rank', 'period.run', 'group.grade', 'point.declare', 'point.verify', 'point.approve'],
  rulings: ['ruling.propose', 'ruling.decide'],
  results: ['result.read', 'self.work'],
  plans: ['result.read'],
  trial: ['plan.edit', 'plan.approve'],
  fairness: ['plan.edit', 'plan.approve'],
}

/** The sections that a user has, in their order. */
export function sectionsFor(capabilities: readonly Capability[]): readonly EvaluationSection[] {
  return evaluationSections.filter((section) => needed[section].some((capability) => capabilities.includes(capability)))
}
