import { parseCase } from './reading/parse-case.ts'
import type { Refused } from './reading/parse-case.ts'
import { evaluateQuarter } from './computing/quarter.ts'
import { quarterResult, yearResult } from './results/result-document.ts'
import type { QuarterResultDocument, YearResultDocument } from './results/result.ts'
import { evaluateYear } from './computing/year.ts'

export type EvaluatedCase = { readonly kind: 'result'; readonly document: QuarterResultDocument | YearResultDocument } | Refused

/** From a case document to its result document, or to the issues for which it is refused. */
export function evaluateCase(json: unknown): EvaluatedCase {
  const parsed = parseCase(json)
  switch (parsed.kind) {
    case 'refused':
      return parsed
    case 'quarter':
      return { kind: 'result', document: quarterResult(evaluateQuarter(parsed.input)) }
    case 'year':
      return { kind: 'result', document: yearResult(evaluateYear(parsed.input)) }
  }
}
