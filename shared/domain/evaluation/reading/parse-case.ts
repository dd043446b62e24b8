import type { QuarterInput, YearInput } from '../../plans/case.ts'
import { FieldReader } from '../../plans/field-reader.ts'
import { IssueLog } from '../../plans/issue.ts'
import type { Issue } from '../../plans/issue.ts'
import { rootPlace } from '../../plans/place.ts'
import { readQuarter } from './read-quarter.ts'
import { readYear } from './read-year.ts'

export const quarterCaseFormat = 'township-case/1'
export const yearCaseFormat = 'township-year-case/1'

/** A document that is refused as a whole, with every reason. */
export interface Refused {
  readonly kind: 'refused'
  readonly issues: readonly Issue[]
}

export type ParsedCase = { readonly kind: 'quarter'; readonly input: QuarterInput } | { readonly kind: 'year'; readonly input: YearInput } | Refused

function isYear(root: FieldReader): boolean {
  const format = root.value('format')
  if (format === yearCaseFormat) return true
  // With a wrong format the fields tell what was meant, so that their issues can be listed too.
  return format !== quarterCaseFormat && root.isAbsent('plan') && !root.isAbsent('year')
}

function refusedOr<Parsed>(log: IssueLog, parsed: Parsed): Parsed | Refused {
  const { issues } = log
  return issues.length === 0 ? parsed : { kind: 'refused', issues }
}

/** Reads a case document (quarter or year), or lists every issue in it. Unknown fields are ignored. */
export function parseCase(json: unknown): ParsedCase {
  const log = new IssueLog()
  const root = new FieldReader(json, rootPlace, log)
  root.keyOf('format', new Set([quarterCaseFormat, yearCaseFormat]))
  if (isYear(root)) {
    const input = readYear(root)
    return refusedOr(log, { kind: 'year', input })
  }
  const input = readQuarter(root, 'peerVotes')
  return refusedOr(log, { kind: 'quarter', input })
}

/** Reads a quarter's frozen snapshot, the JSON of a {@link QuarterInput}: the same refusals, with peer ballots as counts. */
export function parseQuarterInput(json: unknown): { readonly kind: 'quarter'; readonly input: QuarterInput } | Refused {
  const log = new IssueLog()
  const input = readQuarter(new FieldReader(json, rootPlace, log), 'peerCounts')
  return refusedOr(log, { kind: 'quarter', input })
}
