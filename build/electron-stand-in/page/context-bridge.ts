import { types } from 'node:util'

/**
 * What passes between the preload's world and the page's: plain data, copied; functions, called across; promises, awaited across.
 * Everything else is refused, and what arrives is frozen.
 */
export function copyAcross(value: unknown): unknown {
  if (typeof value === 'function') return (...args: unknown[]) => copyAcross(value(...args.map(copyAcross)))
  // Of either world: the preload's own promises are none of ours.
  if (types.isPromise(value)) return Promise.resolve(value).then(copyAcross, (error: unknown) => Promise.reject(new Error(error instanceof Error ? error.message : String(error))))
  if (typeof value === 'symbol') throw new TypeError('a symbol cannot pass the context bridge')
  if (Array.isArray(value)) return Object.freeze(value.map(copyAcross))
  if (isPlain(value)) return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyAcross(each)])))
  return structuredClone(value)
}

/** An object of any world's own `Object`, or without a prototype. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null && 'hasOwnProperty' in prototype)
}
