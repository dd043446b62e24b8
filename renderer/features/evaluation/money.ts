const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Fen as yuan: `12,345.60`. */
export function yuanText(fen: number): string {
  return money.format(fen / 100)
}
