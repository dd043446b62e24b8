import type { ReadLimits } from '../../imports/limits.ts'

/** One sheet of a workbook; its cells' digests lie gzipped in a file. */
export interface SheetCells {
  readonly name: string
  readonly digest: string
  readonly cellsFile: string
}

/** What does a workbook say? The digests of its cells go to files whose names begin with `out`. */
export interface DigestRequest {
  readonly kind: 'digest'
  readonly path: string
  readonly out: string
  readonly limits: ReadLimits
}

/** Which of the candidates has the fewest cells that differ from `found`, and which are they? `mostChanged`: what part of a candidate's cells may differ for it to be one; null: any. */
export interface CompareRequest {
  readonly kind: 'compare'
  readonly found: readonly SheetCells[]
  readonly candidates: readonly (readonly SheetCells[])[]
  readonly mostChanged: number | null
  readonly limits: ReadLimits
}

export type VerifyRequest = DigestRequest | CompareRequest

/** The asker is the program itself; what is not a request of this kind at all is refused. */
export function isVerifyRequest(value: object): value is VerifyRequest {
  if (!('kind' in value)) return false
  if (value.kind === 'digest') return 'path' in value && typeof value.path === 'string' && 'out' in value && typeof value.out === 'string'
  return value.kind === 'compare' && 'found' in value && Array.isArray(value.found) && 'candidates' in value && Array.isArray(value.candidates) && 'mostChanged' in value
}
