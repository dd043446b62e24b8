import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../promises/temporary.testing.ts'
import { dataFolder } from '../db/data-folder.ts'
import { readLock, removeLock, writeLock } from './lock-file.ts'

test('a lock is read back; none, half of one and somebody else’s JSON are none', () => {
  const folder = dataFolder(temporaryFolder())
  expect(readLock(folder)).toBeNull()
  const lock = { socket: '/tmp/乡镇/host.sock', address: 'http://127.0.0.1:5000', pid: 4711 }
  writeLock(folder, lock)
  expect([readLock(folder), readdirSync(folder.root)]).toEqual([lock, ['host.lock']])
  for (const text of ['', '{"socket":"/tmp/x","addr', '[]', '{"socket":1,"address":"x","pid":2}']) {
    writeFileSync(folder.lock, text)
    expect([text, readLock(folder)]).toEqual([text, null])
  }
  removeLock(folder)
  removeLock(folder)
  expect(existsSync(folder.lock)).toBe(false)
})
