/** The start of a utility process: `electron` has nothing here that belongs to the main process, and the parent is heard through `process.parentPort`. */
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { getHeapStatistics } from 'node:v8'
import { workerData, type MessagePort } from 'node:worker_threads'
import { MessagePortMain, onMessage, send } from '../ports.ts'

const { entry, parent }: { readonly entry: string; readonly parent: MessagePort } = workerData

/** Messages wait until somebody listens, as in Electron. */
class ParentPort extends EventEmitter {
  #isListening = false

  override on(name: string, listener: (...args: unknown[]) => void): this {
    super.on(name, listener)
    this.#listen(name)
    return this
  }

  override once(name: string, listener: (...args: unknown[]) => void): this {
    super.once(name, listener)
    this.#listen(name)
    return this
  }

  postMessage(message: unknown): void {
    send(parent, message, [])
  }

  #listen(name: string): void {
    if (name !== 'message' || this.#isListening) return
    this.#isListening = true
    onMessage(parent, (data, ports) => this.emit('message', { data, ports: ports.map((port) => new MessagePortMain(port)) }))
  }
}

Object.defineProperty(process, 'parentPort', { value: new ParentPort(), enumerable: true })
process.argv.splice(1, 1, entry)
// A process of its own would not be charged with what the other threads hold.
Object.assign(process.memoryUsage, { rss: () => getHeapStatistics().total_physical_size })

const electron = new URL('./electron.ts', import.meta.url).href
registerHooks({ resolve: (specifier, context, next) => next(specifier === 'electron' ? electron : specifier, context) })

await import(pathToFileURL(entry).href)
