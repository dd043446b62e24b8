import { RPCHandler } from '@orpc/server/ws'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { App } from '../core/app/app.ts'
import type { RequestContext } from '../core/app/guard.ts'
import { newConnection } from '../core/app/session.ts'
import { router } from '../core/router.ts'
import { hostWords } from './vocabulary.ts'

/** The largest message taken in: a workbook of 20 MB and its envelope. */
const maxPayload = 64 * 1024 * 1024

export interface RpcServer {
  readonly server: Server
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>
}

/** An HTTP server whose WebSocket at `/rpc` serves the router; each connection has its own session. */
export function rpcServer(app: App, device: string, isAllowed: (request: IncomingMessage) => boolean): RpcServer {
  const handler = new RPCHandler<RequestContext>(router)
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const server = createServer((_, response) => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(hostWords.programsOnly)
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/rpc' || !isAllowed(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      const connection = newConnection(device)
      void handler.upgrade(websocket, { context: { app, connection } })
    })
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

/** A program of this machine, or a page this very host served; a name that merely resolves to loopback (DNS rebinding) is none. */
export function isLoopbackRequest({ headers }: IncomingMessage): boolean {
  const isLoopback = (authority: string) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(authority)
  const { host, origin } = headers
  if (host === undefined || !isLoopback(host)) return false
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
