/** A rectangle of cells on a sheet, counted from 1; `fixed` refs are written with `$`. */
export interface Area {
  readonly sheet: string
  readonly firstRow: number
  readonly firstColumn: number
  readonly lastRow: number
  readonly lastColumn: number
  readonly fixed: boolean
}

/** 1 → `A`, 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** `AB` → 28. */
export function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${String(row)}`
}

function corner(row: number, column: number, fixed: boolean): string {
  const dollar = fixed ? '$' : ''
  return `${dollar}${columnLetters(column)}${dollar}${String(row)}`
}

/** As it stands in a formula on `onSheet`: `$H$5:$H$60`, `'参数'!$D$12`. */
export function areaText(area: Area, onSheet: string): string {
  const first = corner(area.firstRow, area.firstColumn, area.fixed)
  const single = area.firstRow === area.lastRow && area.firstColumn === area.lastColumn
  const cells = single ? first : `${first}:${corner(area.lastRow, area.lastColumn, area.fixed)}`
  return area.sheet === onSheet ? cells : `${sheetText(area.sheet)}!${cells}`
}

/** A sheet's name as formulas write it, always quoted. */
export function sheetText(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
