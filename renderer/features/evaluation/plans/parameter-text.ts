import { halfWidth } from '../../../../shared/domain/people/clean-text.ts'
import { isDecimal } from '../../../../shared/lib/decimal.ts'
import { plainAt, valueAt } from './document-path.ts'
import type { Parameter } from './plan-parameters.ts'
import { planWords } from './vocabulary.ts'

/** A constant as it is typed: the text of a number, the code of a choice; empty for null. */
export function parameterText(document: unknown, { path }: Parameter): string {
  const value = plainAt(document, path)
  return value === null || value === undefined ? '' : String(value)
}

/** The codes of a list. */
export function parameterCodes(document: unknown, { path }: Parameter): readonly string[] {
  const value = valueAt(document, path)
  return Array.isArray(value) ? value.map(String) : []
}

/** A constant as it is read. */
export function shownText(document: unknown, parameter: Parameter): string {
  const { type } = parameter
  switch (type.kind) {
    case 'choice': {
      const text = parameterText(document, parameter)
      return type.choices.find(({ value }) => value === text)?.label ?? text
    }
    case 'codes':
      return parameterCodes(document, parameter).map((code) => type.choices.find(({ value }) => value === code)?.label ?? code).join(planWords.listJoin)
    case 'count':
    case 'decimal': {
      const text = parameterText(document, parameter)
      return text === '' && type.nullable ? planWords.noLimit : text
    }
  }
}

export type ReadParameter = { readonly kind: 'value'; readonly value: string | number | null } | { readonly kind: 'fault'; readonly sentence: string }

/** What was typed as the document holds it: decimals as text, counts as numbers. */
export function readParameter({ label, type }: Parameter, typed: string): ReadParameter {
  const text = halfWidth(typed).trim()
  if (type.kind === 'choice' || type.kind === 'codes') return { kind: 'value', value: text }
  if (text === '' && type.nullable) return { kind: 'value', value: null }
  if (type.kind === 'count') return /^\d{1,6}$/.test(text) ? { kind: 'value', value: Number(text) } : { kind: 'fault', sentence: planWords.notWhole(label) }
  return isDecimal(text) && !text.startsWith('-') ? { kind: 'value', value: text } : { kind: 'fault', sentence: planWords.notDecimal(label) }
}
