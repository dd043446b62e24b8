import type { WebSocket } from 'ws'
import { largestFile } from '../../shared/contract/desktop.ts'
import type { House } from '../core/app/house.ts'
import { serveWay } from './rpc-peer.ts'

/** The largest message taken in: the largest file and its envelope. */
export const maxPayload = largestFile + 1024 * 1024

/** Serves the router on a WebSocket. */
export function serveSocket(house: House, device: string, websocket: WebSocket): void {
  const { onMessage, onClose } = serveWay(house, device, { send: (message) => websocket.send(message), close: () => websocket.close(1008) })
  websocket.addEventListener('message', ({ data }) => onMessage(Array.isArray(data) ? Buffer.concat(data) : data))
  websocket.on('close', onClose)
  // A frame that is none, or too long a one: ws has closed the way already.
  websocket.on('error', () => websocket.terminate())
}
