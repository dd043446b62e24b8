/** The way from a worker to the process that started it, in plain Node and in an Electron utility process. */
export interface ParentPort {
  /** Resolves when the message has left this process, so that a sender can keep pace. */
  send(message: object): Promise<void>
}

interface ElectronPort {
  postMessage(message: object): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

function isElectronPort(port: unknown): port is ElectronPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && typeof port.postMessage === 'function' && 'on' in port
}

/** Listens to the parent; the worker ends with it. */
export function connectToParent(onMessage: (message: unknown) => void): ParentPort {
  const electron: unknown = 'parentPort' in process ? process.parentPort : null
  if (isElectronPort(electron)) {
    electron.on('message', (event) => onMessage(event.data))
    return {
      send: (message) => {
        electron.postMessage(message)
        return Promise.resolve()
      },
    }
  }
  process.on('message', onMessage)
  process.once('disconnect', () => process.exit(0))
  return { send: (message) => new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve())) }
}
