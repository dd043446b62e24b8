import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { House } from '../core/app/house.ts'
import { maxPayload, serveSocket } from './rpc-socket.ts'

export interface HttpServer {
  readonly server: Server
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>
}

export interface HttpServerOptions {
  readonly house: House
  readonly device: string
  /** Who may open the WebSocket. */
  readonly isAllowed: (request: IncomingMessage) => boolean
  readonly onRequest: RequestListener
}

/** An HTTP server whose WebSocket at `/rpc` serves the router; each connection has its own session. */
export function httpServer({ house, device, isAllowed, onRequest }: HttpServerOptions): HttpServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const server = createServer(onRequest)
  server.on('upgrade', (request, socket, head) => {
    // Who goes away in the middle of it must not take the host along.
    socket.on('error', () => socket.destroy())
    if (request.url !== '/rpc' || !isAllowed(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (websocket) => serveSocket(house, device, websocket))
  })
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        sockets.clients.forEach((client) => client.terminate())
        server.closeAllConnections()
      }),
  }
}
