import { nameKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { matchesPinyin, pinyinQuery } from '../../../shared/domain/pinyin/matches-pinyin.ts'

/** A person as pickers and columns offer him. */
export interface PersonOption {
  readonly id: string
  readonly code: string
  readonly name: string
  /** What tells him from a namesake: module and post. */
  readonly note: string
  /** The spellings of the name, for search by pinyin. */
  readonly key: string
}

/** Adds the spellings of the name. */
export function personOption(person: Omit<PersonOption, 'key'>): PersonOption {
  return { ...person, key: nameKeyOf(person.name) }
}

/** Whether what was typed finds a person: part of the name or the code, pinyin or initials. */
export function findsPerson({ name, code, key }: Pick<PersonOption, 'name' | 'code' | 'key'>, typed: string): boolean {
  const text = typed.trim()
  if (text === '') return true
  const pinyin = pinyinQuery(text)
  return name.includes(text) || code.toLowerCase().startsWith(text.toLowerCase()) || (pinyin !== null && matchesPinyin(key, pinyin))
}

/** The whole pinyin and the initials of a name, in each of its spellings: what a cell that takes one of a list is found by. */
export function pinyinKeys(key: string): readonly string[] {
  return key.split(',').flatMap((spelling) => {
    const syllables = spelling.trim().split(' ')
    return [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')]
  })
}

/** Each person once, where he stands first. */
export function mergePeople(...lists: readonly (readonly PersonOption[])[]): readonly PersonOption[] {
  const met = new Set<string>()
  return lists.flat().filter(({ id }) => {
    const isNew = !met.has(id)
    met.add(id)
    return isNew
  })
}
