import { normalizeName } from '../../people/person-name.ts'
import { isBlankMark } from '../../cells/read-date.ts'

/** A name in Chinese characters, perhaps with a note behind it: what spaces separate. */
const wholeName = /^\p{Script=Han}[\p{Script=Han}·•‧・．.]+(?:[(（].*[)）])?$/u

/** Names separated by 、, commas, slashes or line breaks; a space separates whole names (`张三 李四`) but pads a short one (`张 三`). Each once. */
export function splitNames(text: string): readonly string[] {
  const names = text.split(/[、,，;；/／|\n\r]+/u).flatMap((part) => {
    const words = part.split(/\s+/u).filter((word) => word !== '')
    return words.every((word) => wholeName.test(word)) ? words : [part]
  })
  return [...new Set(names.map(normalizeName).filter((name) => name !== '' && !isBlankMark(name)))]
}
