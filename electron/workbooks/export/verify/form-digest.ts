import { digestCells, type WorkbookDigest } from './digest.ts'

/**
 * The digest of a filled template. Its formulas have no values until whoever opens it calculates them, so a formula is known by its text alone.
 * @throws as `digestWorkbook` does
 */
export function digestForm(file: string): Promise<WorkbookDigest> {
  return digestCells(file, ({ value, formula }) => ({ value: formula === null ? value : null, formula }))
}
