import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** Hears a port with the ports that come beside its messages. What comes was made by the other end of the stand-in, or is for the program to judge. */
export function onMessage<T>(port: MessagePort, listener: (data: T, ports: readonly MessagePort[]) => void): void {
  port.addEventListener('message', (event) => {
    if (event instanceof MessageEvent) listener(event.data, event.ports)
  })
}

/** Electron's ports between processes, on the ports between threads: started by hand, emptied by being handed on, plain data only. */
export class MessagePortMain extends EventEmitter {
  readonly #port: MessagePort
  #isGone = false

  constructor(port: MessagePort) {
    super()
    this.#port = port
    // A port that is handed on closes here, which is no end of the connection.
    port.on('close', () => {
      if (!this.#isGone) this.emit('close')
    })
  }

  start(): void {
    onMessage(this.#port, (data, ports) => this.emit('message', { data, ports: ports.map((port) => new MessagePortMain(port)) }))
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (this.#isGone) throw new TypeError('the port has been handed on')
    send(this.#port, message, transfer)
  }

  close(): void {
    this.#port.close()
  }

  /** The port itself, for the thread it is handed to; it is of no more use here. */
  take(): MessagePort {
    if (this.#isGone) throw new TypeError('a port can be handed on only once')
    this.#isGone = true
    return this.#port
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

/** Sends as Electron does between processes: nothing that only a page could keep, and ports of Electron's kind alone. */
export function send(port: MessagePort, message: unknown, transfer: readonly unknown[]): void {
  refuseUncloneable(message)
  port.postMessage(
    message,
    transfer.map((each) => {
      if (each instanceof MessagePortMain) return each.take()
      throw new TypeError('Invalid value for transfer')
    }),
  )
}

/** A Blob, a file, a function or a port inside a message cannot leave a process of Electron. */
export function refuseUncloneable(value: unknown): void {
  if (typeof value === 'function' || typeof value === 'symbol' || value instanceof Blob || value instanceof EventEmitter) throw new Error('An object could not be cloned.')
  if (Array.isArray(value)) value.forEach(refuseUncloneable)
  else if (value instanceof Map) [...value].forEach(refuseUncloneable)
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(value).forEach(refuseUncloneable)
}

/** The port of a page, as Chromium gives it: it waits for `start`. */
export class PagePort extends EventTarget {
  readonly #port: MessagePort
  #isStarted = false

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.dispatchEvent(new Event('close')))
  }

  start(): void {
    if (this.#isStarted) return
    this.#isStarted = true
    this.#port.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })))
  }

  postMessage(message: unknown): void {
    refuseUncloneable(message)
    this.#port.postMessage(message)
  }

  close(): void {
    this.#port.close()
  }
}
