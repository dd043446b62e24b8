import { decimalText, isDecimal, parseDecimal } from '../../../../shared/lib/decimal.ts'
import { add, compare, divide, isZero, multiply, subtract, sum, zero } from '../../../../shared/lib/rational.ts'
import type { Rational } from '../../../../shared/lib/rational.ts'
import { keysAt, lengthAt, withValueAt, type DocumentPath } from '../../plans/document-path.ts'
import { parameterText } from '../../plans/parameter-text.ts'

/** 满分联动: a maximum that is changed takes along what stands in proportion to it, measured by the plan one began with. */

const moduleParts: readonly DocumentPath[] = [['quarter', 'module', 'head'], ['quarter', 'module', 'tasks'], ['quarter', 'module', 'peer'], ['quarter', 'module', 'leader']]
const teamParts: readonly DocumentPath[] = [['quarter', 'team', 'result'], ['quarter', 'team', 'service', 'max']]

const dimensions: readonly { readonly whole: DocumentPath; readonly parts: readonly DocumentPath[] }[] = [
  { whole: ['quarter', 'dimensions', 'module'], parts: moduleParts },
  { whole: ['quarter', 'dimensions', 'team'], parts: teamParts },
]

function numberAt(document: unknown, path: DocumentPath): Rational | null {
  const text = parameterText(document, { path }).trim()
  return isDecimal(text) && !text.startsWith('-') ? parseDecimal(text) : null
}

function plain(value: Rational): string {
  return decimalText(value, 2).replace(/\.?0+$/, '')
}

/** The points that belong to a maximum: bands, tiers. */
function pointsOf(document: unknown): readonly { readonly max: DocumentPath; readonly points: readonly DocumentPath[] }[] {
  const named = (path: DocumentPath) => keysAt(document, path).map((key) => [...path, key])
  const tiers: DocumentPath = ['quarter', 'team', 'tiers']
  return [
    { max: ['quarter', 'module', 'head'], points: named(['quarter', 'module', 'headBands']) },
    { max: ['quarter', 'module', 'peer'], points: named(['quarter', 'module', 'peerBands']) },
    { max: ['quarter', 'team', 'result'], points: Array.from({ length: lengthAt(document, tiers) }, (_, at) => [...tiers, at]) },
  ]
}

function isOther(before: unknown, after: unknown, path: DocumentPath): boolean {
  return parameterText(before, { path }) !== parameterText(after, { path })
}

/** Values in proportion to another whole, to two decimals; what rounding leaves over goes to the largest. */
function inProportion(values: readonly Rational[], whole: Rational): readonly Rational[] {
  const total = sum(values)
  if (isZero(total)) return values
  const scaled = values.map((value) => parseDecimal(decimalText(divide(multiply(value, whole), total), 2)))
  const largest = scaled.reduce((at, value, place) => (compare(value, scaled[at] ?? zero) > 0 ? place : at), 0)
  const left = subtract(whole, sum(scaled))
  return scaled.map((value, place) => (place === largest ? add(value, left) : value))
}

function withParts(document: unknown, start: unknown, { whole, parts }: (typeof dimensions)[number]): unknown {
  const wanted = numberAt(document, whole)
  const values = parts.flatMap((path) => numberAt(start, path) ?? [])
  if (wanted === null || values.length < parts.length) return document
  const scaled = inProportion(values, wanted)
  return parts.reduce((at, path, place) => withValueAt(at, path, plain(scaled[place] ?? zero)), document)
}

function withWhole(document: unknown, { whole, parts }: (typeof dimensions)[number]): unknown {
  const values = parts.flatMap((path) => numberAt(document, path) ?? [])
  return values.length < parts.length ? document : withValueAt(document, whole, plain(sum(values)))
}

function withPoints(document: unknown, before: unknown, start: unknown): unknown {
  return pointsOf(document).reduce((at, { max, points }) => {
    const [from, to] = [numberAt(start, max), numberAt(at, max)]
    if (!isOther(before, at, max) || from === null || to === null || isZero(from)) return at
    return points.reduce((inner, path) => {
      const value = numberAt(start, path)
      return value === null ? inner : withValueAt(inner, path, plain(divide(multiply(value, to), from)))
    }, at)
  }, document)
}

/** `after` with everything that goes along with the maxima that differ from `before`; `start` is the plan that proportions are taken from. */
export function withLinkedMaxima(before: unknown, after: unknown, start: unknown): unknown {
  const along = dimensions.reduce((document, dimension) => {
    if (isOther(before, after, dimension.whole)) return withParts(document, start, dimension)
    return dimension.parts.some((path) => isOther(before, after, path)) ? withWhole(document, dimension) : document
  }, after)
  return withPoints(along, before, start)
}
