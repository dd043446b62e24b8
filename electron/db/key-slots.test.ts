import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, thrownCode } from '../promises/temporary.testing.ts'
import { emptyKeyFile, newDataKey, newSlots, openSlot, putSlots, readKeyFile, strongCost, withSlots, withoutSlot, writeKeyFile, type KeyFile, type SlotOwner } from './key-slots.ts'

const cheap = { N: 2 ** 4, r: 8, p: 1 }
const dataKey = newDataKey()
const console_: SlotOwner = { kind: 'console' }
const recovery: SlotOwner = { kind: 'recovery' }
const account = (name: string): SlotOwner => ({ kind: 'account', name })

function keysFor(...secrets: readonly (readonly [SlotOwner, string])[]): Promise<KeyFile> {
  return withSlots(emptyKeyFile(), secrets.map(([owner, secret]) => ({ owner, secret })), dataKey, cheap)
}

const opens = async (keys: KeyFile, owner: SlotOwner, secret: string) => (await openSlot(keys, owner, secret))?.equals(dataKey) ?? false

describe('key slots', () => {
  test('each secret opens its own slot to the same data key, and no other', async () => {
    const keys = await keysFor([console_, 'console-1'], [recovery, 'recovery-1'], [account('王芳'), 'account-1'])
    expect(await opens(keys, console_, 'console-1')).toBe(true)
    expect(await opens(keys, recovery, 'recovery-1')).toBe(true)
    expect(await opens(keys, account('王芳'), 'account-1')).toBe(true)
    for (const [owner, secret] of [[console_, 'account-1'], [account('王芳'), 'console-1'], [account('王芳'), 'Account-1'], [account('李明'), 'account-1'], [recovery, '']] as const) {
      expect(await openSlot(keys, owner, secret)).toBeNull()
    }
  })

  test('an account named like another kind of slot does not open it', async () => {
    const keys = await keysFor([console_, 'console-1'], [recovery, 'recovery-1'])
    expect(await openSlot(keys, account('console'), 'console-1')).toBeNull()
    expect(await openSlot(keys, account('recovery'), 'recovery-1')).toBeNull()
  })

  test('a replaced slot opens by the new secret alone; a removed one by none; the others stay', async () => {
    const first = await keysFor([console_, 'console-1'], [account('王芳'), 'old-1'])
    const replaced = await withSlots(first, [{ owner: account('王芳'), secret: 'new-1' }], dataKey, cheap)
    expect(replaced.slots).toHaveLength(2)
    expect([await opens(replaced, account('王芳'), 'new-1'), await opens(replaced, account('王芳'), 'old-1'), await opens(replaced, console_, 'console-1')]).toEqual([true, false, true])
    const removed = withoutSlot(replaced, account('王芳'))
    expect(removed.slots).toHaveLength(1)
    expect([await opens(removed, account('王芳'), 'new-1'), await opens(removed, console_, 'console-1')]).toEqual([false, true])
  })

  test('slots derived while the file changed are put into the file as it is then', async () => {
    const before = await keysFor([console_, 'console-1'])
    const slots = await newSlots(before, [{ owner: account('王芳'), secret: 'account-1' }], dataKey, cheap)
    const meanwhile = await withSlots(before, [{ owner: account('李明'), secret: 'account-2' }], dataKey, cheap)
    const after = putSlots(meanwhile, slots)
    expect([await opens(after, account('王芳'), 'account-1'), await opens(after, account('李明'), 'account-2')]).toEqual([true, true])
  })

  test('a slot moved under another owner’s label opens for nobody', async () => {
    const keys = await keysFor([console_, 'console-1'], [account('王芳'), 'account-1'])
    const [ofConsole, ofAccount] = keys.slots
    if (ofConsole === undefined || ofAccount === undefined) throw new Error('two slots')
    const swapped = { ...keys, slots: [{ ...ofAccount, label: ofConsole.label }] }
    expect(await openSlot(swapped, console_, 'account-1')).toBeNull()
    // Control: under its own label the same slot opens.
    expect(await opens({ ...keys, slots: [ofAccount] }, account('王芳'), 'account-1')).toBe(true)
  })

  test.each(['salt', 'nonce', 'sealed', 'tag'] as const)('one changed byte of the %s and nothing opens', async (part) => {
    const keys = await keysFor([console_, 'console-1'])
    const changed = keys.slots.map((slot) => {
      const bytes = Buffer.from(slot[part], 'base64')
      bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
      return { ...slot, [part]: bytes.toString('base64') }
    })
    expect(await openSlot({ ...keys, slots: changed }, console_, 'console-1')).toBeNull()
  })

  test('the same password typed by another input method is the same (NFKC), also with full-width letters', async () => {
    const keys = await keysFor([console_, 'ｐａｓｓ-é1'])
    expect(await opens(keys, console_, 'pass-e\u03011')).toBe(true)
  })

  test('the file holds no name and no secret, and the same secret makes different slots', async () => {
    const keys = await keysFor([console_, 'same-secret-1'], [account('王芳'), 'same-secret-1'])
    const text = JSON.stringify(keys)
    for (const word of ['王芳', 'console', 'same-secret', dataKey.toString('base64'), dataKey.toString('hex')]) expect(text).not.toContain(word)
    expect(new Set(keys.slots.map(({ sealed }) => sealed)).size).toBe(2)
    expect(new Set(keys.slots.map(({ salt }) => salt)).size).toBe(2)
  })

  test('the cost stands with the slot', async () => {
    const keys = await withSlots(emptyKeyFile(), [{ owner: console_, secret: 'console-1' }], dataKey, strongCost)
    expect(keys.slots.map(({ cost }) => cost)).toEqual([strongCost])
  })

  test('an unknown owner takes a derivation of the same cost as a known one', async () => {
    const cost = { N: 2 ** 14, r: 8, p: 1 }
    const keys = await withSlots(emptyKeyFile(), [{ owner: account('王芳'), secret: 'account-1' }], dataKey, cost)
    const known = await cheapest(() => openSlot(keys, account('王芳'), 'wrong-secret-1'))
    const unknown = await cheapest(() => openSlot(keys, account('没有此人'), 'wrong-secret-1'))
    // Control: without a derivation the answer costs less than a third.
    const cheaper = await cheapest(async () => openSlot(await keysFor([console_, 'console-1']), account('没有此人'), 'wrong-secret-1'))
    expect(unknown).toBeGreaterThan(known / 3)
    expect(known).toBeGreaterThan(unknown / 3)
    expect(cheaper).toBeLessThan(known / 3)
  })
})

