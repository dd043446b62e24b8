/** `2026-07-08T01:05:00Z` → `2026-07-08 09:05`: a moment as the township's clocks show it. */
export function chinaTime(at: string): string {
  return shifted(at).slice(0, 16).replace('T', ' ')
}

/** The day of a moment in China. */
export function chinaDay(at: string): string {
  return shifted(at).slice(0, 10)
}

function shifted(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
}
