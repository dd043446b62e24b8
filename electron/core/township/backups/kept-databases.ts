import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { DataFolder } from '../../../db/data-folder.ts'

/** The databases that restores have left beside the present one. */
export function keptDatabases({ root }: DataFolder): readonly string[] {
  return existsSync(root) ? readdirSync(root).filter((name) => /^township\.before-restore-.*\.db$/.test(name)).map((name) => path.join(root, name)) : []
}
