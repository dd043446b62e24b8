import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a piece of work took, without the time a busy machine gave neither this process nor its child a core. */
export interface Taken {
  readonly seconds: number
  /** Longest time this process did not answer, in milliseconds. */
  readonly lag: number
}

const beat = 5

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** Milliseconds a thread was ready to run and had to wait for a core, since it began. Only Linux tells; elsewhere a busy machine counts too. */
function waitedForCore(thread: string): number {
  return Number(readProc(`${thread}/schedstat`).split(' ')[1] ?? 0) / 1e6
}

/** Milliseconds that the host of a virtual machine gave its cores to others. */
function stolen(): number {
  return Number(/^cpu +(?:\d+ +){7}(\d+)/.exec(readProc('stat'))?.[1] ?? 0) * 10
}

/** A moment, and how long the thread that answers had waited for a core until then. */
export interface Moment {
  readonly now: number
  readonly stolen: number
  readonly waited: number
}

export function moment(): Moment {
  return { now: performance.now(), stolen: stolen(), waited: waitedForCore('thread-self') }
}

/** Milliseconds from one moment to another without those in which there was no core for the thread that answers. */
export function ownTime(from: Moment, to: Moment): number {
  return to.now - from.now - (to.waited - from.waited) - (to.stolen - from.stolen)
}

function children(): readonly string[] {
  return readProc('thread-self/children').split(' ').filter((pid) => pid !== '')
}

/** Clears away what a test made to have something to work on, so that it is not cleared away meanwhile. */
export function clearAway(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

/** Waits for the work with a pulse beside it: a pulse that is late although there was a core for it is a process that was blocked. */
export async function withPulse<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly taken: Taken }> {
  clearAway()
  const waitedByChild = new Map<string, number>()
  let [lag, last] = [0, moment()]
  const pulse = setInterval(() => {
    const next = moment()
    lag = Math.max(lag, ownTime(last, next) - beat)
    for (const pid of children()) waitedByChild.set(pid, Math.max(waitedByChild.get(pid) ?? 0, waitedForCore(pid)))
    last = next
  }, beat)
  const began = moment()
  const result = await work().finally(() => clearInterval(pulse))
  const ended = moment()
  // They wait side by side: what both waited for counts once.
  const taken = Math.min(ownTime(began, ended), ended.now - began.now - Math.max(0, ...waitedByChild.values()))
  return { result, taken: { seconds: taken / 1_000, lag } }
}
