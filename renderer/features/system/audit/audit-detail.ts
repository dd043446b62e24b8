import { roles as everyRole } from '../../../../shared/domain/access/roles.ts'
import { roleLabels } from '../../../../shared/domain/access/vocabulary.ts'
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

/** The detail in one line, for the list: what is said at its first level, without ids. */
export function detailSummary(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return ''
  return Object.entries(detail)
    .filter(([key, value]) => !unspoken.has(key) && value !== null && value !== '' && !(typeof value === 'string' && uuid.test(value)))
    .map(([key, value]) => `${detailLabels[key] ?? key} ${shortText(key, value)}`)
    .join('；')
}

function shortText(key: string, value: unknown): string {
  if (Array.isArray(value) && (!isPlainList(value) || value.some((item) => uuid.test(String(item))))) return auditWords.items(value.length)
  if (isPlainList(value)) return value.map((item) => plainText(key, item)).join('、')
  return typeof value === 'object' ? '…' : plainText(key, value)
}

/** Who acted: the name of an account, or the console. */
export function actorText(actor: string): string {
  // A refused login has nobody yet who could have done it.
  return actor === 'login' ? auditWords.nobody : actor === 'console' ? auditWords.console : actor
}
