import { compact } from '../cells/clean-text.ts'
import { identities, type Identity, type Sex } from './codes.ts'
import { identityEndings, identityWords, politicalWords, sexWords } from './vocabulary.ts'

function key(text: string): string {
  return compact(text).replace(/[\p{P}\p{S}]/gu, '')
}

function identityNamed(word: string): Identity | null {
  return identities.find((identity) => identityWords[identity].some((known) => known === word)) ?? null
}

/** 人员身份 from its word (派驻干部, 事业编制, 编外（聘用）); null for a word not in the vocabulary. Never guesses by parts of a word. */
export function readIdentity(text: string): Identity | null {
  const withoutNote = key(compact(text).replace(/\(.*?\)/gu, ''))
  for (const word of [key(text), withoutNote]) {
    const found = identityNamed(word) ?? identityEndings.filter((ending) => word.endsWith(ending)).map((ending) => identityNamed(word.slice(0, -ending.length))).find((identity) => identity !== null)
    if (found) return found
  }
  return null
}

/** 政治面貌 by its usual name: 党员 → 中共党员; other words as written. */
export function readPolitical(text: string): string {
  const plain = compact(text)
  return politicalWords[key(text)] ?? plain
}

/** null when the text says neither. */
export function readSex(text: string): Sex | null {
  return sexWords[compact(text).toUpperCase()] ?? null
}
