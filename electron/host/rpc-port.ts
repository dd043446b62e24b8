import type { House } from '../core/app/house.ts'
import { serveWay } from './rpc-peer.ts'

/** Electron's MessagePortMain, by its shape. */
export interface HostPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/** Serves the router on a port. */
export function servePort(house: House, port: HostPort): void {
  const { onMessage, onClose } = serveWay(house, 'window', { send: (message) => port.postMessage(message), close: () => port.close() })
  port.on('message', ({ data }) => onMessage(data))
  port.on('close', onClose)
  port.start()
}
