const longestMatter = 50

/** What a deduction says of the 督办单 behind it: `督办单〔2026〕3号 河道清淤`. */
export function supervisionMatter(docNo: string, title: string): string {
  const matter = `督办单 ${docNo} ${title}`
  return matter.length > longestMatter ? `${matter.slice(0, longestMatter - 1)}…` : matter
}
