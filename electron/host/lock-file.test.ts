import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../promises/temporary.testing.ts'
import { dataFolder } from '../db/data-folder.ts'
import { deriveKeys } from '../db/derived-keys.ts'
import { newDataKey } from '../db/key-slots.ts'
import { isTrusted, readLock, removeLock, writeLock } from './lock-file.ts'

test('a lock is read back; none, half of one and somebody else’s JSON are none', () => {
  const folder = dataFolder(temporaryFolder())
  expect(readLock(folder)).toBeNull()
  const keys = deriveKeys(newDataKey())
  const lock = { socket: '/tmp/乡镇/host.sock', address: 'http://127.0.0.1:5000', pid: 4711 }
  writeLock(folder, keys, lock)
  const written = readLock(folder)
  expect([written, readdirSync(folder.root)]).toEqual([{ ...lock, seal: expect.any(String) }, ['host.lock']])
  if (written === null) throw new Error('no lock')
  const elsewhere = dataFolder(temporaryFolder())
  expect({
    itself: isTrusted(folder, keys, written),
    forged: isTrusted(folder, keys, { ...written, socket: '/tmp/other.sock' }),
    ofAnotherTownship: isTrusted(folder, deriveKeys(newDataKey()), written),
    inACopyOfTheFolder: isTrusted(elsewhere, keys, written),
  }).toEqual({ itself: true, forged: false, ofAnotherTownship: false, inACopyOfTheFolder: false })
  for (const text of ['', '{"socket":"/tmp/x","addr', '[]', '{"socket":1,"address":"x","pid":2}']) {
    writeFileSync(folder.lock, text)
    expect([text, readLock(folder)]).toEqual([text, null])
  }
  removeLock(folder)
  removeLock(folder)
  expect(existsSync(folder.lock)).toBe(false)
})
