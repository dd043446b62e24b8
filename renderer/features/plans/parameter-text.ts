import { halfWidth } from '../../../shared/domain/cells/clean-text.ts'
import { isDecimal } from '../../../shared/lib/decimal.ts'
import { plainAt, valueAt, withoutAt, withValueAt } from './document-path.ts'
import type { Parameter } from './parameter.ts'
import { editWords, planWords } from './vocabulary.ts'

/** A constant as it is typed: the text of a number, the code of a choice; empty for null and for what is not there. */
export function parameterText(document: unknown, { path }: Pick<Parameter, 'path'>): string {
  const value = plainAt(document, path)
  return value === null || value === undefined ? '' : String(value)
}

/** The codes of a list. */
export function parameterCodes(document: unknown, { path }: Pick<Parameter, 'path'>): readonly string[] {
  const value = valueAt(document, path)
  return Array.isArray(value) ? value.map(String) : []
}

/** A constant as it is read. */
export function shownText(document: unknown, parameter: Parameter): string {
  const { type } = parameter
  const text = parameterText(document, parameter)
  switch (type.kind) {
    case 'choice':
      return text === '' && type.optional ? editWords.notSet : (type.choices.find(({ value }) => value === text)?.label ?? text)
    case 'codes':
      return parameterCodes(document, parameter).map((code) => type.choices.find(({ value }) => value === code)?.label ?? code).join(planWords.listJoin)
    case 'text':
      return text === '' ? type.usual : text
    case 'count':
    case 'decimal':
      return text === '' && type.nullable ? planWords.noLimit : text
  }
}

/** The document with what has been typed, as far as it can be read; what cannot stands there as it was typed, for `readParameter` to name. */
export function withTyped(document: unknown, { path, type }: Parameter, typed: string | readonly string[]): unknown {
  if (typeof typed !== 'string') return withValueAt(document, path, [...typed])
  const isLeftOut = typed === '' && (type.kind === 'text' || (type.kind === 'choice' && type.optional))
  return isLeftOut ? withoutAt(document, path) : withValueAt(document, path, typed)
}

export type ReadParameter = { readonly kind: 'value'; readonly value: string | number | null } | { readonly kind: 'fault'; readonly sentence: string }

/** What was typed as the document holds it: decimals as text, counts as numbers. */
export function readParameter({ label, type }: Parameter, typed: string): ReadParameter {
  const text = halfWidth(typed).trim()
  if (type.kind === 'choice' || type.kind === 'codes' || type.kind === 'text') return { kind: 'value', value: typed }
  if (text === '' && type.nullable) return { kind: 'value', value: null }
  if (type.kind === 'count') return /^\d{1,6}$/.test(text) ? { kind: 'value', value: Number(text) } : { kind: 'fault', sentence: planWords.notWhole(label) }
  return isDecimal(text) && !text.startsWith('-') ? { kind: 'value', value: text } : { kind: 'fault', sentence: planWords.notDecimal(label) }
}
