import { isDecimal } from '../../../lib/decimal.ts'
import { halfWidth } from '../../cells/clean-text.ts'
import type { ScoreScale } from '../../plans/scorer-rules.ts'

/** What somebody wrote as a score, in its usual form: `８。５` → `8.5`. */
export function plainGiven(text: string): string {
  return halfWidth(text).trim().replace('。', '.')
}

/** The band that is written, whatever its case or width (`a`, `Ａ`); null for what is none. */
export function bandNamed(text: string, { bands }: Pick<ScoreScale, 'bands'>): string | null {
  const plain = plainGiven(text).toLowerCase()
  return bands.find(({ band }) => halfWidth(band).toLowerCase() === plain)?.band ?? null
}

/** `08.50` → `8.50`, `8.` → `8`, `.5` → `0.5`; null for what is no score of at most two decimals. */
export function scoreNamed(text: string): string | null {
  const score = plainGiven(text).replace(/\.$/, '').replace(/^\./, '0.').replace(/^0+(?=\d)/, '')
  return isDecimal(score) && /^\d+(\.\d{1,2})?$/.test(score) ? score : null
}
