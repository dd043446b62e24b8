import { compact } from '../cells/clean-text.ts'

/** Two values that differ in white space or width of letters alone are the same. */
export function uniqueKeyOf(value: string): string {
  return compact(value)
}

/**
 * The rows whose wanted value of a unique column another row has, once all are written that can be: `present` is what stands,
 * `wanted` what is to be written (null empties). A row that stands keeps its value; of several that want the same the first gets it.
 */
export function clashingRows(present: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const refused = new Set<string>()
  for (;;) {
    const before = refused.size
    const holders = new Map<string, string>()
    for (const [id, value] of present) if (!wanted.has(id) || refused.has(id)) holders.set(uniqueKeyOf(value), id)
    for (const [id, value] of wanted) {
      if (refused.has(id) || value === null) continue
      const key = uniqueKeyOf(value)
      if (holders.has(key)) refused.add(id)
      else holders.set(key, id)
    }
    if (refused.size === before) return refused
  }
}
