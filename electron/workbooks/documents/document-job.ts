import type { FilledBlock } from './fill-template.ts'
import type { DocumentFacts } from './write-document.ts'

/** To the writing process: what the documents say, once. */
export interface DocumentJob {
  readonly kind: 'document'
  readonly documents: readonly (readonly FilledBlock[])[]
  readonly facts: DocumentFacts
}

/** From the writing process, once; the .docx in base64, since plain Node passes only text between processes. */
export type DocumentAnswer =
  | { readonly kind: 'done'; readonly base64: string }
  | { readonly kind: 'failed'; readonly message: string }

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : null
}

/** Both ends are the program itself, so the kind alone is looked at. */
export function isDocumentJob(message: unknown): message is DocumentJob {
  return kindOf(message) === 'document'
}

export function isDocumentAnswer(message: unknown): message is DocumentAnswer {
  return ['done', 'failed'].includes(String(kindOf(message)))
}
