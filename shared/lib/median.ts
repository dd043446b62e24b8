import { exactly, round2, type Hundredths } from './hundredths.ts'
import { add, divide, whole } from './rational.ts'

/** The middle of the values, of an even number the mean of the two in the middle, to two decimals; null of none. */
export function medianOf(values: readonly Hundredths[]): Hundredths | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : round2(divide(add(exactly(lower), exactly(upper)), whole(2)))
}
