import { StandardRPCHandler } from '@orpc/server/standard'
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import { ServerPeer, type EncodedMessage } from '@orpc/standard-server-peer'
import type { RequestContext } from '../core/app/guard.ts'
import type { House } from '../core/app/house.ts'
import { router } from '../core/router.ts'

/** One way to a client, whatever carries it. */
export interface Way {
  readonly send: (message: EncodedMessage) => void
  readonly close: () => void
}

/** What the carrier tells of its way. */
export interface ServedWay {
  readonly onMessage: (message: unknown) => void
  readonly onClose: () => void
}

const handler = new StandardRPCHandler<RequestContext>(router, {})

/** Serves the router to one client, with a connection of its own. A message that is none of the protocol ends this way, and nothing else. */
export function serveWay(house: House, device: string, way: Way): ServedWay {
  const connection = house.sessions.connect(device)
  const peer = new ServerPeer((message) => way.send(message))
  const handle = createServerPeerHandleRequestFn(handler, { context: { house, connection } })
  const refuse = (error: unknown) => {
    // What the message held stays out of the log.
    house.environment.logError('rpc', new Error(`a message that is none of the protocol: ${error instanceof Error ? error.name : typeof error}`))
    way.close()
  }
  return {
    onMessage(message) {
      if (isEncoded(message)) peer.message(message, handle).catch(refuse)
      else refuse(message)
    },
    onClose() {
      house.sessions.disconnect(connection)
      peer.close()
    },
  }
}

function isEncoded(message: unknown): message is EncodedMessage {
  return typeof message === 'string' || message instanceof Uint8Array || message instanceof ArrayBuffer
}
