import { workerData, type MessagePort } from 'node:worker_threads'
import type { StartOptions } from '../wire.ts'

interface MainData {
  readonly options: StartOptions
  readonly pages: MessagePort
  readonly control: MessagePort
}

/** What the starter of this thread gave it. */
export const { options, pages, control }: MainData = workerData
