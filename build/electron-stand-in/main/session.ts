import { EventEmitter } from 'node:events'
import { app, preventable, requireReady } from './app.ts'

type Answer = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: { readonly url: string }, decide: (response: { readonly cancel?: boolean }) => void) => void
type PermissionRequest = (contents: object | null, permission: string, decide: (granted: boolean) => void, details: object) => void
type PermissionCheck = (contents: object | null, permission: string, origin: string, details: object) => boolean

export interface Scheme {
  readonly scheme: string
  readonly privileges: Readonly<Record<string, boolean>>
}

/** The schemes made privileged before the app was ready. */
export const schemes: Scheme[] = []

/** Why a request got no answer, in Chromium's words. */
export class NetworkRefusal extends Error {}

export class Session extends EventEmitter {
  readonly partition: string
  readonly protocol = {
    handle: (scheme: string, answer: Answer) => {
      if (this.#answers.has(scheme)) throw new Error('Failed to register protocol: already handled')
      this.#answers.set(scheme, answer)
    },
  }
  readonly webRequest = { onBeforeRequest: (listener: BeforeRequest) => void (this.#beforeRequest = listener) }
  readonly #answers = new Map<string, Answer>()
  #beforeRequest: BeforeRequest | null = null
  #permissionRequest: PermissionRequest | null = null
  #permissionCheck: PermissionCheck | null = null
  #device: ((details: object) => boolean) | null = null
  #display: ((request: object, decide: (streams: object | null) => void) => void) | null = null
  isSpelling = true

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#permissionRequest = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#permissionCheck = handler
  }

  setDevicePermissionHandler(handler: ((details: object) => boolean) | null): void {
    this.#device = handler
  }

  setDisplayMediaRequestHandler(handler: ((request: object, decide: (streams: object | null) => void) => void) | null): void {
    this.#display = handler
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.isSpelling = enable
  }

  /** Without handlers Electron grants everything, and so does this. */
  async grants(contents: object, permission: string, url: string): Promise<{ readonly requested: boolean; readonly checked: boolean; readonly device: boolean; readonly display: boolean }> {
    const request = this.#permissionRequest
    const display = this.#display
    return {
      requested: request === null ? true : await new Promise((decide) => request(contents, permission, decide, { requestingUrl: url, isMainFrame: true })),
      checked: this.#permissionCheck?.(contents, permission, new URL(url).origin, { requestingUrl: url, isMainFrame: true }) ?? true,
      device: this.#device?.({ deviceType: 'usb', origin: url, device: {} }) ?? true,
      display: display === null ? false : await new Promise((decide) => display({ frame: null, videoRequested: true }, (streams) => decide(hasPicture(streams)))),
    }
  }

  /** Whether a download went on. */
  download(contents: object, url: string): boolean {
    const event = preventable({})
    this.emit('will-download', event, { getURL: () => url }, contents)
    return !event.defaultPrevented
  }

  /** What a page of this session gets for an address. There is no network. @throws NetworkRefusal */
  async request(url: string, method: string): Promise<Response> {
    const before = this.#beforeRequest
    const isCancelled = before === null ? false : await new Promise<boolean>((resolve) => before({ url }, ({ cancel }) => resolve(cancel === true)))
    if (isCancelled) throw new NetworkRefusal('net::ERR_BLOCKED_BY_CLIENT')
    const scheme = new URL(url).protocol.slice(0, -1)
    const answer = this.#answers.get(scheme)
    if (answer === undefined) throw new NetworkRefusal(scheme === 'https' || scheme === 'http' ? 'net::ERR_INTERNET_DISCONNECTED' : 'net::ERR_UNKNOWN_URL_SCHEME')
    return answer(new Request(url, { method }))
  }
}

/** An answer without the picture that was asked for throws into the program, as in Electron. */
function hasPicture(streams: object | null): boolean {
  if (streams !== null && !('video' in streams)) throw new TypeError('Video was requested, but no video stream was provided')
  return streams !== null
}

const sessions = new Map<string, Session>()

function fromPartition(partition: string): Session {
  requireReady('Session can only be received')
  const known = sessions.get(partition)
  if (known !== undefined) return known
  const made = new Session(partition)
  sessions.set(partition, made)
  app.emit('session-created', made)
  return made
}

export const session = {
  fromPartition,
  get defaultSession(): Session {
    return fromPartition('persist:')
  },
}

export const protocol = {
  registerSchemesAsPrivileged(added: readonly Scheme[]) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    schemes.push(...added)
  },
  handle: (scheme: string, answer: Answer) => session.defaultSession.protocol.handle(scheme, answer),
}
