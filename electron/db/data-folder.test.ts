import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, thrownCode } from '../promises/temporary.testing.ts'
import { dataFolder, requireEmpty, requireTownship } from './data-folder.ts'
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

  test('an empty one is made with its parents; one that holds anything is refused', () => {
    const root = temporaryFolder()
    const folder = dataFolder(path.join(root, '甲', '乙'))
    requireEmpty(folder)
    expect(readdirSync(path.join(root, '甲'))).toEqual(['乙'])
    requireEmpty(folder)
    mkdirSync(folder.backups)
    expect(thrownCode(() => requireEmpty(folder))).toBe('not_empty')
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