/** Microseconds of processor time, of all threads of this process, in the cheapest of some runs: other processes do not count. */
async function cheapest(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const began = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(began)
    times.push(user + system)
  }
  return Math.min(...times)
}

describe('keys.json', () => {
  test('is read back as written; a missing one and one that is none are refused', async () => {
    const file = path.join(temporaryFolder(), 'keys.json')
    expect(thrownCode(() => readKeyFile(file))).toBe('keys_missing')
    const keys = await keysFor([console_, 'console-1'])
    writeKeyFile(file, keys)
    expect(readKeyFile(file)).toEqual(keys)
    const whole = readFileSync(file, 'utf8')
    const edits = [/"N": \d+/, /"tag": "[^"]{4}/, /"nonce": "[^"]{4}/].map((pattern) => whole.replace(pattern, (found) => (found.startsWith('"N"') ? '"N": 15' : found.slice(0, -4))))
    for (const broken of [...edits, whole.replace(/"N": \d+/, '"N": 1073741824'), '', '{}', whole.slice(0, -20), whole.replace('township-keys/1', 'township-keys/9'), whole.replace(/"N": \d+/, '"N": 0')]) {
      writeFileSync(file, broken)
      expect(thrownCode(() => readKeyFile(file))).toBe('damaged')
    }
  })
})
