import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, test as base, type Page } from 'playwright/test'
import { startHost } from './host.ts'
import { putOnElectron } from './pages/desk.ts'
import { Door } from './pages/door.ts'

/** What lies in the data folder when a spec begins. */
export type Preset = 'empty' | 'demo' | 'large' | 'crowd'

/** What shows the window: an installed browser over loopback, or the Electron program that lies at a path. */
export type Shell = { readonly kind: 'browser' } | { readonly kind: 'electron'; readonly program: string }

/** The password of every account of a made township. */
export const password = 'township-2026'

/** Stands in the title of a spec that needs several windows at once, or the loopback: Electron has neither. */
export const browserOnly = '@browser'

/** A township of its own for each spec, and the program that shows it. */
export interface Town {
  /** An address that opens one window, once. */
  readonly entrance: () => Promise<string>
  /** Sets the clock of the host, and that of a window. */
  readonly setClock: (page: Page, moment: string) => Promise<void>
  /** Brings a window in front of the door. */
  readonly door: (page: Page) => Promise<Door>
}

interface Given {
  readonly preset: Preset
  /** A data folder of the preset, gone with the spec. */
  readonly home: string
  readonly town: Town
}

const cache = path.resolve('node_modules/.cache/e2e-towns')

export interface ShellOption {
  readonly shell: Shell
}

export const test = base.extend<Given & ShellOption>({
  preset: ['demo', { option: true }],
  shell: [{ kind: 'browser' }, { option: true }],
  // The large township takes a while to make, and not out of the time of the spec that happens to be the first.
  home: [async ({ preset }, use) => {
    const home = mkdtempSync(path.join(tmpdir(), 'township-e2e-'))
    // A made township is made once and copied for each spec.
    const kept = path.join(cache, preset)
    if (preset !== 'empty' && !existsSync(kept)) {
      const maker = startHost(kept, preset)
      await maker.ready
      await maker.stop()
    }
    if (preset !== 'empty') cpSync(kept, path.join(home, 'township'), { recursive: true })
    await use(home)
    rmSync(home, { recursive: true, force: true })
  }, { timeout: 300_000 }],
  page: async ({ shell, home, context }, use) => {
    if (shell.kind === 'browser') {
      await use(await context.newPage())
      return
    }
    const application = await _electron.launch({ executablePath: shell.program, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), path.resolve('.')], env: { ...process.env, TOWNSHIP_DATA: home } })
    const page = await application.firstWindow()
    putOnElectron(page, application)
    await use(page)
    await application.close()
  },
  town: async ({ shell, preset, home }, use) => {
    if (shell.kind === 'electron') {
      await use({
        entrance: () => Promise.reject(new Error('Electron has no loopback')),
        setClock: () => Promise.reject(new Error('the clock of Electron is the machine’s')),
        async door(page) {
          await page.reload()
          return new Door(page)
        },
      })
      return
    }
    const host = startHost(path.join(home, 'township'), preset)
    await host.ready
    const hasClock = new Set<Page>()
    await use({
      entrance: host.entrance,
      async setClock(page, moment) {
        await host.setClock(moment)
        if (!hasClock.has(page)) await page.clock.install({ time: moment })
        hasClock.add(page)
        await page.clock.setSystemTime(moment)
      },
      async door(page) {
        await page.goto(await host.entrance())
        await page.waitForURL(({ pathname }) => pathname === '/')
        return new Door(page)
      },
    })
    await host.stop()
  },
})
