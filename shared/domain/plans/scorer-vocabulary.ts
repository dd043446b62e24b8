import { assertNever } from '../../lib/assert-never.ts'
import type { ScorerFault } from './scorer-rules.ts'

/** What is wrong with a sheet, and thereby what to change. */
export function scorerFaultText(fault: ScorerFault): string {
  switch (fault.kind) {
    case 'tooManyBest':
      return `${fault.band} 最多 ${fault.allowed} 人，现为 ${fault.given} 人`
    case 'lowestMissing':
      return `${fault.from} 人以上须至少评出一个 ${fault.band}`
    case 'spreadTooSmall':
      return `最高分与最低分须相差 ${fault.least} 分以上`
    case 'tooManyAlike':
      return `同为 ${fault.points} 分的最多 ${fault.allowed} 人，现为 ${fault.given} 人`
    default:
      return assertNever(fault)
  }
}
