import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'playwright/test'
import { appRoot } from '../electron/app-root.ts'
import { findBrowser } from '../electron/host/browser.ts'
import type { ShellOption } from '../renderer/e2e/town.ts'
import { findElectron } from './electron-program.ts'

const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

const electron = findElectron()

/** Minutes each: they begin first, so that no worker is left alone with one at the end. */
const longest = /(one-order|quarter|screens|whole-job)\.spec\.ts$/

export default defineConfig<ShellOption>({
  testDir: path.join(appRoot, 'renderer', 'e2e'),
  outputDir: path.join(appRoot, 'node_modules', '.cache', 'e2e'),
  globalSetup: path.join(appRoot, 'build', 'e2e-setup.ts'),
  fullyParallel: false,
  // Each has a host and a browser of its own, which keep a core busy half of the time.
  workers: Math.ceil(availableParallelism() * 1.5),
  timeout: 120_000,
  // Three browsers and hosts on two cores may starve one of them for seconds: the machine of the CI tries once more, and says so.
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 15_000 },
  // Projects begin in this order. The same specs in Electron, where its program lies; but for those that need several windows at once.
  projects: [{ name: 'longest', testMatch: longest }, { name: 'browser', testIgnore: longest }, ...(electron === null ? [] : [{ name: 'electron', grepInvert: /@browser/, use: { shell: { kind: 'electron' as const, program: electron } } }])],
  reporter: 'line',
  use: {
    viewport: { width: 1366, height: 768 },
    actionTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording every step takes as long again as the step: on the CI only what is tried again is recorded.
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      executablePath: findBrowser() ?? '',
      args: [...asRoot, '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
