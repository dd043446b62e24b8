import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { RouterClient } from '@orpc/server'
import { EventEmitter, once } from 'node:events'
import { rmSync } from 'node:fs'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Operations } from './main/operations.ts'
import { Page } from './page/page.ts'
import { onMessage } from './ports.ts'
import type { StartOptions, ToPage } from './wire.ts'

/** A running program: its main process on a thread of its own, its pages here. */
export interface StandIn {
  /** What user, system and a hostile page can do, and what can be seen. */
  readonly outside: RouterClient<Operations>
  /** The document the window shows, once it shows one. */
  readonly page: () => Promise<Page>
  /** The next document, after the present one. */
  readonly nextPage: () => Promise<Page>
  /** Resolves with the exit code of the main process. */
  readonly exited: Promise<number>
  /** What main wrote to stderr; a program without a fault writes nothing. */
  readonly errors: () => string
  /** Pulls the plug. */
  readonly stop: () => Promise<void>
}

const thread = new URL('./main/thread.ts', import.meta.url)

/** Starts the built program under the stand-in. */
export function launch(options: StartOptions): StandIn {
  const pages = new MessageChannel()
  const control = new MessageChannel()
  const main = new Worker(thread, {
    workerData: { options, pages: pages.port2, control: control.port2 },
    transferList: [pages.port2, control.port2],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stderr: true,
  })
  const loads = new EventEmitter()
  let current: Page | null = null
  let lock: string | null = null
  let calls = 0
  let errors = ''
  main.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))

  function hear(message: ToPage, ports: readonly MessagePort[]): void {
    if (message.kind === 'locked') lock = message.file
    else if (message.kind === 'unload') current?.unload()
    else if (message.kind === 'answer') current?.answered(message.call, { value: message.value })
    else if (message.kind === 'fault') current?.answered(message.call, { message: message.message })
    else if (message.kind === 'message') current?.hear(message.channel, message.args, ports)
    else {
      current?.unload()
      current = new Page(message, (outgoing) => pages.port1.postMessage(outgoing), () => (calls += 1))
      loads.emit('load', current)
    }
  }

  async function nextPage(): Promise<Page> {
    const [page] = await once(loads, 'load')
    if (!(page instanceof Page)) throw new Error('no page')
    return page
  }

  onMessage(pages.port1, hear)
  main.on('error', (error) => (errors += error instanceof Error ? String(error.stack) : String(error)))
  const exited = new Promise<number>((resolve) => {
    main.once('exit', (code) => {
      if (lock !== null) rmSync(lock, { force: true })
      current?.unload()
      pages.port1.close()
      control.port1.close()
      resolve(code)
    })
  })
  return {
    outside: createORPCClient(new RPCLink({ port: control.port1 })),
    page: () => (current === null ? nextPage() : Promise.resolve(current)),
    nextPage,
    exited,
    errors: () => errors,
    stop: async () => {
      await main.terminate()
    },
  }
}
