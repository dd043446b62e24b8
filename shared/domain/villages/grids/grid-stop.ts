/** 停用: a grid is no more from its `stoppedOn` on; null while it is in use. */
export function isGridStopped(stoppedOn: string | null, on: string): boolean {
  return stoppedOn !== null && stoppedOn <= on
}

/** Whether a grid is marked, and listed, in a month `2026-06`: the month it was stopped in is its last. */
export function isGridMonth(stoppedOn: string | null, month: string): boolean {
  return stoppedOn === null || month <= stoppedOn.slice(0, 7)
}
