import { tidyText } from './clean-text.ts'

/** Dots between the parts of a name: `买买提•艾力` and `买买提.艾力` are `买买提·艾力`. */
const nameDot = /\s*[·•‧・･∙⋅．.。●]\s*/gu
const sexNote = /[(（]\s*[男女]\s*[)）]$/u

/** `张  三` → `张三`, `王芳（女）` → `王芳`; spaces between Latin words stay. Empty when nothing is left. */
export function normalizeName(text: string): string {
  return tidyText(text.normalize('NFC'))
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff08\uff09]/gu, (wide) => wide.normalize('NFKC'))
    .replace(sexNote, '')
    .replace(/(?<=[^\u0000-\u024f])\s+|\s+(?=[^\u0000-\u024f])/gu, '')
    .replace(nameDot, '·')
    .replace(/^·+|·+$/gu, '')
    .trim()
}

/** Whether two names under one ID number may be the same person written with one character wrong (张纬 → 张伟). */
export function isNameCorrection(before: string, after: string): boolean {
  const [a, b] = [[...before], [...after]]
  if (Math.abs(a.length - b.length) > 1) return false
  if (a.length === b.length) return a.filter((character, index) => character !== b[index]).length <= 1
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  const split = longer.findIndex((character, index) => character !== shorter[index])
  return longer.slice(split + 1).join('') === shorter.slice(split).join('')
}
