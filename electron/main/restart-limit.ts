/** Allows at most `most` restarts within any `withinMs` milliseconds; asked once per death, with the moment of it. */
export function restartLimit(most: number, withinMs: number): (nowMs: number) => boolean {
  const restarts: number[] = []
  return (nowMs) => {
    while (restarts[0] !== undefined && restarts[0] <= nowMs - withinMs) restarts.shift()
    if (restarts.length >= most) return false
    restarts.push(nowMs)
    return true
  }
}
