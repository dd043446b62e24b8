import { longestName } from './limits.ts'

/** Signs that turn the direction of a text around or take no room: `照片<RLO>gpj.exe` would read as a picture. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * A name as it is kept: the last part of a path, without signs that no file system takes or nobody sees, no dot or blank at
 * either end, at most 120 letters with the ending kept. Empty when nothing is left.
 */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(unseen, '').replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const [stem, ending] = dot < 0 ? [plain, ''] : [plain.slice(0, dot), plain.slice(dot)]
  const letters = [...stem]
  const room = longestName - [...ending].length
  if (room < 1) return letters.slice(0, longestName).join('')
  return letters.length <= room ? plain : `${letters.slice(0, room).join('').trimEnd()}${ending}`
}
