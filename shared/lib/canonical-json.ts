/** JSON with object keys in code-unit order, so that equal values give equal text. `undefined` members are left out. */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, (_, part: unknown) => (isPlainObject(part) ? sortedByKey(part) : part), indent)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sortedByKey(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
