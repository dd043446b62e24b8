import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import { appRoot } from '../../../app-root.ts'
import { parseLayout } from './layout.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'

const defaultFolder = pathToFileURL(`${path.join(appRoot, 'resources', 'layouts')}${path.sep}`)

/** Reads `<name>.json` of a folder given as a URL that ends in `/`. @throws LayoutError, or what reading the file throws */
export async function readLayout(name: LayoutBook, folder: URL = defaultFolder): Promise<Layout> {
  return parseLayout(await readFile(new URL(`${name}.json`, folder), 'utf8'))
}
