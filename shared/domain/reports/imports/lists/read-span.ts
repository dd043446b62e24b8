import { compact, halfWidth } from '../../../cells/clean-text.ts'
import { readDate } from '../../../cells/read-date.ts'

const separator = /至|到|[—–~～-]+/gu

/** `6月1日` with the year it stands in. */
export function withYear(text: string, year: string): string {
  const plain = compact(halfWidth(text))
  return /^[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]?(?:$|[上下中]午|起)/u.test(plain) ? `${year}年${plain}` : text
}

function dayOf(text: string, year: string): string | null {
  const reading = readDate({ kind: 'text', text: withYear(text, year) })
  return reading.kind === 'date' ? reading.day : null
}

/** `2026.6.1-2026.6.5`, `6月3日至10日` → both days; null where the text is no span. */
export function readSpan(text: string, year: string): readonly [from: string, to: string] | null {
  const plain = compact(halfWidth(text))
  for (const match of plain.matchAll(separator)) {
    const from = dayOf(plain.slice(0, match.index), year)
    if (from === null) continue
    const rest = plain.slice(match.index + match[0].length)
    const to = dayOf(/^\d{1,2}[日号]$/u.test(rest) ? `${from.slice(0, 8)}${rest.slice(0, -1)}` : rest, from.slice(0, 4))
    if (to !== null) return [from, to]
  }
  return null
}
