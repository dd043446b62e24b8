/** How large a preview is: as the window, or a factor of its own size. */
export type Zoom = 'fit' | number

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const

/** The next step up; from the window's size to the own size. */
export function larger(zoom: Zoom): Zoom {
  return zoom === 'fit' ? 1 : (steps.find((step) => step > zoom) ?? zoom)
}

/** The next step down; from the window's size to half the own size. */
export function smaller(zoom: Zoom): Zoom {
  return zoom === 'fit' ? 0.5 : (steps.findLast((step) => step < zoom) ?? zoom)
}
