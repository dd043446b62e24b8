import { cleanName } from './clean-name.ts'
import { endingOf, kindFacts, kindOfName, type AttachmentKind } from './kinds.ts'
import { largestAttachment } from './limits.ts'
import { recognise } from './recognise.ts'

/** Why a file is not taken. `ending` is what its name ends in, without the dot. */
export type AttachmentFault =
  | { readonly kind: 'noName' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'archive'; readonly ending: string }
  | { readonly kind: 'oldFormat'; readonly ending: string }
  | { readonly kind: 'notAllowed'; readonly ending: string }
  | { readonly kind: 'otherContent'; readonly ending: string }
  | { readonly kind: 'macro' }
  | { readonly kind: 'damaged' }

export type CheckedFile = { readonly kind: 'good'; readonly name: string; readonly type: AttachmentKind; readonly mime: string } | { readonly kind: 'refused'; readonly fault: AttachmentFault }

const archives: readonly string[] = ['zip', 'rar', '7z', 'tar', 'gz']
/** What the same program saves in a format that is taken. */
const oldFormats: readonly string[] = ['doc', 'wps', 'xls', 'et', 'docm', 'xlsm', 'bmp', 'gif', 'heic', 'tif', 'tiff']

/** What name and size alone say, before a byte is read; null when nothing speaks against it. `largest` is more for what is still to be shrunk. */
export function faultBeforeReading(name: string, size: number, largest: number = largestAttachment): AttachmentFault | null {
  const kept = cleanName(name)
  if (kept === '') return { kind: 'noName' }
  const ending = endingOf(kept)
  if (archives.includes(ending)) return { kind: 'archive', ending }
  if (oldFormats.includes(ending)) return { kind: 'oldFormat', ending }
  if (kindOfName(kept) === null) return { kind: 'notAllowed', ending }
  if (size === 0) return { kind: 'empty' }
  return size > largest ? { kind: 'tooLarge', bytes: size } : null
}

/** Checks a whole file: the name, the size, and that the content is what the name says. */
export function checkFile(name: string, bytes: Uint8Array): CheckedFile {
  const fault = faultBeforeReading(name, bytes.length)
  if (fault !== null) return { kind: 'refused', fault }
  const kept = cleanName(name)
  const type = kindOfName(kept)
  const found = recognise(bytes)
  if (found.kind === 'macro') return { kind: 'refused', fault: { kind: 'macro' } }
  if (found.kind === 'damaged') return { kind: 'refused', fault: { kind: 'damaged' } }
  const isText = type === 'txt' || type === 'csv'
  const isSame = found.kind === 'known' && (isText ? found.content === 'text' : found.content === type)
  if (type === null || !isSame) return { kind: 'refused', fault: { kind: 'otherContent', ending: endingOf(kept) } }
  return { kind: 'good', name: kept, type, mime: kindFacts[type].mime }
}
