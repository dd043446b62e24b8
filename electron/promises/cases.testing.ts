import { readFileSync } from 'node:fs'

const folder = new URL('../../shared/domain/evaluation/cases/', import.meta.url)

/** One of the worked cases, or its result. */
export function readCase(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}
