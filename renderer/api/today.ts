/** What the host's clock is ahead of this machine's, in ms; 0 until somebody has entered. */
let ahead = 0

/** Goes by the host's clock from here on. `moment`: the host's present moment (ISO), as it has just come in. */
export function followHostClock(moment: string): void {
  ahead = Date.parse(moment) - Date.now()
}

/** Today in China as `YYYY-MM-DD` by the host's clock, so that a window shows the lights that the host decides by. */
export function today(): string {
  return new Date(Date.now() + ahead + 8 * 3_600_000).toISOString().slice(0, 10)
}
