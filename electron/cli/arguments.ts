import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Refusal } from '../../shared/contract/refusal.ts'
import type { LoginOwner } from '../core/app/attempts.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import { cliWords } from './vocabulary.ts'

const options = {
  data: { type: 'string' },
  'key-file': { type: 'string' },
  account: { type: 'string' },
  out: { type: 'string' },
  period: { type: 'string' },
  workbook: { type: 'string' },
  copy: { type: 'string' },
  kind: { type: 'string' },
  'as-of': { type: 'string' },
  sender: { type: 'string' },
  apply: { type: 'boolean' },
  empty: { type: 'boolean' },
} as const

export type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

/** A command line taken apart: the command, what follows it, and the options. */
export interface CommandLine {
  readonly command: string
  readonly operands: readonly string[]
  readonly values: Values
}

/** Refusals: `usage`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command = '', ...operands] = positionals
    return { command, operands, values }
  } catch (error) {
    const [, option = ''] = /'(-[^\s']*)/.exec(error instanceof Error ? error.message : '') ?? []
    throw new Refusal('usage', { reason: cliWords.badOption(option) })
  }
}

export function requireOption(values: Values, name: Exclude<keyof Values, 'apply' | 'empty'>): string {
  const value = values[name]
  if (value === undefined || value === '') throw new Refusal('usage', { reason: cliWords.optionMissing(name) })
  return value
}

export function requireOperand({ operands, command }: CommandLine, what: string): string {
  const [operand] = operands
  if (operand === undefined) throw new Refusal('usage', { reason: cliWords.operandMissing(command, what) })
  return operand
}

/** One of the allowed words. */
export function requireChoice<Choice extends string>(value: string, name: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new Refusal('usage', { reason: cliWords.notAChoice(name, value, choices.join('|')) })
  return found
}

export function folderOf(values: Values): DataFolder {
  return dataFolder(requireOption(values, 'data'))
}

export function ownerOf({ account }: Values): LoginOwner {
  return account === undefined ? { kind: 'console' } : { kind: 'account', name: account }
}

/** The secret: the first line of the key file, which is never printed and never an argument. */
export function secretOf(values: Values): string {
  const file = requireOption(values, 'key-file')
  const [line = ''] = readExisting(file).toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/)
  if (line === '') throw new Refusal('usage', { reason: cliWords.emptyKeyFile })
  return line
}

/** Refuses a file that is not there, or is none. */
export function requireFile(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Refusal('file_missing', { file })
}

/** Bytes of a file that must be there. Refusals: `file_missing`. */
export function readExisting(file: string): Buffer {
  if (!existsSync(file)) throw new Refusal('file_missing', { file })
  try {
    return readFileSync(file)
  } catch {
    throw new Refusal('file_missing', { file })
  }
}
