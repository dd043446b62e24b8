import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, thrownCode } from '../promises/temporary.testing.ts'
import { dataFolder, requireEmpty, requireTownship, stage } from './data-folder.ts'
import { StorageRefusal, storageCodeOf } from './refusal.ts'

describe('data folder', () => {
  test('none, half or all of a township', () => {
    const folder = dataFolder(temporaryFolder())
    expect(thrownCode(() => requireTownship(folder))).toBe('no_database')
    writeFileSync(folder.keys, '{}')
    expect(thrownCode(() => requireTownship(folder))).toBe('database_missing')
    writeFileSync(folder.database, '')
    expect(thrownCode(() => requireTownship(folder))).toBe('done')
    const other = dataFolder(temporaryFolder())
    writeFileSync(other.database, '')
    expect(thrownCode(() => requireTownship(other))).toBe('keys_missing')
    expect(thrownCode(() => requireTownship(dataFolder(path.join(other.root, 'nowhere'))))).toBe('no_database')
    expect(readdirSync(other.root)).toEqual(['township.db'])
  })

  test('one that holds anything is refused; asking makes nothing', () => {
    const root = temporaryFolder()
    const folder = dataFolder(path.join(root, '甲', '乙'))
    requireEmpty(folder)
    expect(readdirSync(root)).toEqual([])
    mkdirSync(folder.backups, { recursive: true })
    expect(thrownCode(() => requireEmpty(folder))).toBe('not_empty')
  })
})

describe('a township in the making', () => {
  const target = () => dataFolder(path.join(temporaryFolder(), '甲', '乙'))

  test('appears at a stroke, parents included, also where an empty folder stands', () => {
    for (const folder of [target(), target()]) {
      const parent = path.dirname(folder.root)
      const staging = stage(folder)
      writeFileSync(staging.folder.keys, 'keys')
      expect([existsSync(folder.root), readdirSync(parent).length]).toEqual([false, 1])
      staging.finish()
      expect([readdirSync(folder.root), readdirSync(parent)]).toEqual([['keys.json'], ['乙']])
    }
    const folder = target()
    mkdirSync(folder.root, { recursive: true })
    stage(folder).finish()
    expect(readdirSync(path.dirname(folder.root))).toEqual(['乙'])
  })

  test('given up, it leaves nothing; what a dead program left is taken away, what a living one makes is not', () => {
    const folder = target()
    const parent = path.dirname(folder.root)
    mkdirSync(path.join(parent, '.乙.making-999999999'), { recursive: true })
    mkdirSync(path.join(parent, `.乙.making-${process.ppid}`))
    stage(folder).discard()
    expect(readdirSync(parent)).toEqual([`.乙.making-${process.ppid}`])
  })

  test('does not push aside what has come into its place meanwhile', () => {
    const folder = target()
    const staging = stage(folder)
    mkdirSync(folder.backups, { recursive: true })
    expect(thrownCode(() => staging.finish())).toBe('not_empty')
    expect(readdirSync(folder.root)).toEqual(['backups'])
  })
})

describe('storageCodeOf', () => {
  const coded = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code })

  test.each([
    ['SQLITE_FULL', 'disk_full'], ['SQLITE_READONLY_DIRECTORY', 'read_only'], ['SQLITE_PERM', 'read_only'], ['SQLITE_IOERR_WRITE', 'disk_error'], ['SQLITE_CANTOPEN', 'disk_error'],
    ['SQLITE_BUSY_SNAPSHOT', 'in_use'], ['SQLITE_CORRUPT_VTAB', 'damaged'], ['SQLITE_NOTADB', 'damaged'], ['ENOSPC', 'disk_full'], ['EDQUOT', 'disk_full'], ['EROFS', 'read_only'],
    ['EACCES', 'read_only'], ['EIO', 'disk_error'],
  ])('%s is %s, also as the cause of another error', (code, wanted) => {
    expect(storageCodeOf(coded(code))).toBe(wanted)
    expect(storageCodeOf(new Error('query failed', { cause: coded(code) }))).toBe(wanted)
  })

  test('what is no matter of storage has none', () => {
    expect([coded('SQLITE_CONSTRAINT_UNIQUE'), coded('ENOENT'), new Error('x'), 'SQLITE_FULL', null].map(storageCodeOf)).toEqual([null, null, null, null, null])
    expect(storageCodeOf(new StorageRefusal('wrong_key'))).toBe('wrong_key')
  })
})
