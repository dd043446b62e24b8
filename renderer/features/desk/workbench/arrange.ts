/** What the workbench may show, most pressing first. */
export const panes = ['own', 'waiting', 'supervision', 'issues', 'rulings', 'groups', 'cycle', 'sheets', 'points', 'returned', 'events', 'meetings', 'tuesday', 'changes'] as const
export type Pane = (typeof panes)[number]

export interface Arrangement {
  readonly left: readonly Pane[]
  readonly right: readonly Pane[]
}

/** A heading takes about as much room as two lines; so does the sentence of an empty pane. */
const heading = 2

/**
 * Which panes stand where, by how many lines each has to show. What is empty is left out, but for 待我办理, and 我的任务 of
 * whoever does tasks (`hasOwn`) and has nothing else to do either: these say so. 我的任务 stand left and what waits right, or left
 * without own tasks; each further pane takes the shorter column.
 */
export function arrange(lines: Readonly<Record<Pane, number>>, hasOwn: boolean): Arrangement {
  const isShown = (pane: Pane) => lines[pane] > 0 || pane === 'waiting' || pane === 'changes' || (pane === 'own' && hasOwn && lines.waiting === 0)
  const room = (column: readonly Pane[]) => column.reduce((sum, pane) => sum + heading + Math.max(lines[pane], heading), 0)
  return panes.filter(isShown).reduce<Arrangement>(
    ({ left, right }, pane) => {
      const goesLeft = left.length === 0 || (pane !== 'waiting' && room(left) <= room(right))
      return goesLeft ? { left: [...left, pane], right } : { left, right: [...right, pane] }
    },
    { left: [], right: [] },
  )
}

/** How many lines of each of several groups are shown, so that all together stay on one screen. */
export function linesPerGroup(groups: number): number {
  if (groups <= 1) return 8
  return groups === 2 ? 4 : groups === 3 ? 3 : 2
}
