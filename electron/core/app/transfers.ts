import { appendFileSync, closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pieceBytes } from '../../../shared/contract/transfer-pieces.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { StorageRefusal } from '../../db/refusal.ts'
import type { Environment } from './environment.ts'
import { nouns } from './vocabulary.ts'

/** A stretch of what is handed out: a file from its beginning. */
export interface Stretch {
  readonly file: string
  readonly size: number
}

/**
 * Files too large for one message, handed over a piece at a time by whoever takes them, so that no side holds more than a piece.
 * They lie in the temporary folder, sealed as they came; who begins a fifth ends the oldest.
 */
export interface Transfers {
  /** Hands out stretches one behind the other; `own` is a temporary file among them, that goes with it. */
  readonly offer: (stretches: readonly Stretch[], own: string) => string
  /** The bytes from a place on. */
  readonly read: (id: string, at: number) => Buffer
  /** Takes a piece in behind those before; null begins. Gives the id. */
  readonly receive: (id: string | null, at: number, bytes: Uint8Array) => string
  /** Where what was received lies, until `end`. */
  readonly received: (id: string) => string
  readonly end: (id: string) => void
  readonly clear: () => void
}

const mostAtOnce = 4

export function createTransfers({ newId, temporary }: Pick<Environment, 'newId' | 'temporary'>): Transfers {
  const held = new Map<string, { readonly stretches: readonly Stretch[]; readonly own: string }>()

  function require(id: string) {
    const found = held.get(id)
    if (found === undefined) throw new Refusal('not_found', { what: nouns.transfer })
    return found
  }

  function end(id: string): void {
    const found = held.get(id)
    if (found !== undefined) rmSync(found.own, { force: true })
    held.delete(id)
  }

  function hold(stretches: readonly Stretch[], own: string): string {
    const [oldest] = held.keys()
    if (held.size >= mostAtOnce && oldest !== undefined) end(oldest)
    const id = newId()
    held.set(id, { stretches, own })
    return id
  }

  return {
    offer: hold,
    end,
    read: (id, at) => readStretches(require(id).stretches, at),
    receive(given, at, bytes) {
      const id = given ?? hold([], path.join(temporary, `incoming-${newId()}`))
      const { own } = require(id)
      if ((existsSync(own) ? statSync(own).size : 0) !== at) throw new Refusal('not_found', { what: nouns.transfer })
      appendFileSync(own, bytes, { mode: 0o600 })
      return id
    },
    received: (id) => require(id).own,
    clear: () => [...held.keys()].forEach(end),
  }
}

function readStretches(stretches: readonly Stretch[], from: number): Buffer {
  const piece = Buffer.alloc(Math.min(pieceBytes, Math.max(0, stretches.reduce((sum, { size }) => sum + size, 0) - from)))
  let filled = 0
  let start = 0
  for (const { file, size } of stretches) {
    const at = from + filled - start
    if (at >= 0 && at < size && filled < piece.length) {
      const wanted = Math.min(size - at, piece.length - filled)
      readInto(file, piece.subarray(filled, filled + wanted), at)
      filled += wanted
    }
    start += size
  }
  return piece
}

/** What is shorter than it was when it was offered has been changed on the disk. */
function readInto(file: string, into: Buffer, at: number): void {
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, into, 0, into.length, at) < into.length) throw new StorageRefusal('disk_error')
  } finally {
    closeSync(handle)
  }
}
