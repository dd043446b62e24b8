const number = new Intl.NumberFormat('zh-CN')

/** 16898 → `16,898`: a count as it is shown. */
export function countText(count: number): string {
  return number.format(count)
}
