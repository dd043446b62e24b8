import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { connect as connectSocket } from 'node:net'
import { WebSocket } from 'ws'
import type { Contract } from '../../shared/contract/index.ts'

export type TownshipClient = ContractRouterClient<Contract>

export interface LocalConnection {
  readonly client: TownshipClient
  readonly close: () => void
}

/** Connects to a host by its local socket; null when nobody answers there. */
export function connectLocal(socketPath: string): Promise<LocalConnection | null> {
  const websocket = new WebSocket('ws://localhost/rpc', { createConnection: () => connectSocket(socketPath), maxPayload: 0 })
  return new Promise((resolve) => {
    websocket.once('error', () => resolve(null))
    websocket.once('open', () => resolve({ client: clientOver(websocket), close: () => websocket.close() }))
  })
}

/** A client over a socket that is open. */
export function clientOver(websocket: WebSocket): TownshipClient {
  websocket.binaryType = 'arraybuffer'
  return createORPCClient(new RPCLink({ port: asPort(websocket) }))
}

/** The socket in the shape of a port, which is what the link speaks. */
function asPort(websocket: WebSocket) {
  return {
    postMessage: (message: string | Uint8Array) => websocket.send(message),
    onMessage: { addListener: (listener: (message: unknown) => void) => void websocket.on('message', (data, isBinary) => listener(isBinary ? data : String(data))) },
    onDisconnect: { addListener: (listener: () => void) => void websocket.on('close', () => listener()) },
  }
}
