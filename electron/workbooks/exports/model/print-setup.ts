/** How every sheet is printed, in millimetres: A4, a little more room at the left and below as townships bind and stamp. */
export const printSetup = {
  paper: { short: 210, long: 297 },
  margins: { left: 16, right: 14, top: 16, bottom: 18, header: 8, footer: 8 },
} as const

/** Points of a row whose height nobody gave. */
export const plainRowHeight = 15
