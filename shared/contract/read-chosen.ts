import { largestFile, mostFiles, type ChosenFile } from './desktop.ts'

/** A file that was chosen: its size is looked at first, and nothing read of one that is too large. */
export interface Choosable {
  readonly name: string
  readonly size: () => Promise<number>
  readonly bytes: () => Promise<Uint8Array>
}

/** Why a file is not read, in one sentence each. */
export interface ReadingWords {
  readonly tooLarge: (name: string, megabytes: number) => string
  /** Small enough itself, but not with those that were chosen before it. */
  readonly tooMuch: (name: string, megabytes: number) => string
  readonly tooMany: (name: string, most: number) => string
  readonly unreadable: (name: string) => string
}

const megabytes = largestFile / 1024 / 1024

/** Reads files that were chosen together, in their order: each is there, or says why not. */
export async function readChosen(files: readonly Choosable[], words: ReadingWords): Promise<readonly ChosenFile[]> {
  const read: ChosenFile[] = []
  let left = largestFile
  for (const [place, file] of files.entries()) {
    const chosen: ChosenFile = place < mostFiles ? await readOne(file, left, words) : { kind: 'unread', name: file.name, reason: words.tooMany(file.name, mostFiles) }
    if (chosen.kind === 'read') left -= chosen.bytes.byteLength
    read.push(chosen)
  }
  return read
}

/** `left`: what may still be read of all that were chosen. */
async function readOne({ name, size, bytes }: Choosable, left: number, { tooLarge, tooMuch, unreadable }: ReadingWords): Promise<ChosenFile> {
  try {
    const wanted = await size()
    if (wanted > largestFile) return { kind: 'unread', name, reason: tooLarge(name, megabytes) }
    return wanted > left ? { kind: 'unread', name, reason: tooMuch(name, megabytes) } : { kind: 'read', name, bytes: await bytes() }
  } catch {
    return { kind: 'unread', name, reason: unreadable(name) }
  }
}
