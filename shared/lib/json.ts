/** Whether a JSON value is an object, not an array and not null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `override` laid over `base`: objects merge key by key at any depth, everything else, arrays too, is replaced whole. */
export function mergeDeep(base: unknown, override: unknown): unknown {
  if (override === undefined) return base
  if (!isJsonObject(base) || !isJsonObject(override)) return override
  const keys = new Set([...Object.keys(base), ...Object.keys(override)])
  return Object.fromEntries(Array.from(keys, (key) => [key, mergeDeep(ownValue(base, key), ownValue(override, key))]))
}

/** The object's own value under the key; inherited names such as `constructor` are absent. */
export function ownValue(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
