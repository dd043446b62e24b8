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
export function waitedForCore(thread: string): number {
  return Number(readProc(`${thread}/schedstat`).split(' ')[1] ?? 0) / 1e6
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
  const look = () => ({ now: performance.now(), waited: waitedForCore('thread-self') })
  let [lag, last] = [0, look()]
  const pulse = setInterval(() => {
    const next = look()
    lag = Math.max(lag, next.now - last.now - (next.waited - last.waited) - beat)
    for (const pid of children()) waitedByChild.set(pid, Math.max(waitedByChild.get(pid) ?? 0, waitedForCore(pid)))
    last = next
  }, beat)
  const began = look()
  const result = await work().finally(() => clearInterval(pulse))
  const ended = look()
  // They wait side by side: what both waited for counts once.
  const waited = Math.max(ended.waited - began.waited, ...waitedByChild.values())
  return { result, taken: { seconds: (ended.now - began.now - waited) / 1_000, lag } }
}
