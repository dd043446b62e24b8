import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { securityHeaders } from '../../shared/contract/page-policy.ts'
import { sendStaticFile } from './static-files.ts'
import type { Tickets } from './tickets.ts'
import { hostWords } from './vocabulary.ts'

/** The built window and the ways in to it, for a browser of this machine. */
export interface Loopback {
  readonly onRequest: RequestListener
  readonly isAllowed: (request: IncomingMessage) => boolean
}

/** Leads on to the window. A redirect would not do: it belongs to whoever led here, a file on the disk, whom a strict cookie does not follow. */
const onward = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>${hostWords.title}</title></html>`

/** `root` is the folder of the built window. A page without a cookie says how to get in; nothing else answers. */
export function loopback(root: string, tickets: Tickets): Loopback {
  const isAllowed = (request: IncomingMessage) => isLoopbackRequest(request) && tickets.isCookie(cookieOf(request))
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLoopbackRequest(request) || request.method !== 'GET') return plain(response, 403, hostWords.programsOnly)
    const address = URL.parse(request.url ?? '/', 'http://localhost')
    if (address === null) return plain(response, 400, hostWords.noFile)
    const { pathname, searchParams } = address
    if (pathname === '/enter') {
      const cookie = tickets.exchange(searchParams.get('ticket') ?? '')
      if (cookie === null) return plain(response, 403, hostWords.ticketUsed)
      response.writeHead(200, { ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'set-cookie': `${cookieName(request)}=${cookie}; HttpOnly; SameSite=Strict; Path=/`, 'cache-control': 'no-store' }).end(onward)
      return
    }
    if (!isAllowed(request)) return plain(response, 403, hostWords.noTicket)
    if (!(await sendStaticFile(root, pathname, response))) plain(response, 404, hostWords.noFile)
  }
  return { isAllowed, onRequest: (request, response) => void answer(request, response).catch(() => response.destroy()) }
}

/** A program of this machine, or a page this very host served; a name that merely resolves to loopback (DNS rebinding) is none. */
export function isLoopbackRequest({ headers }: IncomingMessage): boolean {
  const isLoopback = (authority: string) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(authority)
  const { host, origin } = headers
  if (host === undefined || !isLoopback(host)) return false
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

/** Cookies of one machine are shared by all its ports, so the name carries the port. */
function cookieName({ headers }: IncomingMessage): string {
  return `township-${(headers.host ?? '').split(':').at(-1) ?? ''}`
}

function cookieOf(request: IncomingMessage): string {
  const name = cookieName(request)
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text)
}
