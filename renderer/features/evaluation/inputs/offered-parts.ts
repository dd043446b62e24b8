import type { Capability } from '../../../../shared/domain/township/access/permissions.ts'
import { inputParts, type InputPart } from './vocabulary.ts'

/** Who holds one of these enters something there. 数据来源 is read, by who sees the whole township. */
const enteredBy: Readonly<Record<InputPart, readonly Capability[]>> = {
  villages: ['village.rank'],
  factors: ['period.run'],
  groups: ['group.grade'],
  points: ['point.declare', 'point.verify', 'point.approve'],
  sources: ['period.run', 'plan.approve'],
}

export interface OfferedParts {
  readonly offered: readonly InputPart[]
  /** What is open unless something is asked for: the first part that the caller enters something in. */
  readonly first: InputPart
}

/** The parts of 数据录入 that a user has. */
export function offeredParts(capabilities: readonly Capability[]): OfferedParts {
  const enters = (part: InputPart) => enteredBy[part].some((capability) => capabilities.includes(capability))
  return { offered: inputParts.filter((part) => part !== 'sources' || enters(part)), first: inputParts.find(enters) ?? 'points' }
}
