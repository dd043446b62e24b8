import type { BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { BegunSave, SavedFile } from '../../shared/contract/desktop.ts'
import { askWhere, failureOf } from './files.ts'
import { putInPlace } from './put-in-place.ts'

/** A file that is being written as it comes, beside its place. */
interface Saving {
  readonly target: string
  readonly part: string
  readonly handle: FileHandle
  failure: SavedFile | null
}

/** Files too large to be in memory whole. What is not finished when the window closes is taken away. */
export interface LargeSaves {
  readonly begin: (suggestedName: string) => Promise<BegunSave>
  /** False when nothing more can be written; `end` says why. */
  readonly write: (id: string, bytes: Uint8Array) => Promise<boolean>
  /** Puts the whole file in its place, or takes half of one away. */
  readonly end: (id: string, isWhole: boolean) => Promise<SavedFile>
}

export function createLargeSaves(window: BrowserWindow): LargeSaves {
  const savings = new Map<string, Saving>()

  async function end(id: string, isWhole: boolean): Promise<SavedFile> {
    const saving = savings.get(id)
    if (saving === undefined) return { kind: 'cancelled' }
    savings.delete(id)
    const { target, part, handle } = saving
    try {
      if (isWhole && saving.failure === null) await handle.sync()
      await handle.close()
      if (!isWhole || saving.failure !== null) {
        await rm(part, { force: true })
        return saving.failure ?? { kind: 'cancelled' }
      }
      await putInPlace(part, target)
      return { kind: 'saved', name: path.basename(target) }
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined)
      return failureOf(path.basename(target), error)
    }
  }

  window.on('closed', () => [...savings.keys()].forEach((id) => void end(id, false)))

  return {
    async begin(suggestedName) {
      const target = await askWhere(window, suggestedName)
      if (target === null) return { kind: 'cancelled' }
      const id = randomUUID()
      const part = `${target}.${id}.part`
      try {
        savings.set(id, { target, part, handle: await open(part, 'wx'), failure: null })
        return { kind: 'begun', id }
      } catch (error) {
        return failureOf(path.basename(target), error)
      }
    },
    async write(id, bytes) {
      const saving = savings.get(id)
      if (saving === undefined || saving.failure !== null) return false
      try {
        await saving.handle.writeFile(bytes)
        return true
      } catch (error) {
        saving.failure = failureOf(path.basename(saving.target), error)
        return false
      }
    },
    end,
  }
}
