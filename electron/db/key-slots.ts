import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scrypt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeDurably } from './durable-file.ts'
import { StorageRefusal } from './refusal.ts'

/** Cost of turning a password into a key. The product always uses `strongCost`; it is stored with each slot. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

export const strongCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** Whose secret opens a slot. */
export type SlotOwner = { readonly kind: 'console' } | { readonly kind: 'recovery' } | { readonly kind: 'account'; readonly name: string }

const bytesOf = (length: number) => z.string().refine((text) => Buffer.from(text, 'base64').length === length)

/** A changed file must not make the program take all memory: no more than eight times what the product asks for. */
const costSchema = z.object({ N: z.int().min(2).max(2 ** 20), r: z.int().min(1).max(8), p: z.int().min(1).max(4) }).refine(({ N }) => Number.isInteger(Math.log2(N)))

const slotSchema = z.object({ label: z.string(), salt: bytesOf(16), cost: costSchema, nonce: bytesOf(12), sealed: bytesOf(32), tag: bytesOf(16) })

export const keyFileSchema = z.object({
  format: z.literal('township-keys/1'),
  labelSalt: z.string(),
  slots: z.array(slotSchema),
})

export type Slot = Readonly<z.infer<typeof slotSchema>>
export type KeyFile = Readonly<z.infer<typeof keyFileSchema>>

/** A new data key: 32 random bytes that encrypt the database and derive every other key. */
export function newDataKey(): Buffer {
  return randomBytes(32)
}

export function emptyKeyFile(): KeyFile {
  return { format: 'township-keys/1', labelSalt: randomBytes(16).toString('base64'), slots: [] }
}

/** Reads `keys.json`. A file that is not one is refused as damaged. */
export function readKeyFile(file: string): KeyFile {
  if (!existsSync(file)) throw new StorageRefusal('keys_missing')
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new StorageRefusal('damaged', { cause })
  }
}

export function writeKeyFile(file: string, keys: KeyFile): void {
  writeDurably(file, `${JSON.stringify(keys, null, 1)}\n`)
}

/** An owner and the secret that is to open the slot. */
export interface SlotSecret {
  readonly owner: SlotOwner
  readonly secret: string
}

/** Adds or replaces slots, each wrapping the data key with its secret; the derivations run side by side. */
export async function withSlots(keys: KeyFile, secrets: readonly SlotSecret[], dataKey: Buffer, cost: ScryptCost): Promise<KeyFile> {
  return putSlots(keys, await newSlots(keys, secrets, dataKey, cost))
}

/** Slots for a key file as it is now or will be later; deriving takes time in which the file may change. */
export function newSlots(keys: KeyFile, secrets: readonly SlotSecret[], dataKey: Buffer, cost: ScryptCost): Promise<readonly Slot[]> {
  return Promise.all(secrets.map(({ owner, secret }) => newSlot(labelOf(keys, owner), secret, dataKey, cost)))
}

export function putSlots(keys: KeyFile, slots: readonly Slot[]): KeyFile {
  const replaced = new Set(slots.map(({ label }) => label))
  return { ...keys, slots: [...keys.slots.filter(({ label }) => !replaced.has(label)), ...slots] }
}

async function newSlot(label: string, secret: string, dataKey: Buffer, cost: ScryptCost): Promise<Slot> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, cost), nonce, { authTagLength: 16 })
  cipher.setAAD(Buffer.from(label))
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()])
  return { label, salt: salt.toString('base64'), cost, nonce: nonce.toString('base64'), sealed: sealed.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
}

export function withoutSlot(keys: KeyFile, owner: SlotOwner): KeyFile {
  const label = labelOf(keys, owner)
  return { ...keys, slots: keys.slots.filter((slot) => slot.label !== label) }
}

/**
 * The data key, or null when owner or secret is wrong.
 * An unknown owner costs the same derivation as a known one, against a slot that opens for nobody.
 */
export async function openSlot(keys: KeyFile, owner: SlotOwner, secret: string): Promise<Buffer | null> {
  const label = labelOf(keys, owner)
  const slot = keys.slots.find((candidate) => candidate.label === label) ?? dummySlot(keys, label)
  const key = await derive(secret, Buffer.from(slot.salt, 'base64'), slot.cost)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(label))
  decipher.setAuthTag(Buffer.from(slot.tag, 'base64'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.sealed, 'base64')), decipher.final()])
  } catch {
    // A failed tag is how GCM says "wrong password": the answer, not an error.
    return null
  }
}

/** Names of people stand in no file in the clear: a slot is found by a keyed digest of its owner. */
function labelOf(keys: KeyFile, owner: SlotOwner): string {
  const name = owner.kind === 'account' ? `account:${owner.name}` : owner.kind
  return createHmac('sha256', Buffer.from(keys.labelSalt, 'base64')).update(name).digest('base64')
}

function dummySlot(keys: KeyFile, label: string): Slot {
  const filler = (bytes: number) => createHash('sha512').update(label).digest().subarray(0, bytes).toString('base64')
  return { label, salt: filler(16), cost: keys.slots[0]?.cost ?? strongCost, nonce: filler(12), sealed: filler(32), tag: filler(16) }
}

function derive(secret: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { ...cost, maxmem }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
