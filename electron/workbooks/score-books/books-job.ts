import type { ScoreBookData } from './data.ts'

/** One book to be made. `createdAt` in milliseconds since 1970; `fileName` as it is called in a zip of several. */
export interface BookJob {
  readonly data: ScoreBookData
  readonly code: string
  readonly fileName: string
  readonly createdAt: number
}

/** To the writing process: books one by one, then where the file goes that holds them. */
export type BooksRequest =
  | { readonly kind: 'book'; readonly job: BookJob }
  /** One book alone lies there as it is, several in a zip. */
  | { readonly kind: 'pack'; readonly target: string }

/** From the writing process, one to each request. */
export type BooksAnswer = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

function kindOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'kind' in message ? String(message.kind) : ''
}

/** Both ends are the program itself, so the kind alone is looked at. */
export function isBooksRequest(message: unknown): message is BooksRequest {
  return ['book', 'pack'].includes(kindOf(message))
}

export function isBooksAnswer(message: unknown): message is BooksAnswer {
  return ['done', 'failed'].includes(kindOf(message))
}
