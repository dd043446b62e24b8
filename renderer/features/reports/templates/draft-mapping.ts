import type { CellUse, TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'

/** A cell of a template, as it is chosen on the screen. */
export interface CellPlace {
  readonly sheet: string
  readonly cell: string
}

function isAt({ sheet, cell }: CellPlace): (other: CellPlace) => boolean {
  return (other) => other.sheet === sheet && other.cell === cell
}

export function mappedUse(mapping: TemplateMapping, place: CellPlace): CellUse | null {
  return mapping.cells.find(isAt(place))?.use ?? null
}

/** The mapping with one cell filled by something, or with `null` by nothing any more. */
export function withUse(mapping: TemplateMapping, place: CellPlace, use: CellUse | null): TemplateMapping {
  const others = mapping.cells.filter((one) => !isAt(place)(one))
  return { ...mapping, cells: use === null ? others : [...others, { sheet: place.sheet, cell: place.cell, use }] }
}

/** How many blank rows below a repeated one are used first; 0 takes it back. */
export function withSpare(mapping: TemplateMapping, sheet: string, row: number, rows: number): TemplateMapping {
  const others = mapping.spare.filter((one) => one.sheet !== sheet || one.row !== row)
  return { ...mapping, spare: rows === 0 ? others : [...others, { sheet, row, rows }] }
}

export function spareOf(mapping: TemplateMapping, sheet: string, row: number): number {
  return mapping.spare.find((one) => one.sheet === sheet && one.row === row)?.rows ?? 0
}
