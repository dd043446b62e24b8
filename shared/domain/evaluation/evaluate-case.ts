import { parseCase } from './parse-case.ts'
import type { Refused } from './parse-case.ts'
import { evaluateQuarter } from './quarter.ts'
import { quarterResult, yearResult } from './result-document.ts'
import type { QuarterResultDocument, YearResultDocument } from './result.ts'
import { evaluateYear } from './year.ts'

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
