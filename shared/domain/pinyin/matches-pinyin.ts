import { halfWidth } from '../cells/clean-text.ts'

/** What was typed, as the letters and digits a key is made of: `Ouyang F` → `ouyangf`, `xi'an` → `xian`. Null when it holds anything else, as Chinese does. */
export function pinyinQuery(typed: string): string | null {
  const letters = halfWidth(typed).toLowerCase().replaceAll('ü', 'v').replace(/[\s'’·.-]/gu, '')
  return /^[a-z0-9]{1,50}$/.test(letters) ? letters : null
}

/**
 * Whether the letters spell part of the text of a key: of consecutive syllables, each a beginning or the whole, starting with
 * any syllable. `ouyf`, `oyf`, `ouyangfeng` and `yangfeng` all find ` ou yang feng`. `lu` also finds ü (` lv`).
 */
export function matchesPinyin(key: string, query: string): boolean {
  let reached = startsOf(key, query.charAt(0))
  for (let next = 1; next < query.length && reached.length > 0; next += 1) reached = further(key, reached, query.charAt(next))
  return reached.length > 0
}

/** Places behind a first letter that begins a syllable. */
function startsOf(key: string, letter: string): readonly number[] {
  const places: number[] = []
  for (let blank = key.indexOf(' '); blank !== -1; blank = key.indexOf(' ', blank + 1)) if (isLetter(key, blank + 1, letter)) places.push(blank + 2)
  return places
}

/** Places behind the next letter: further in the same syllable, or at the head of the next one of the same spelling. Each once, so that no text takes long. */
function further(key: string, reached: readonly number[], letter: string): readonly number[] {
  const places: number[] = []
  for (const place of reached) {
    if (isLetter(key, place, letter)) places.push(place + 1)
    const blank = key.indexOf(' ', place)
    if (blank !== -1 && key[blank - 1] !== ',' && isLetter(key, blank + 1, letter) && !places.includes(blank + 2)) places.push(blank + 2)
  }
  return places
}

function isLetter(key: string, place: number, letter: string): boolean {
  return key[place] === letter || (letter === 'u' && key[place] === 'v')
}

/** A LIKE pattern for SQL that every matching key fits; few others do. */
export function pinyinPrefilter(query: string): string {
  return `% ${[...query].map((letter) => (letter === 'u' ? '_' : letter)).join('%')}%`
}
