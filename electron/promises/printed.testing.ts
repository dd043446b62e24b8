import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { filesBelow } from './raw-search.testing.ts'

/** What a command printed, in a process of its own or in this one. */
export interface Printed {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The JSON of a command that ended well: alone on stdout, nothing on stderr. */
export function resultOf({ exitCode, stdout, stderr }: Printed): unknown {
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(stdout.endsWith('\n')).toBe(true)
  return JSON.parse(stdout)
}

const failureSchema = z.strictObject({ error: z.string(), message: z.string().regex(/。$/), issues: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })) })

export type PrintedFailure = z.infer<typeof failureSchema> & { readonly exitCode: number | null }

/** The failure of a command: one line of JSON alone on stderr, nothing on stdout. */
export function failureOf({ exitCode, stdout, stderr }: Printed): PrintedFailure {
  expect(stdout).toBe('')
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  return { exitCode, ...failureSchema.parse(JSON.parse(stderr)) }
}

/** `2 usage`, or `0` for a command that did not fail. */
export function verdictOf(printed: Printed): string {
  return printed.exitCode === 0 ? '0' : `${String(printed.exitCode)} ${failureOf(printed).error}`
}

/** The bytes of every file in a folder, as digests by name. */
export function digestsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesBelow(folder).map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]))
}
