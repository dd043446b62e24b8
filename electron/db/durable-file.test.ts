import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../promises/temporary.testing.ts'
import { syncFolder, writeDurably } from './durable-file.ts'

describe('writeDurably', () => {
  test('writes text and bytes for the owner alone, replaces what was there, and leaves no second file', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'keys.json')
    writeDurably(file, '旧')
    chmodSync(file, 0o644)
    writeDurably(file, '新内容')
    expect(readFileSync(file, 'utf8')).toBe('新内容')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const bytes = Buffer.alloc(3_000_000, 5)
    writeDurably(file, bytes)
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('when it cannot replace the file, the old content stays', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'keys.json')
    writeDurably(file, '旧')
    mkdirSync(`${file}.new`)
    expect(() => writeDurably(file, '新')).toThrow()
    expect(readFileSync(file, 'utf8')).toBe('旧')
  })

  test('a folder that is not there cannot be made lasting', () => {
    const folder = temporaryFolder()
    expect(() => syncFolder(path.join(folder, 'nowhere'))).toThrow()
    syncFolder(folder)
  })
})
