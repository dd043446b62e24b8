import type { GateCode } from '../gate/refusal.ts'
import { gateTexts, sentenceFor, type FileUse } from '../gate/vocabulary.ts'
import { readTexts, type ReadRefusalCode } from './vocabulary.ts'

export type FileRefusalCode = GateCode | ReadRefusalCode

/** One clear sentence in Chinese; nothing was changed. */
export interface FileRefusal {
  readonly code: FileRefusalCode
  readonly message: string
}

const texts: Readonly<Record<FileRefusalCode, string>> = { ...gateTexts, ...readTexts }

export function isFileRefusalCode(code: unknown): code is FileRefusalCode {
  return typeof code === 'string' && Object.hasOwn(texts, code)
}

/** The refusal in the words of what the file was chosen for. */
export function fileRefusal(code: FileRefusalCode, use: FileUse = 'import'): FileRefusal {
  return { code, message: sentenceFor(texts[code], use) }
}

/** Thrown inside the reading process. */
export class ReadRefusal extends Error {
  readonly code: ReadRefusalCode

  constructor(code: ReadRefusalCode) {
    super(code)
    this.name = 'ReadRefusal'
    this.code = code
  }
}
