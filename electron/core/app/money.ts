/** Yuan as text with at most two decimals → fen: `1234.5` → 123450. */
export function fenOf(yuan: string): number {
  const [whole = '0', fraction = ''] = yuan.split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}
