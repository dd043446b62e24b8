/** The most characters the name of a worksheet has. */
const longest = 31

/** Names of worksheets for titles that people typed: without what a spreadsheet refuses in them, no two alike whatever their case. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = title.replace(/[[\]:*?/\\'\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]/g, '').trim() || '评分表'
    for (let turn = 1; ; turn += 1) {
      const tail = turn === 1 ? '' : `（${String(turn)}）`
      const name = plain.slice(0, longest - tail.length) + tail
      if (taken.has(name.toLowerCase()) || name.toLowerCase() === 'history') continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
