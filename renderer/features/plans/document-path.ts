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

/** A copy of the document without what stands at a path: a name of a table, an item of a list. */
export function withoutAt(document: unknown, path: DocumentPath): unknown {
  const key = path.at(-1)
  const parent = path.slice(0, -1)
  if (key === undefined) return undefined
  const holder = valueAt(document, parent)
  if (Array.isArray(holder)) return withValueAt(document, parent, holder.filter((_, at) => at !== key))
  return isObject(holder) ? withValueAt(document, parent, Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key))) : document
}

/** A copy with another name in a table, at the same place. */
export function withNameAt(document: unknown, path: DocumentPath, before: string, after: string): unknown {
  const holder = valueAt(document, path)
  return isObject(holder) ? withValueAt(document, path, Object.fromEntries(Object.entries(holder).map(([name, value]) => [name === before ? after : name, value]))) : document
}

/** A copy with one more item in a list, before the one at `at`. */
export function withItemAt(document: unknown, path: DocumentPath, at: number, item: unknown): unknown {
  const holder = valueAt(document, path)
  return Array.isArray(holder) ? withValueAt(document, path, holder.toSpliced(at, 0, item)) : document
}

/** A copy in which an item of a list has changed places with the one `by` places further on. */
export function withItemMoved(document: unknown, path: DocumentPath, at: number, by: -1 | 1): unknown {
  const holder = valueAt(document, path)
  const [one, other]: readonly unknown[] = Array.isArray(holder) ? [holder[at], holder[at + by]] : []
  return Array.isArray(holder) && other !== undefined ? withValueAt(document, path, holder.with(at, other).with(at + by, one)) : document
}
