import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hostLog } from './host-log.ts'

test('a full log becomes the one before, and the one before that goes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'host-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'logs', 'host.log')
  const write = hostLog(file)
  const [first, second, third] = ['a', 'b', 'c'].map((letter) => Buffer.alloc(700_000, letter))
  for (const chunk of [first, second, third]) if (chunk) write(chunk)
  write(Buffer.from('末行\n'))
  expect(readdirSync(path.dirname(file)).sort()).toEqual(['host.1.log', 'host.log'])
  expect(readFileSync(path.join(folder, 'logs', 'host.1.log')).equals(second ?? Buffer.of())).toBe(true)
  expect(readFileSync(file, 'utf8').slice(-4)).toBe('c末行\n')
})

test('a log that cannot be written stops nobody', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'host-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(path.join(folder, 'logs'), 'a file where the folder should be')
  expect(() => hostLog(path.join(folder, 'logs', 'host.log'))(Buffer.from('x'))).not.toThrow()
})
