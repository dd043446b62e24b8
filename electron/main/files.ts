import { app, dialog, type BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import { open, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileChoice, FileToSave, OpenedFile, OpenedFiles, SavedFile } from '../../shared/contract/desktop.ts'
import { readChosen, type Choosable } from '../../shared/contract/read-chosen.ts'
import { OpenElsewhere, putInPlace } from './put-in-place.ts'
import { fileWords } from './vocabulary.ts'

/** Lets the user choose a file, and reads that one alone. */
export async function openFile(window: BrowserWindow, choice: FileChoice): Promise<OpenedFile> {
  const paths = await askWhich(window, choice, ['openFile'])
  const [chosen] = await readChosen(paths.map(atPath), fileWords)
  if (chosen === undefined) return { kind: 'cancelled' }
  return chosen.kind === 'read' ? { kind: 'opened', name: chosen.name, bytes: chosen.bytes } : { kind: 'failed', reason: chosen.reason }
}

/** Lets the user choose files, and reads those alone; together they are no more than one may be. */
export async function openFiles(window: BrowserWindow, choice: FileChoice): Promise<OpenedFiles> {
  const paths = await askWhich(window, choice, ['openFile', 'multiSelections'])
  return paths.length === 0 ? { kind: 'cancelled' } : { kind: 'opened', files: await readChosen(paths.map(atPath), fileWords) }
}

async function askWhich(window: BrowserWindow, choice: FileChoice, properties: ('openFile' | 'multiSelections')[]): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: choice.title,
    buttonLabel: fileWords.open,
    properties,
    filters: choice.accept.map(({ label, extensions }) => ({ name: label, extensions: [...extensions] })),
  })
  return canceled ? [] : filePaths
}

function atPath(file: string): Choosable {
  return { name: path.basename(file), size: async () => (await stat(file)).size, bytes: () => readWhole(file) }
}

/** Writes where the user says: beside the place first, then at a stroke, so that nobody finds half a file. */
export async function saveFile(window: BrowserWindow, { suggestedName, bytes }: FileToSave): Promise<SavedFile> {
  const filePath = await askWhere(window, suggestedName)
  return filePath === null ? { kind: 'cancelled' } : writeBeside(filePath, bytes)
}

/** Puts a file in its place when it is whole. */
export async function writeBeside(filePath: string, bytes: Uint8Array): Promise<SavedFile> {
  const name = path.basename(filePath)
  const part = `${filePath}.${randomUUID()}.part`
  try {
    await writeFile(part, bytes, { flag: 'wx', flush: true })
    await putInPlace(part, filePath)
    return { kind: 'saved', name }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    return failureOf(name, error)
  }
}

/** Where the user wants a file; null when he does not. */
export async function askWhere(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const suggested = safeFileName(suggestedName)
  const extension = path.extname(suggested).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    buttonLabel: fileWords.save,
    defaultPath: path.join(app.getPath('documents'), suggested),
    filters: extension === '' ? [] : [{ name: extension, extensions: [extension] }],
  })
  return canceled || filePath === '' ? null : filePath
}

/** What a failed write means to the user. */
export function failureOf(name: string, error: unknown): Extract<SavedFile, { kind: 'failed' }> {
  if (error instanceof OpenElsewhere) return { kind: 'failed', reason: fileWords.openElsewhere(name) }
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return { kind: 'failed', reason: isFull ? fileWords.diskFull(name) : fileWords.notWritable(name) }
}

/** A copy of its own memory: the page gets the bytes of the file and none beside them. */
async function readWhole(file: string): Promise<Uint8Array> {
  await using handle = await open(file)
  return new Uint8Array(await handle.readFile())
}

/** A name that every file system takes: no folder, no control or reserved character, no dot at either end. */
export function safeFileName(wanted: string): string {
  const plain = wanted
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 200)
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain
}
