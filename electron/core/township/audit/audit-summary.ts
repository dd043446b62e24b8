import type { AuditFact } from '../../../../shared/contract/township/system.ts'

/** What a list tells of a detail is bounded, however much it holds. */
const mostFacts = 12
const mostWords = 20
const mostCharacters = 80

/** So much of one text is shown of an opened entry: more than any field takes. */
export const longestText = 5_000

type Word = Extract<AuditFact, { kind: 'word' }>['word']

/** The first level of a detail: words as they stand, and of everything else how much it is. */
export function auditSummary(detail: unknown): AuditFact[] {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return []
  return Object.entries(detail).slice(0, mostFacts).map(([key, value]) => factOf(key, value))
}

function factOf(key: string, value: unknown): AuditFact {
  if (isWord(value)) return { kind: 'word', key, word: shortened(value) }
  if (!Array.isArray(value)) return { kind: 'more', key }
  const items: readonly unknown[] = value
  return items.length <= mostWords && items.every(isWord) ? { kind: 'words', key, words: items.map(shortened) } : { kind: 'items', key, count: items.length }
}

function isWord(value: unknown): value is Word {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function shortened(word: Word): Word {
  return typeof word === 'string' && word.length > mostCharacters ? `${word.slice(0, mostCharacters)}…` : word
}

/** A detail as it is opened: whole, but for texts that nobody could read. */
export function readableDetail(detail: unknown): unknown {
  if (typeof detail === 'string') return detail.length > longestText ? `${detail.slice(0, longestText)}…` : detail
  if (Array.isArray(detail)) return detail.map(readableDetail)
  if (typeof detail !== 'object' || detail === null) return detail
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, readableDetail(value)]))
}
