/** How many lines of each pane fit beside the others on a screen of 1366 × 768. */
export const mostOwn = 8
export const mostEntries = 4
export const mostChanges = 6
export const mostTuesday = 5
