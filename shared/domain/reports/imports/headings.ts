import { compact } from '../../cells/clean-text.ts'
import type { ColumnSpec, KindSpec } from './columns.ts'

const instructions = /必填|选填|可不填|下拉选择|请选择|文本格式/gu

function bare(text: string): string {
  return text.replace(/[\p{P}\p{S}]/gu, '').replace(instructions, '').toUpperCase()
}

/** A heading in the forms it is compared by: as it is, and without what stands in brackets. `联系\n电话（手机）` → `联系电话手机`, `联系电话`. A filled-in line (`填报单位：清溪镇`) is no heading. */
export function headingForms(text: string): readonly string[] {
  if (text.length > longestHeading) return []
  const plain = compact(text)
  if (/:./u.test(plain)) return []
  const whole = bare(plain)
  const outside = plain.replace(/\(.*?\)|\[.*?\]|【.*?】|<.*?>|《.*?》/gu, '')
  const forms = outside === plain ? [whole] : [...new Set([whole, bare(outside)])]
  return forms.filter((form) => form !== '')
}

/** `rank` 0 is the product's own heading; the lowest of several columns is read. */
export interface HeadingMatch<Key extends string> {
  readonly key: Key
  readonly rank: number
}

const rankOfPart = 100
/** A longer text is a title or a note, or a cell of data. */
const longestHeading = 40

/** Headings in the column tables are written in this bare form already. */
function rankIn(spec: ColumnSpec, form: string): number | null {
  const whole = spec.headings.indexOf(form)
  return whole === -1 ? null : whole
}

function rankByPart(spec: ColumnSpec, form: string): number | null {
  if (form.length > 16) return null
  return spec.parts?.some((part) => form.includes(part)) ? rankOfPart + form.length : null
}

function excluded(spec: ColumnSpec, forms: readonly string[]): boolean {
  return spec.unless?.some((word) => forms.some((form) => form.includes(word))) ?? false
}

function bestOf<Key extends string>(kind: KindSpec<Key>, forms: readonly string[], parents: readonly string[], rank: typeof rankIn): HeadingMatch<Key> | null {
  let best: HeadingMatch<Key> | null = null
  for (const spec of kind.columns) {
    for (const form of forms) {
      const found = rank(spec, form)
      if (found === null || (best !== null && found >= best.rank)) continue
      if (!excluded(spec, rank === rankIn ? parents : [form, ...parents])) best = { key: spec.key, rank: found }
    }
  }
  return best
}

/** What a column is by its headings from top to bottom (`['基本情况', '姓  名']`); null when nothing is read from it. */
export function matchHeading<Key extends string>(kind: KindSpec<Key>, stack: readonly string[]): HeadingMatch<Key> | null {
  const levels = stack.map(headingForms).filter((forms) => forms.length > 0)
  const leaf = levels.at(-1)
  if (leaf === undefined) return null
  const parents = levels.slice(0, -1).flat()
  const joined = parents.flatMap((parent) => leaf.map((form) => parent + form))
  return bestOf(kind, leaf, parents, rankIn) ?? bestOf(kind, joined, [], rankIn) ?? bestOf(kind, leaf, parents, rankByPart)
}
