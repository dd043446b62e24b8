export interface Sums {
  /** Cells that hold a number. */
  readonly count: number
  readonly sum: number
  readonly mean: number
}

function placesOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent))
}

/** Count, sum and mean of the numbers, without the dust of binary fractions: 0.1 + 0.2 is 0.3. Null where there is no number. */
export function sumsOf(values: readonly (number | null)[]): Sums | null {
  const numbers = values.filter((value) => value !== null)
  if (numbers.length === 0) return null
  const scale = 10 ** Math.min(6, Math.max(...numbers.map(placesOf)))
  const sum = numbers.reduce((total, value) => total + Math.round(value * scale), 0) / scale
  return { count: numbers.length, sum, mean: sum / numbers.length }
}

/** With thousands separators and as many decimals as it has, four at most. */
export function figureText(value: number): string {
  return new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }).format(value)
}
