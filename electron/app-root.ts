import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of the program: the nearest one above this file with the program's `package.json`, in the sources, in `out/`, and in a package alike. */
export const appRoot: string = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  const manifest = path.join(folder, 'package.json')
  if (existsSync(manifest) && /"name":\s*"township-modules"/.test(readFileSync(manifest, 'utf8'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error('the program does not lie in its own folder')
  return findRoot(parent)
}
