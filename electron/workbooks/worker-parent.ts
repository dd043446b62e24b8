/** The way from a worker to the process that started it, in plain Node and in an Electron utility process. */
export interface ParentPort {
  /** Resolves when the message has left this process, so that a sender can keep pace. */
  send(message: object): Promise<void>
}

interface ElectronPort {
  postMessage(message: object): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
}

/** Electron's `process.parentPort`: its one message brings the port to whoever asked for this worker. */
interface ElectronParent {
  once(event: 'message', listener: (event: { readonly ports: readonly ElectronPort[] }) => void): void
}

function isElectronParent(port: unknown): port is ElectronParent {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'once' in port && typeof port.once === 'function'
}

/** Listens to the parent; the worker ends with it. */
export function connectToParent(onMessage: (message: unknown) => void): ParentPort {
  const electron: unknown = 'parentPort' in process ? process.parentPort : null
  if (isElectronParent(electron)) {
    let channel: ElectronPort | null = null
    electron.once('message', ({ ports: [port] }) => {
      if (port === undefined) return
      channel = port
      port.on('message', (event) => onMessage(event.data))
      port.on('close', () => process.exit(0))
      port.start()
    })
    return {
      send: (message) => {
        channel?.postMessage(message)
        return Promise.resolve()
      },
    }
  }
  process.on('message', onMessage)
  process.once('disconnect', () => process.exit(0))
  return { send: (message) => new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve())) }
}
