import type { WebContents } from 'electron'

const smallest = 1
const largest = 1.5
const steps = 10

/** How large the page is shown: between 100 and 150 %, in steps of ten; beyond, the grids would no longer fit their screen. */
export interface Zoom {
  readonly factor: () => number
  readonly larger: () => void
  readonly smaller: () => void
  readonly usual: () => void
}

/** Begins with the factor of the last time. Ctrl and the wheel obey the same limits; every document that is loaded is shown in the same size. */
export function zoomOf(contents: WebContents, initial: number): Zoom {
  let factor = initial

  function set(wanted: number): void {
    factor = Math.min(largest, Math.max(smallest, Math.round(wanted * steps) / steps))
    contents.setZoomFactor(factor)
  }

  const larger = () => set(factor + 1 / steps)
  const smaller = () => set(factor - 1 / steps)
  // Chromium keeps a zoom by host: before there is a page there is nothing to set it for.
  contents.on('did-finish-load', () => set(factor))
  contents.on('zoom-changed', (_, direction) => (direction === 'in' ? larger() : smaller()))
  return { factor: () => factor, larger, smaller, usual: () => set(1) }
}
