import type { GateCode } from '../gate/refusal.ts'
import { gateSentences } from '../gate/vocabulary.ts'
import { readSentences } from './vocabulary.ts'

/** What a file that passed the gate can still run into while it is read, or its error workbook while it is written. */
export const readRefusalCodes = ['too_slow', 'too_large', 'unreadable', 'not_saved'] as const
export type ReadRefusalCode = (typeof readRefusalCodes)[number]

export type FileRefusalCode = GateCode | ReadRefusalCode

/** One clear sentence in Chinese; nothing was changed. */
export interface FileRefusal {
  readonly code: FileRefusalCode
  readonly message: string
}

const sentences: Readonly<Record<FileRefusalCode, string>> = { ...gateSentences, ...readSentences }

export function isFileRefusalCode(code: unknown): code is FileRefusalCode {
  return typeof code === 'string' && Object.hasOwn(sentences, code)
}

export function fileRefusal(code: FileRefusalCode): FileRefusal {
  return { code, message: sentences[code] }
}

/** Thrown inside the reading process. */
export class ReadRefusal extends Error {
  readonly code: ReadRefusalCode

  constructor(code: ReadRefusalCode) {
    super(readSentences[code])
    this.name = 'ReadRefusal'
    this.code = code
  }
}
