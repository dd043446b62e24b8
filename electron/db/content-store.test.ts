import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../promises/temporary.testing.ts'
import { contentDigest, contentFile, filesIn, readContent, stateOfContent, storeContent } from './content-store.ts'
import { deriveKeys } from './derived-keys.ts'

const keys = deriveKeys(Buffer.alloc(32, 7))
const content = Buffer.from('身份证号 33082519900214767X 的走访记录')

describe('the store of attached files', () => {
  let store: string
  beforeEach(() => {
    store = path.join(temporaryFolder(), 'attachments')
  })

  test('gives back what was put in, equal content once, under a name that is the township’s own', () => {
    const digest = storeContent(store, keys, content)
    const { mtimeMs } = statSync(contentFile(store, digest))
    expect([storeContent(store, keys, content), filesIn(store).length, statSync(contentFile(store, digest)).mtimeMs]).toEqual([digest, 1, mtimeMs])
    expect(readContent(store, keys, digest)).toEqual({ kind: 'content', bytes: content })
    expect(contentDigest(deriveKeys(Buffer.alloc(32, 8)), content)).not.toBe(digest)
    expect(statSync(contentFile(store, digest)).mode & 0o077).toBe(0)
    expect(readFileSync(contentFile(store, digest)).includes('33082519900214767X')).toBe(false)
    expect(readdirSync(path.dirname(contentFile(store, digest)))).toEqual([digest])
  })

  test('an empty content is one too', () => {
    expect(readContent(store, keys, storeContent(store, keys, Buffer.alloc(0)))).toEqual({ kind: 'content', bytes: Buffer.alloc(0) })
  })

  test('any changed byte, a cut, another’s file or key is damaged; nothing is missing', () => {
    const digest = storeContent(store, keys, content)
    const file = contentFile(store, digest)
    const sealed = readFileSync(file)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      writeFileSync(file, changed)
      expect([at, readContent(store, keys, digest).kind, stateOfContent(store, keys, digest)]).toEqual([at, 'damaged', 'damaged'])
    }
    writeFileSync(file, sealed.subarray(0, 20))
    expect(readContent(store, keys, digest).kind).toBe('damaged')
    const other = storeContent(store, keys, Buffer.from('另一份'))
    writeFileSync(file, readFileSync(contentFile(store, other)))
    expect(readContent(store, keys, digest).kind).toBe('damaged')
    writeFileSync(file, sealed)
    expect(readContent(store, deriveKeys(Buffer.alloc(32, 8)), digest).kind).toBe('damaged')
    expect([readContent(store, keys, 'f'.repeat(64)).kind, stateOfContent(store, keys, 'f'.repeat(64))]).toEqual(['missing', 'missing'])
    // Control: unchanged, it opens; and a damaged file is written anew when its content comes again.
    expect([readContent(store, keys, digest).kind, stateOfContent(store, keys, digest)]).toEqual(['content', 'whole'])
    writeFileSync(file, sealed.subarray(1))
    storeContent(store, keys, content)
    expect(readContent(store, keys, digest).kind).toBe('content')
  })
})
