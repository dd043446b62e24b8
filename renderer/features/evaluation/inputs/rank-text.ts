import { halfWidth } from '../../../../shared/domain/cells/clean-text.ts'
import { rankWords } from './vocabulary.ts'

/** What stands for “takes no part in the ranking”. */
const unrankedForms: readonly string[] = [rankWords.unranked, '-', '—', '无', '不参加']

export type RankReading = { readonly kind: 'rank'; readonly rank: number | null } | { readonly kind: 'none' } | { readonly kind: 'refused'; readonly sentence: string }

/** A place (`3`, `第3名`), or 不排名; an empty cell is one where nothing is entered. */
export function readRank(typed: string): RankReading {
  const text = halfWidth(typed).trim()
  if (text === '') return { kind: 'none' }
  if (unrankedForms.includes(text)) return { kind: 'rank', rank: null }
  const [, digits] = /^第?0*([1-9]\d{0,3})名?$/.exec(text) ?? []
  return digits === undefined ? { kind: 'refused', sentence: rankWords.bad(typed) } : { kind: 'rank', rank: Number(digits) }
}

export function rankText({ isRecorded, rank }: { readonly isRecorded: boolean; readonly rank: number | null }): string {
  return rank !== null ? String(rank) : isRecorded ? rankWords.unranked : ''
}
