import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { setTimeout as wait } from 'node:timers/promises'
import { readFromHost, type LockReason, type ToHost } from './host-messages.ts'
import { restartLimit } from './restart-limit.ts'
import { hostWorkers } from './workers.ts'

/** The process that holds the township. It outlives no window and is started again when it dies. */
export interface HostProcess {
  /** A new port to the host; what is sent before the host is ready waits. */
  readonly connect: () => MessagePortMain
  readonly lock: (reason: LockReason) => void
  /** Lets the host finish, five seconds at most; resolves when it has ended. */
  readonly close: () => Promise<void>
}

export interface HostOptions {
  readonly hostEntry: string
  readonly workerEntry: string
  readonly dataFolder: string
  readonly log: (chunk: Uint8Array) => void
  readonly onRestart: () => void
  /** It died again and again and stays down. */
  readonly onGiveUp: () => void
}

const patienceMs = 5_000
const mostRestarts = 3
const withinMs = 60_000

interface Running {
  readonly child: UtilityProcess
  readonly exited: Promise<void>
  isReady: boolean
  isLeaving: boolean
}

/** Starts the host; the app must be ready. */
export function startHost(options: HostOptions): HostProcess {
  const mayRestart = restartLimit(mostRestarts, withinMs)
  const waiting = new Set<MessagePortMain>()
  let current = start()
  let isClosing = false

  function start(): Running {
    const child = utilityProcess.fork(options.hostEntry, [`--data=${options.dataFolder}`], { serviceName: 'township host', stdio: ['ignore', 'ignore', 'pipe'] })
    const { promise: exited, resolve } = Promise.withResolvers<void>()
    const running: Running = { child, exited, isReady: false, isLeaving: false }
    const workers = hostWorkers(options.workerEntry, (message, ports) => tell(running, message, ports))
    child.stderr?.on('data', (chunk: unknown) => {
      if (chunk instanceof Uint8Array) options.log(chunk)
    })
    child.on('message', (data) => {
      const message = readFromHost(data)
      if (message === null) return
      if (message.kind === 'closed') running.isLeaving = true
      else if (message.kind === 'ready') ready(running)
      else workers.hear(message)
    })
    child.once('exit', () => {
      running.isReady = false
      workers.killAll()
      resolve()
      if (!isClosing && !running.isLeaving) restart()
    })
    return running
  }

  function ready(running: Running): void {
    running.isReady = true
    const ports = [...waiting]
    waiting.clear()
    for (const port of ports) tell(running, { kind: 'port' }, [port])
  }

  function restart(): void {
    if (!mayRestart(Date.now())) return options.onGiveUp()
    current = start()
    options.onRestart()
  }

  return {
    connect() {
      const { port1, port2 } = new MessageChannelMain()
      waiting.add(port1)
      // A page that left meanwhile took its end along; what is left can be handed to nobody.
      port1.once('close', () => waiting.delete(port1))
      if (current.isReady) ready(current)
      return port2
    },
    lock: (reason) => tell(current, { kind: 'lock', reason }),
    async close() {
      isClosing = true
      tell(current, { kind: 'close' })
      const timer = new AbortController()
      const isTooSlow = wait(patienceMs, true, { signal: timer.signal }).catch(() => false)
      if (await Promise.race([current.exited.then(() => false), isTooSlow])) current.child.kill()
      timer.abort()
      await current.exited
    },
  }
}

function tell({ child }: Running, message: ToHost, ports?: MessagePortMain[]): void {
  child.postMessage(message, ports)
}
