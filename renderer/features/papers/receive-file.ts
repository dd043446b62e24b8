import { receiveExport, type ExportProgress } from '../../../shared/contract/reports/receive-export.ts'
import type { ExportEvent } from '../../../shared/contract/papers/export-stream.ts'
import { sentenceOf } from '../../api/failure.ts'
import { exportWords } from './vocabulary.ts'

/** A file that is where the user wants it. */
export interface SavedFile {
  readonly id: string
  readonly name: string
}

/** What is still to be done once the file is saved, and told: there is a file by now, whatever goes wrong. */
export interface AfterSaving {
  readonly run: (saved: SavedFile) => Promise<string>
  readonly failed: (name: string) => string
}

export interface FileOnItsWay {
  /** Begins the making. */
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<ExportEvent>>
  readonly onProgress: (progress: ExportProgress) => void
  /** The name it was saved under, null where it was not. */
  readonly save: (fileName: string, bytes: Uint8Array) => Promise<string | null>
  readonly onSaved: () => void
  /** null: the file is all there is. */
  readonly after: AfterSaving | null
}

export interface Told {
  readonly tone: 'done' | 'failed'
  readonly sentence: string
}

const cancelled: Told = { tone: 'done', sentence: exportWords.cancelled }

/** Follows a file to its end and gives what is told of it. It can be given up until the user is asked where to save it. */
export async function receiveFile({ open, onProgress, save, onSaved, after }: FileOnItsWay, signal: AbortSignal): Promise<Told> {
  let saved: SavedFile
  let isAsked = false
  try {
    const { id, fileName, parts } = await receiveExport(await open(signal), onProgress)
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    if (signal.aborted) return cancelled
    isAsked = true
    const name = await save(fileName, bytes)
    if (name === null) return { tone: 'failed', sentence: exportWords.notSaved }
    saved = { id, name }
  } catch (error) {
    return signal.aborted && !isAsked ? cancelled : { tone: 'failed', sentence: sentenceOf(error) }
  }
  onSaved()
  if (after === null) return { tone: 'done', sentence: exportWords.saved(saved.name) }
  try {
    return { tone: 'done', sentence: await after.run(saved) }
  } catch {
    return { tone: 'failed', sentence: after.failed(saved.name) }
  }
}
