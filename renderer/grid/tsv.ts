/** Cells as the clipboards of spreadsheets carry them: tabs between cells, line breaks between rows, quotes around a cell that holds one of them. */

/**
 * `"a\tb\r\n\"c\nd\"\te\r\n"` → `[['a', 'b'], ['c\nd', 'e']]`. The one line break at the end, which spreadsheets add, is no row.
 * A cell that begins with a quote but never closes it is taken as written.
 */
export function parseTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let cells: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    const end = quoted?.end ?? plainEnd(text, at)
    cells.push(quoted?.cell ?? text.slice(at, end))
    if (text[end] === '\t') {
      at = end + 1
      continue
    }
    rows.push(cells)
    cells = []
    if (end >= text.length) break
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (at === text.length) break
  }
  return rows
}

function plainEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return end
}

/** The cell from the quote at `start` to its closing quote, which a tab, a line break or the end must follow; else null. */
function quotedCell(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let cell = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    cell += text.slice(at, close)
    const next = text[close + 1]
    if (next === '"') {
      cell += '"'
      at = close + 2
      continue
    }
    if (next === undefined || next === '\t' || next === '\n' || next === '\r') return { cell: cell.replaceAll('\r\n', '\n'), end: close + 1 }
    return null
  }
}

/** The reverse of {@link parseTable}; lines end with CRLF, as spreadsheets expect. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoteWhereNeeded).join('\t')).join('\r\n')
}

function quoteWhereNeeded(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * The same cells as an HTML table, which WPS and Excel prefer. Cells of columns that are no numbers are marked as text,
 * so that an ID number keeps its digits and a text that begins with `=` stays a text.
 */
export function formatHtml(rows: readonly (readonly string[])[], isNumber: readonly boolean[]): string {
  const cell = (text: string, place: number) => {
    const escaped = text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/\r?\n/g, '<br style="mso-data-placement:same-cell">')
    return isNumber[place] ? `<td>${escaped}</td>` : `<td style="mso-number-format:'\\@'">${escaped}</td>`
  }
  return `<meta charset="utf-8"><table>${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('')}</table>`
}
