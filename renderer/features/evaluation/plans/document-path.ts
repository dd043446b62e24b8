/** A value of a plan document, which is plain JSON. */
export type PlanValue = string | number | boolean | null

/** From the document down: `['quarter', 'module', 'headBands', 'A']`. */
export type DocumentPath = readonly (string | number)[]

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return typeof key === 'number' ? at[key] : undefined
    return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }, document)
}

/** The plain value at a path; undefined where there is none. */
export function plainAt(document: unknown, path: DocumentPath): PlanValue | undefined {
  const value = valueAt(document, path)
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

/** The names of a table at a path, in their order: bands, levels, kinds. */
export function keysAt(document: unknown, path: DocumentPath): readonly string[] {
  const value = valueAt(document, path)
  return isObject(value) ? Object.keys(value) : []
}

/** How many items a list at a path has. */
export function lengthAt(document: unknown, path: DocumentPath): number {
  const value = valueAt(document, path)
  return Array.isArray(value) ? value.length : 0
}

/** A copy of the document with another value at a path; tables that are missing on the way are made. */
export function withValueAt(document: unknown, path: DocumentPath, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(document)) return document.map((item: unknown, at) => (at === key ? withValueAt(item, rest, value) : item))
  return { ...(isObject(document) ? document : {}), [key]: withValueAt(isObject(document) ? document[key] : undefined, rest, value) }
}

/** `quarter.tasks.late[0].days`, as the host names the place of a fault. */
export function pathText(path: DocumentPath): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${String(key)}]` : text === '' ? key : `${text}.${key}`), '')
}
