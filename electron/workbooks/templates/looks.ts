import { attributesOf, type XmlHandler } from '../gate/xml-tokens.ts'

/** How a cell looks, as far as the screen draws it. */
export interface CellLook {
  readonly bold: boolean
  readonly align: 'left' | 'center' | 'right' | null
  readonly boxed: boolean
}

export const plainLook: CellLook = { bold: false, align: null, boxed: false }

function alignOf(value: string | undefined): CellLook['align'] {
  if (value === 'left' || value === 'right') return value
  return value === 'center' || value === 'centerContinuous' ? 'center' : null
}

/** Collects from `styles.xml` what the cells of each style look like; `looks` gives them by style index once the part is read. */
export function looksHandler(): { readonly handler: XmlHandler; readonly looks: () => readonly CellLook[] } {
  const bold: boolean[] = []
  const boxed: boolean[] = []
  const formats: { font: number; border: number; align: CellLook['align'] }[] = []
  let inside: 'fonts' | 'borders' | 'cellXfs' | null = null
  return {
    handler: {
      open: ({ name, attributes }) => {
        if (name === 'fonts' || name === 'borders' || name === 'cellXfs') inside = name
        const found = attributesOf(attributes)
        if (inside === 'fonts' && name === 'font') bold.push(false)
        if (inside === 'fonts' && name === 'b' && !/^(?:0|false)$/.test(found.get('val') ?? '')) bold[bold.length - 1] = true
        if (inside === 'borders' && name === 'border') boxed.push(false)
        if (inside === 'borders' && name === 'bottom' && found.has('style')) boxed[boxed.length - 1] = true
        if (inside !== 'cellXfs') return
        if (name === 'xf') formats.push({ font: Number(found.get('fontId') ?? 0), border: Number(found.get('borderId') ?? 0), align: null })
        const last = formats.at(-1)
        if (name === 'alignment' && last !== undefined) last.align = alignOf(found.get('horizontal'))
      },
      close: (name) => {
        if (name === inside) inside = null
      },
    },
    looks: () => formats.map(({ font, border, align }) => ({ bold: bold[font] === true, boxed: boxed[border] === true, align })),
  }
}
