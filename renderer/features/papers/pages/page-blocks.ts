/** Pages that are fetched together. */
export const pagesPerBlock = 10

/** Space around a page on the screen, in pixels. */
export const pageGap = 16

/** CSS pixels of a millimetre. */
const pixels = 96 / 25.4

const paperSizes = { landscape: { width: 297, height: 210 }, portrait: { width: 210, height: 297 } } as const

export type Zoom = 'width' | 'whole' | 50 | 75 | 100 | 125 | 150

export const zooms: readonly Zoom[] = ['width', 'whole', 50, 75, 100, 125, 150]

/** How large a page is drawn: 1 is its real size. */
export function zoomFactor(zoom: Zoom, orientation: keyof typeof paperSizes, room: { readonly width: number; readonly height: number }): number {
  const { width, height } = paperSizes[orientation]
  const wide = (room.width - 2 * pageGap) / (width * pixels)
  if (typeof zoom === 'number') return zoom / 100
  return Math.max(0.1, zoom === 'width' ? wide : Math.min(wide, (room.height - 2 * pageGap) / (height * pixels)))
}

export function pageSize(orientation: keyof typeof paperSizes, factor: number): { readonly width: number; readonly height: number } {
  const { width, height } = paperSizes[orientation]
  return { width: width * pixels * factor, height: height * pixels * factor }
}

/** Pages in view, with one above and one below: first and last, counted from 1. */
export function pagesInView(scrolled: number, room: number, height: number, of: number): { readonly first: number; readonly last: number } {
  const step = height + pageGap
  return { first: Math.max(1, Math.floor(scrolled / step)), last: Math.min(of, Math.ceil((scrolled + room) / step) + 1) }
}

/** The blocks these pages lie in, by their first page. */
export function blocksOf(first: number, last: number): readonly number[] {
  const begin = Math.floor((first - 1) / pagesPerBlock)
  const end = Math.floor((last - 1) / pagesPerBlock)
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, at) => (begin + at) * pagesPerBlock + 1)
}
