import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { DesktopBridge } from '../../shared/contract/desktop.ts'
import { portMessage } from '../../shared/contract/desktop.ts'

declare global {
  interface Window {
    /** There in Electron alone. */
    readonly desktop?: DesktopBridge
  }
}

/** One way to the host, as long as it lasts. */
export interface OpenLink {
  readonly link: ClientLink<ClientContext>
  /** Resolves when the way is lost. */
  readonly lost: Promise<void>
}

/** Opens a way to the host: the port that the desktop hands over, else the WebSocket of the address the page came from. */
export function openLink(): Promise<OpenLink> {
  return window.desktop === undefined ? openSocket() : openPort(window.desktop)
}

function openSocket(): Promise<OpenLink> {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/rpc`)
  const lost = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve({ link: new SocketLink({ websocket: socket }), lost }))
    socket.addEventListener('error', () => reject(new Error('the host does not answer')))
  })
}

function openPort(desktop: DesktopBridge): Promise<OpenLink> {
  return new Promise((resolve) => {
    function take(event: MessageEvent<unknown>): void {
      const [port] = event.ports
      if (event.source !== window || event.data !== portMessage || port === undefined) return
      window.removeEventListener('message', take)
      const lost = new Promise<void>((over) => port.addEventListener('close', () => over()))
      const link = new PortLink({ port })
      port.start()
      resolve({ link, lost })
    }
    window.addEventListener('message', take)
    desktop.requestPort()
  })
}
