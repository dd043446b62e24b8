import { sentenceOf, type ErrorCode, type ErrorData } from './errors.ts'

/** One fault in a larger input: where, which, and the sentence for it. */
export interface Issue {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** An expected failure, declared in the contract; nothing was changed. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly data: ErrorData
  readonly issues: readonly Issue[]
  constructor(code: ErrorCode, data: ErrorData = {}, issues: readonly Issue[] = []) {
    super(sentenceOf(code, data))
    this.name = 'Refusal'
    this.code = code
    this.data = data
    this.issues = issues
  }
}
