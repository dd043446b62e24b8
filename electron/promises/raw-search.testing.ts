import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Text that must not lie anywhere, made ready to be looked for in raw bytes. */
export interface Needles {
  readonly count: number
  /** Which of the texts stand in these bytes. */
  readonly foundIn: (bytes: Buffer) => ReadonlySet<string>
}

/**
 * In UTF-8 every text of 2 characters or more is looked for: a Chinese name of two is 6 bytes, which random bytes hit
 * once in 2^48 places. In UTF-16LE a name of two is only 4 bytes, which 20 MB of ciphertext hit by chance
 * once in 200 names; there a text must be 6 bytes long or more.
 */
export function needlesOf(texts: readonly string[]): Needles {
  const wanted = [...new Set(texts)].filter((text) => text.length >= 2)
  const starts = new Uint8Array(65_536)
  const byStart = new Map<number, { readonly text: string; readonly bytes: Buffer }[]>()
  for (const text of wanted) {
    for (const bytes of [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')].filter(({ length }) => length >= 6)) {
      starts[bytes.readUInt16BE(0)] = 1
      const key = bytes.readUInt32BE(0)
      byStart.set(key, [...(byStart.get(key) ?? []), { text, bytes }])
    }
  }
  return {
    count: wanted.length,
    foundIn(bytes) {
      const found = new Set<string>()
      for (let at = 0; at + 6 <= bytes.length; at += 1) {
        if (starts[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue
        for (const needle of byStart.get(bytes.readUInt32BE(at)) ?? []) {
          if (bytes.compare(needle.bytes, 0, needle.bytes.length, at, at + needle.bytes.length) === 0) found.add(needle.text)
        }
      }
      return found
    },
  }
}

/** Every plain file below the folders; sockets hold no bytes. */
export function filesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false),
  )
}

/** How many of the texts stand in any of the files, and how much was looked through. */
export function searchFiles(needles: Needles, files: readonly string[]): { readonly hits: readonly string[]; readonly bytes: number } {
  let bytes = 0
  const hits = files.flatMap((file) => {
    const content = readFileSync(file)
    bytes += content.length
    return [...needles.foundIn(content)].map((text) => `${path.basename(file)}: ${text}`)
  })
  return { hits, bytes }
}
