import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** By these bytes the tools find the fuses in Electron's program. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 9

/**
 * A folder shaped like Electron's distribution for Linux, for a machine that cannot have it: what is packed into it can be looked at,
 * and its fuses are burnt like Electron's, but its program only says what it is.
 */
export function makeDistribution(folder: string, version: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  mkdirSync(path.join(folder, 'resources'))
  const put = (name: string, content: string, mode = 0o644) => writeFileSync(path.join(folder, name), content, { mode })
  const wire = `${fuseSentinel}\u0001${String.fromCharCode(fuseCount)}${'1'.repeat(fuseCount)}`
  put('electron', `#!/bin/sh\necho "This is not Electron ${version}, only a folder of its shape." >&2\nexit 1\n${wire}\n`, 0o755)
  put('version', version)
  put('LICENSE', '')
  put('LICENSES.chromium.html', '')
  for (const language of ['zh-CN', 'en-US', 'de']) put(path.join('locales', `${language}.pak`), language)
}
