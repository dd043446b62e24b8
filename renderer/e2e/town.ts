import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, type Page } from 'playwright/test'
import { Door } from './pages/door.ts'

/** What lies in the data folder when a spec begins. */
export type Preset = 'empty' | 'demo' | 'large' | 'crowd'

/** The password of every account of a made township. */
export const password = 'township-2026'

/** A host of its own for each spec. */
export interface Town {
  /** An address that opens one window, once. */
  readonly entrance: () => Promise<string>
  /** Opens a window in front of the door. */
  readonly door: (page: Page) => Promise<Door>
}

interface Fixtures {
  readonly preset: Preset
  readonly town: Town
}

const program = path.resolve('build/e2e-host.ts')
const cache = path.resolve('node_modules/.cache/e2e-towns')

export const test = base.extend<Fixtures>({
  preset: ['demo', { option: true }],
  town: async ({ preset }, use) => {
    const root = mkdtempSync(path.join(tmpdir(), 'township-e2e-'))
    const folder = path.join(root, 'data')
    const kept = path.join(cache, preset)
    // A made township is made once and copied for each spec.
    if (preset !== 'empty' && existsSync(kept)) cpSync(kept, folder, { recursive: true })
    const isNew = preset !== 'empty' && !existsSync(kept)
    const host = startHost(folder, preset)
    await host.ready
    if (isNew) {
      await host.stop()
      cpSync(folder, kept, { recursive: true })
    }
    const running = isNew ? startHost(folder, preset) : host
    await running.ready
    await use({
      entrance: running.entrance,
      async door(page) {
        await page.goto(await running.entrance())
        return new Door(page)
      },
    })
    await running.stop()
    rmSync(root, { recursive: true, force: true })
  },
})

function startHost(folder: string, preset: Preset) {
  const child = spawn('node', [program, folder, preset], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the host has ended')
    return value
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    ready: nextLine(),
    async entrance() {
      child.stdin.write('\n')
      return nextLine()
    },
    stop() {
      child.stdin.end()
      return ended
    },
  }
}
