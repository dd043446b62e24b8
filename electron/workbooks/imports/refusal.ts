import type { GateCode } from '../gate/refusal.ts'
import { gateTexts, sentenceFor, type FileUse } from '../gate/vocabulary.ts'
import { readTexts } from './vocabulary.ts'

/** What a file that passed the gate can still run into while it is read, or its error workbook while it is written. */
export const readRefusalCodes = ['too_slow', 'too_large', 'unreadable', 'not_saved'] as const
export type ReadRefusalCode = (typeof readRefusalCodes)[number]

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
