import { RPCHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { RequestContext } from '../core/app/guard.ts'
import type { House } from '../core/app/house.ts'
import { router } from '../core/router.ts'

/** The largest message taken in: a workbook of 20 MB and its envelope. */
export const maxPayload = 64 * 1024 * 1024

const handler = new RPCHandler<RequestContext>(router)

/** Serves the router on a WebSocket, with a connection of its own. */
export function serveSocket(house: House, device: string, websocket: WebSocket): void {
  const connection = house.sessions.connect(device)
  websocket.on('close', () => house.sessions.disconnect(connection))
  void handler.upgrade(websocket, { context: { house, connection } })
}
