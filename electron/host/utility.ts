import { z } from 'zod'
import { createHouse } from '../core/app/house.ts'
import { dataFolder } from '../db/data-folder.ts'
import { nodeEnvironment } from './environment.ts'
import { removeLock } from './lock-file.ts'
import { servePort, type HostPort } from './rpc-port.ts'
import { serveLocally } from './serve.ts'
import { createUtilityWorkers } from './utility-workers.ts'
import { sealOrLog } from '../core/evaluation/sheets/seal-ballots.ts'

/** The port to main: Electron's `process.parentPort`, by its shape, so that the host does not know Electron. */
export interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly HostPort[] }) => void): unknown
  postMessage(message: unknown): void
}

export interface UtilityHost {
  readonly parentPort: ParentPort
  /** Absolute; may not exist yet. */
  readonly dataFolder: string
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('port') }),
  z.object({ kind: z.literal('lock') }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('worker'), id: z.string() }),
  z.object({ kind: z.literal('worker-exit'), id: z.string(), code: z.int().nullable(), signal: z.string().nullable().default(null) }),
  z.object({ kind: z.literal('worker-memory'), id: z.string(), request: z.int(), bytes: z.number().nullable() }),
])

/** The host as a utility process of Electron: serves the windows' ports that main hands over, and a local socket for the command line. */
export async function runUtilityHost({ parentPort, dataFolder: root }: UtilityHost): Promise<void> {
  const workers = createUtilityWorkers((message) => parentPort.postMessage(message))
  const { environment, release } = nodeEnvironment({ workers: workers.factory })
  // A utility process would only warn; main starts another host, which is better than one in an unknown state.
  process.on('unhandledRejection', (error) => {
    environment.logError('unhandled', error)
    // Where a pipe is written to later (Windows), the log would be empty.
    process.stderr.write('', () => process.exit(1))
  })
  const folder = dataFolder(root)
  const house = createHouse({
    settle: sealOrLog,
    folder,
    environment,
    onOpen(app) {
      removeLock(folder)
      host.announce(app)
    },
  })
  const host = await serveLocally(house)

  async function close(): Promise<void> {
    await host.stop()
    house.close()
    release()
    parentPort.postMessage({ kind: 'closed' })
    process.exit(0)
  }

  parentPort.on('message', ({ data, ports }) => {
    const parsed = messageSchema.safeParse(data)
    if (!parsed.success) return
    const message = parsed.data
    const [port] = ports
    if (message.kind === 'port') {
      if (port !== undefined) servePort(house, port)
    } else if (message.kind === 'lock') house.sessions.endAll()
    else if (message.kind === 'close') void close()
    else if (message.kind === 'worker') {
      if (port !== undefined) workers.connect(message.id, port)
    } else if (message.kind === 'worker-exit') workers.ended(message.id, { code: message.code, signal: message.signal })
    else workers.answered(message.id, message.request, message.bytes)
  })
  parentPort.postMessage({ kind: 'ready' })
}
