import { RPCHandler } from '@orpc/server/message-port'
import type { RequestContext } from '../core/app/guard.ts'
import type { House } from '../core/app/house.ts'
import { router } from '../core/router.ts'

/** Electron's MessagePortMain, by its shape. */
export interface HostPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

const handler = new RPCHandler<RequestContext>(router)

/** Serves the router on a port, with a connection of its own. */
export function servePort(house: House, port: HostPort): void {
  const connection = house.sessions.connect('window')
  port.on('close', () => house.sessions.disconnect(connection))
  handler.upgrade(port, { context: { house, connection } })
  port.start()
}
