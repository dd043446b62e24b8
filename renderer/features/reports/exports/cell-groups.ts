export interface ChangedCell {
  readonly sheet: string
  /** `C12` */
  readonly cell: string
}

export interface ChangedSheet {
  readonly sheet: string
  readonly cells: readonly string[]
}

/** The changed cells sheet by sheet, both in the order of the file. */
export function changedSheets(cells: readonly ChangedCell[]): readonly ChangedSheet[] {
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))]
  return sheets.map((sheet) => ({ sheet, cells: cells.filter((cell) => cell.sheet === sheet).map(({ cell }) => cell) }))
}
