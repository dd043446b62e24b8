import { rmSync } from 'node:fs'
import path from 'node:path'
import { appRoot } from '../electron/app-root.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { bundle } from './bundle.ts'

/** The specs look at the window as it is built, over townships and a host as this source makes them. */
export default async function setUp(): Promise<void> {
  rmSync(path.join(appRoot, 'node_modules', '.cache', 'e2e-towns'), { recursive: true, force: true })
  buildIfNeeded(() => undefined)
  await bundle('e2e-host', 'build/e2e-host.ts')
}
