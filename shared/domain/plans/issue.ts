import { placeText } from './place.ts'
import type { Place } from './place.ts'

export const issueCodes = [
  'unknown_id', 'duplicate', 'backwards', 'not_date', 'not_decimal', 'negative', 'above_maximum', 'self_rating', 'self_vote',
  'band_and_score', 'unknown_value', 'missing', 'maxima_do_not_add_up',
] as const
export type IssueCode = (typeof issueCodes)[number]

/** One reason why a document is refused; `message` is a Chinese sentence for people. */
export interface Issue {
  readonly path: string
  readonly code: IssueCode
  readonly message: string
}

/** Collects every issue of one document, the first for each place: what follows from it there says nothing new. */
export class IssueLog {
  readonly #issues = new Map<string, Issue & { readonly at: Place }>()

  report(place: Place, code: IssueCode, message: string): void {
    const path = placeText(place)
    if (!this.#issues.has(path)) this.#issues.set(path, { path, code, message, at: place })
  }

  /** In the order found. */
  get issues(): readonly Issue[] {
    return Array.from(this.#issues.values(), ({ path, code, message }) => ({ path, code, message }))
  }

  /** The issues at places where `other` has none, with those places. */
  notIn(other: IssueLog): readonly (Issue & { readonly at: Place })[] {
    return [...this.#issues.values()].filter((issue) => !other.#issues.has(issue.path))
  }
}
