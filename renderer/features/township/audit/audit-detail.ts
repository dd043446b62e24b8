import type { AuditFact } from '../../../../shared/contract/township/system.ts'
import { roles as everyRole } from '../../../../shared/domain/township/access/roles.ts'
import { roleLabels } from '../../../../shared/domain/township/access/vocabulary.ts'
import { auditWords, detailLabels, valueLabels } from './vocabulary.ts'

/** One line of a detail: how deep it stands, what it is called, what it says; null for a heading of what follows. */
export interface DetailLine {
  readonly depth: number
  readonly label: string
  readonly text: string | null
}

const mostItems = 200
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The detail of an audit entry as lines to be read; the field's words for what is known, the rest as it stands. */
export function detailLines(detail: unknown, depth = 0): readonly DetailLine[] {
  if (Array.isArray(detail)) {
    const items: readonly unknown[] = detail
    const lines = items.slice(0, mostItems).flatMap((item, place) => entryLines('', String(place + 1), item, depth))
    return items.length > mostItems ? [...lines, { depth, label: '', text: auditWords.more(items.length) }] : lines
  }
  if (typeof detail !== 'object' || detail === null) return detail === null || detail === undefined ? [] : [{ depth, label: detailLabels['detail'] ?? '', text: plainText('', detail) }]
  return Object.entries(detail).flatMap(([key, value]) => entryLines(key, detailLabels[key] ?? key, value, depth))
}

function entryLines(key: string, label: string, value: unknown, depth: number): readonly DetailLine[] {
  if (isPlainList(value)) return [{ depth, label, text: value.map((item) => plainText(key, item)).join('、') }]
  if (typeof value === 'object' && value !== null) return [{ depth, label, text: null }, ...detailLines(value, depth + 1)]
  return [{ depth, label, text: plainText(key, value) }]
}

function isPlainList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)
}

function plainText(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? auditWords.yes : auditWords.no
  const text = String(value)
  const role = key === 'roles' || key === 'role' ? everyRole.find((known) => known === value) : undefined
  return role === undefined ? (valueLabels[key]?.[text] ?? text) : roleLabels[role]
}

const unspoken = new Set(['id', 'version', 'fileDigest'])

/** The summary of a detail in one line, for the list: without ids. */
export function summaryLine(summary: readonly AuditFact[]): string {
  return summary.flatMap((fact) => {
    const text = unspoken.has(fact.key) ? null : factText(fact)
    return text === null ? [] : [`${detailLabels[fact.key] ?? fact.key} ${text}`]
  }).join('；')
}

/** Null where nothing is said: what is empty, and ids. */
function factText(fact: AuditFact): string | null {
  switch (fact.kind) {
    case 'word': return fact.word === null || fact.word === '' || uuid.test(String(fact.word)) ? null : plainText(fact.key, fact.word)
    case 'words': return fact.words.some((word) => uuid.test(String(word))) ? auditWords.items(fact.words.length) : fact.words.map((word) => plainText(fact.key, word)).join('、')
    case 'items': return auditWords.items(fact.count)
    case 'more': return '…'
  }
}

/** Who acted: the name of an account, or the console. */
export function actorText(actor: string): string {
  // A refused login has nobody yet who could have done it.
  return actor === 'login' ? auditWords.nobody : actor === 'console' ? auditWords.console : actor
}
