import { tidyText } from '../cells/clean-text.ts'

/** Dots between the parts of a name: `买买提•艾力` and `买买提.艾力` are `买买提·艾力`. */
const nameDot = /\s*[·•‧・･∙⋅．.。●]\s*/gu
/** What is written behind a name and is no part of it: a sex, how somebody serves, his part in a matter. */
const note = /\s*[(（【[〔]\s*(?:[男女]|(?:挂职|借调|抽调|派驻|兼职?|兼任|试用期?|退休|退二线|主持工作|牵头|主办|协办|负责人?|副?组长)[^)）\]】〕]{0,12})\s*[)）\]】〕]$/u
/** Marks that point to a footnote. */
const footnote = /^[*＊※△▲☆★#^†‡]+|[*＊※△▲☆★#^†‡①-⑳⑴-⒇]+$/gu

/** `张  三` → `张三`, `王芳（女）` → `王芳`, `李四*` → `李四`; spaces between Latin words stay. Empty when nothing is left. */
export function normalizeName(text: string): string {
  return tidyText(text.normalize('NFC'))
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff08\uff09]/gu, (wide) => wide.normalize('NFKC'))
    .replace(footnote, '')
    .trim()
    .replace(note, '')
    .replace(footnote, '')
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
