import { rmSync } from 'node:fs'
import path from 'node:path'
import { appRoot } from '../electron/app-root.ts'
import { buildIfNeeded } from './build-if-needed.ts'

/** The specs look at the window as it is built, over townships as this source makes them. */
export default function setUp(): void {
  rmSync(path.join(appRoot, 'node_modules', '.cache', 'e2e-towns'), { recursive: true, force: true })
  buildIfNeeded(() => undefined)
}
