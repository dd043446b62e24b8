import { readFile } from 'node:fs/promises'
import { parseLayout } from './layout.ts'
import type { Layout } from './layout.ts'

export const layoutNames = ['evaluation', 'evaluation-year', 'performance', 'tasks', 'roster'] as const
export type LayoutName = (typeof layoutNames)[number]

/** Where the layouts lie in the source tree; a packaged host passes its own folder. */
const defaultFolder = new URL('../../../../resources/layouts/', import.meta.url)

/** Reads `<name>.json` of a folder given as a URL that ends in `/`. @throws LayoutError, or what reading the file throws */
export async function readLayout(name: LayoutName, folder: URL = defaultFolder): Promise<Layout> {
  return parseLayout(await readFile(new URL(`${name}.json`, folder), 'utf8'))
}
