import type { Reckoning } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'

/**
 * School arithmetic on fractions, written again here so that a tree is rebuilt without a line of the engine: numerator and
 * denominator in lowest terms, the sign in the numerator.
 */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

function shortened(over: bigint, under: bigint): Fraction {
  if (under === 1n) return { over, under }
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under]
  while (b !== 0n) [a, b] = [b, a % b]
  const by = under < 0n ? -a : a
  return by === 0n ? { over: 0n, under: 1n } : { over: over / by, under: under / by }
}

/** Reads `3`, `-3/4` or `12.50`. */
export function fraction(text: string): Fraction {
  const [over = '', under = '1'] = text.split('/')
  const [units = '', tenths = ''] = over.split('.')
  return shortened(BigInt(units + tenths), BigInt(under) * 10n ** BigInt(tenths.length))
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return shortened(a.over * b.under + b.over * a.under, a.under * b.under)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return shortened(a.over * b.over, a.under * b.under)
}

export function by(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new RangeError('divided by nothing')
  return shortened(a.over * b.under, a.under * b.over)
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under
}

/** `places` decimals, half away from zero. */
export function roundedTo(value: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places)
  const size = (value.over < 0n ? -value.over : value.over) * scale * 10n
  const tenths = size / value.under
  const units = tenths / 10n + (tenths % 10n >= 5n ? 1n : 0n)
  return shortened(value.over < 0n ? -units : units, scale)
}

function reckoned(reckoning: Reckoning, children: readonly (Fraction | null)[]): Fraction {
  switch (reckoning.kind) {
    case 'number':
      return fraction(reckoning.text)
    case 'child': {
      const value = children[reckoning.at]
      if (value === undefined || value === null) throw new RangeError(`no child with a number at ${reckoning.at}`)
      return value
    }
    case 'sum':
      return reckoning.of.map((part) => reckoned(part, children)).reduce(plus, fraction('0'))
    case 'product':
      return reckoning.of.map((part) => reckoned(part, children)).reduce(times, fraction('1'))
    case 'difference': {
      const [from = fraction('0'), ...taken] = reckoning.of.map((part) => reckoned(part, children))
      return taken.reduce((left, part) => plus(left, times(fraction('-1'), part)), from)
    }
    case 'quotient': {
      const [from = fraction('0'), ...divisors] = reckoning.of.map((part) => reckoned(part, children))
      return divisors.reduce(by, from)
    }
    case 'least':
      return reckoning.of.map((part) => reckoned(part, children)).reduce((least, part) => (isLess(part, least) ? part : least))
    case 'greatest':
      return reckoning.of.map((part) => reckoned(part, children)).reduce((greatest, part) => (isLess(greatest, part) ? part : greatest))
  }
}

/** The numbers of a tree rebuilt from those that came in at its ends, with every place where what is printed says otherwise. */
export interface Rebuilt {
  /** By key, the first of several. */
  readonly byKey: ReadonlyMap<string, Fraction>
  readonly faults: readonly string[]
}

/** What the node prints, and whether it is printed exactly. */
function printed(value: string): { readonly number: Fraction; readonly isExact: boolean } {
  return value.startsWith('≈') ? { number: fraction(value.slice(1)), isExact: false } : { number: fraction(value), isExact: true }
}

export function rebuilt(tree: ExplainNode): Rebuilt {
  const byKey = new Map<string, Fraction>()
  const faults: string[] = []
  rebuildInto(byKey, faults, tree, tree.key)
  return { byKey, faults }
}

function rebuildInto(byKey: Map<string, Fraction>, faults: string[], node: ExplainNode, path: string): Fraction | null {
  const below = node.children.map((child, at) => rebuildInto(byKey, faults, child, `${path}/${child.key}.${at}`))
  const { arithmetic, value } = node
  if (arithmetic === null || value === null) {
    if ((arithmetic === null) !== (value === null)) faults.push(`${path} has a number and no arithmetic, or the other way round`)
    return null
  }
  const exact = reckoned(arithmetic.reckoning, below)
  const own = arithmetic.places === null ? exact : roundedTo(exact, arithmetic.places)
  const { number, isExact } = printed(value)
  const shown = isExact ? own : roundedTo(own, 4)
  if (shown.over !== number.over || shown.under !== number.under) faults.push(`${path} prints ${value} and comes to ${own.over}/${own.under}`)
  if (!byKey.has(node.key)) byKey.set(node.key, own)
  return own
}
