import type { AttachmentKind } from './kinds.ts'
import { zipNames } from './zip-names.ts'

/** What the bytes of a file are, whatever it is called. `text` may be txt or csv: only the name can tell. */
export type Recognised =
  | { readonly kind: 'known'; readonly content: Exclude<AttachmentKind, 'txt' | 'csv'> | 'text' }
  | { readonly kind: 'macro' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unknown' }

const known = (content: Extract<Recognised, { kind: 'known' }>['content']): Recognised => ({ kind: 'known', content })
const wholeIf = (isWhole: boolean, content: Extract<Recognised, { kind: 'known' }>['content']): Recognised => (isWhole ? known(content) : { kind: 'damaged' })

/** Recognises a file by its first bytes, and by its last ones whether it is whole. */
export function recognise(bytes: Uint8Array): Recognised {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return wholeIf(holds(bytes, 'IEND', tail(bytes, 64)), 'png')
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return wholeIf(holds(bytes, '\u00ff\u00d9', 3), 'jpg')
  if (holds(bytes.subarray(0, 4), 'RIFF', 0) && holds(bytes.subarray(8, 12), 'WEBP', 0)) return wholeIf(lengthOfRiff(bytes) <= bytes.length, 'webp')
  if (holds(bytes.subarray(0, 1024), '%PDF-', 0)) return wholeIf(holds(bytes, '%%EOF', tail(bytes, 4096)), 'pdf')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return recogniseZip(bytes)
  return isText(bytes) ? known('text') : { kind: 'unknown' }
}

const macroParts = /vbaProject|vbaData|macrosheets|activeX/i

function recogniseZip(bytes: Uint8Array): Recognised {
  const names = zipNames(bytes)
  if (names === null) return { kind: 'damaged' }
  if (names.some((name) => macroParts.test(name))) return { kind: 'macro' }
  if (names.includes('[Content_Types].xml')) {
    if (names.some((name) => name.startsWith('word/'))) return known('docx')
    if (names.some((name) => name.startsWith('xl/'))) return known('xlsx')
  }
  return names.includes('OFD.xml') ? known('ofd') : { kind: 'unknown' }
}

/** No byte that stands in no text: a control sign other than tab and line ends. UTF-8 and GBK both pass. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return bytes.length >= sign.length && sign.every((byte, place) => bytes[place] === byte)
}

const tail = (bytes: Uint8Array, length: number): number => Math.max(0, bytes.length - length)

/** Whether the letters, one byte each, stand anywhere from a place on. */
function holds(bytes: Uint8Array, letters: string, from: number): boolean {
  const sign = Array.from(letters, (letter) => letter.charCodeAt(0))
  const [first = 0] = sign
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sign.every((byte, place) => bytes[at + place] === byte)) return true
  }
  return false
}

function lengthOfRiff(bytes: Uint8Array): number {
  return bytes.length < 12 ? Infinity : new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8
}
