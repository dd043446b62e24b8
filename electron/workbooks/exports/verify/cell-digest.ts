import { createHash, hash } from 'node:crypto'
import { cleanText } from '../model/clean-text.ts'
import { sameForm } from './formula-form.ts'

/** What a cell says, free of how a program writes it: typed value, and the formula where there is one. */
export interface CellContent {
  readonly value: { readonly kind: 'number'; readonly value: number } | { readonly kind: 'text' | 'error' | 'boolean'; readonly text: string } | null
  readonly formula: string | null
}

/** Programs keep 15 digits of what they calculate; the last may differ. */
const digits = 12

/** Hexadecimal characters kept: 48 bits show any change that was not made to fool the digest. */
export const digestLength = 12

function valueText({ value }: CellContent): string {
  if (value === null) return ''
  return value.kind === 'number' ? `n${String(Number(value.value.toPrecision(digits)))}` : `${value.kind.charAt(0)}${cleanText(value.text)}`
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex')
}

/** Null for a cell that says nothing. */
export function cellDigest(content: CellContent): string | null {
  const value = valueText(content)
  // An empty text cell and an empty cell look the same.
  if (content.formula === null) return value === '' || value === 't' ? null : digestOf(value).slice(0, digestLength)
  return digestOf(`f${sameForm(content.formula)}\n${value === 't' ? '' : value}`).slice(0, digestLength)
}

/** What begins the digest of a cell that stands where it may not, or says two things: no export has such a one, so it always differs. */
const oddMark = '?'
const nothing = '0'.repeat(digestLength)

export function oddDigest(content: CellContent): string {
  return `${oddMark}${(cellDigest(content) ?? nothing).slice(oddMark.length)}`
}

export function isOdd(digest: string | undefined): boolean {
  return digest?.startsWith(oddMark) === true
}

/** The digest of a sheet out of those of its cells, taken in their order. */
export interface SheetDigester {
  readonly add: (address: string, digest: string) => void
  readonly finish: () => string
}

export function sheetDigester(): SheetDigester {
  const whole = createHash('sha256')
  let isFirst = true
  return {
    add(address, digest) {
      whole.update(`${isFirst ? '' : '\n'}${address} ${digest}`, 'utf8')
      isFirst = false
    },
    finish: () => whole.digest('hex'),
  }
}
