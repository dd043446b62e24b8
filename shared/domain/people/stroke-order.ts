/** 姓氏笔画: compares names by the strokes of their characters, as lists of leaders are printed. */
export function strokeOrder(): (a: string, b: string) => number {
  return new Intl.Collator('zh-u-co-stroke').compare
}
