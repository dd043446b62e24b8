import { pinyin } from 'pinyin-pro'
import { halfWidth } from '../cells/clean-text.ts'
import { givenReadings, surnameReadings } from './readings.ts'

/** No name has more than this many spellings in its key. */
const mostSpellings = 8

const runs = /\p{Script=Han}+|[a-z0-9]+/gu
const han = /^\p{Script=Han}/u
const plainSyllable = /^[a-z]+$/

/**
 * The syllables of a text for search, each behind a blank: 重点工作 → ` zhong dian gong zuo`. Words decide between readings;
 * ü is v, as it is typed. Latin letters and digits stay whole and small: `12345热线` → ` 12345 re xian`. Signs are dropped.
 */
export function searchKeyOf(text: string): string {
  return spell(tokensOf(text))
}

/**
 * The spellings of a person's name, a comma between them: 单国强 → ` shan guo qiang, dan guo qiang`. The surname's own reading
 * comes first, so that keys order people as a register does; 欧阳 and its like are read as one surname.
 */
export function nameKeyOf(name: string): string {
  const asName = tokensOf(name, 'surname')
  const asWords = tokensOf(name)
  const characters = [...name.matchAll(/\p{Script=Han}|[a-z0-9]+/giu)].map(([found]) => found)
  const choices = asName.map((token, index): readonly string[] => {
    const known = (index === 0 ? surnameReadings : givenReadings)[characters[index] ?? ''] ?? []
    return [...new Set(index === 0 && known.length > 0 ? known : [token, asWords[index] ?? token, ...known])]
  })
  return combine(characters.length === asName.length ? choices : asName.map((token) => [token])).map(spell).join(',')
}

function spell(tokens: readonly string[]): string {
  return tokens.map((token) => ` ${token}`).join('')
}

function tokensOf(text: string, mode: 'normal' | 'surname' = 'normal'): readonly string[] {
  return [...halfWidth(text).toLowerCase().matchAll(runs)].flatMap(([run], index) => (han.test(run) ? syllablesOf(run, index === 0 ? mode : 'normal') : [run]))
}

/** A character without a known reading has no syllable. */
function syllablesOf(run: string, mode: 'normal' | 'surname'): readonly string[] {
  const surname = mode === 'surname' ? { mode: 'surname', surname: 'head' } as const : {}
  return pinyin(run, { ...surname, toneType: 'none', v: true, type: 'array' }).filter((syllable) => plainSyllable.test(syllable))
}

/** Every way of taking one of each, the first of each in front; no more than `mostSpellings`. */
function combine(choices: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return choices.reduce<readonly (readonly string[])[]>((spellings, options) => options.flatMap((option) => spellings.map((spelling) => [...spelling, option])).slice(0, mostSpellings), [[]])
}
