import { maskIdNumber } from '../../people/id-number.ts'
import { compact } from '../../cells/clean-text.ts'
import type { BodyRow } from './body-rows.ts'
import type { KindSpec } from './columns.ts'
import { isBlankMark } from '../../cells/read-date.ts'

const longestCell = 40
const longestText = 200
const shortestNumber = 15
const numberInText = /(?<!\d)\d{14}(?:\d{3})?[\dX](?!\d)/giu

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** What was read of a row, as the file has it: `所在模块 大党建，岗位 综合文字岗`. The name it is shown by is left out, ID numbers are masked. `understood` says of a column what it was taken for instead. */
export function readTextOf<Key extends string>({ columns, anchor }: KindSpec<Key>, { cells }: BodyRow<Key>, understood: ReadonlyMap<Key, string> = new Map()): string {
  const parts = columns.flatMap(({ key, label }) => {
    const text = understood.get(key) ?? cells.get(key)?.text ?? ''
    if (key === anchor || key === 'seq' || text === '' || isBlankMark(text)) return []
    const shown = key === 'idNo' ? maskIdNumber(compact(text)) : text.length < shortestNumber ? text : text.replace(numberInText, maskIdNumber)
    return [`${label} ${cut(shown.replace(/\s+/gu, ' '), longestCell)}`]
  })
  return cut(parts.join('，'), longestText)
}
