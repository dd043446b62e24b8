/**
 * A process of its own that may be killed at any time: hostile files are read and large exports written there.
 * Plain Node forks a child (`fork-worker.ts`); in Electron the host asks main for a utility process and wraps its port in the same shape.
 */
export interface WorkerPort {
  /** Plain data only. A message to a process that has ended is dropped. */
  postMessage(message: unknown): void
  /** Resolves when what was posted has left this process, so that a sender can keep pace; absent where the platform does not tell. */
  drained?(): Promise<void>
  onMessage(listener: (message: unknown) => void): void
  /** Called once, also after `kill` and when the process could not be started. */
  onExit(listener: (exit: WorkerExit) => void): void
  /** Ends the process at once, whatever it is doing. */
  kill(): void
  /** Resident bytes of the process now; null where the platform does not tell. */
  memory(): Promise<number | null>
}

export interface WorkerExit {
  readonly code: number | null
  readonly signal: string | null
}

/** `heapMegabytes` caps the script heap of the process (`--max-old-space-size`). */
export interface WorkerOptions {
  readonly heapMegabytes: number
}

/** New objects get little room: these processes make and drop millions, and would else grow by a hundred megabytes before they look for what is dropped. */
export const youngGeneration = '--max-semi-space-size=2'

/** Starts a module as a worker. `entry` is the source module; a packaged application maps it by its file name to the built one. */
export type WorkerFactory = (entry: URL, options: WorkerOptions) => WorkerPort
