import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { appRoot } from '../../electron/app-root.ts'
import { portMessage, type DesktopBridge } from '../../shared/contract/desktop.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { launch, type StandIn } from './launch.ts'
import type { Page, WindowMessage } from './page/page.ts'
import type { PagePort } from './ports.ts'
import type { StartOptions } from './wire.ts'

export type TownshipClient = ContractRouterClient<Contract>

const desktopSchema = z.custom<DesktopBridge>((value) => typeof value === 'object' && value !== null && 'requestPort' in value)

/** A home of its own for one test, gone with it. */
export function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'township-desktop-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** Starts the program as built, on a laptop's screen, and pulls the plug when the test is over. */
export function startProgram(home: string, given: Partial<StartOptions> = {}): StandIn {
  const program = launch({ program: appRoot, isPackaged: false, home, argv: [], workAreas: [{ x: 0, y: 0, width: 1366, height: 728 }], ...given })
  onTestFinished(() => program.stop())
  return program
}

/** `window.desktop` of a page. */
export function desktopOf(page: Page): DesktopBridge {
  return desktopSchema.parse(page.exposed.get('desktop'))
}

/** Asks for a port as the page does: listens first. */
export async function openPort(page: Page): Promise<PagePort> {
  const arrived = new Promise<PagePort>((resolve, reject) => {
    page.messages.once('message', ({ data, ports: [port] }: WindowMessage) => {
      if (data === portMessage && port !== undefined) resolve(port)
      else reject(new Error('not the message of the port'))
    })
  })
  desktopOf(page).requestPort()
  return arrived
}

/** A client of the real host, over the page's port. */
export function clientOver(port: PagePort): TownshipClient {
  const client: TownshipClient = createORPCClient(new RPCLink({ port }))
  port.start()
  return client
}

/** Resolves when the port is lost. */
export function closed(port: PagePort): Promise<void> {
  return new Promise((resolve) => port.addEventListener('close', () => resolve(), { once: true }))
}

/** Waits until `isSo`, ten seconds at most. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return
    await wait(50)
  }
  throw new Error('it never came true')
}
