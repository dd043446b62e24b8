import type { Area } from '../../../../shared/contract/procedure.ts'
import type { ChangeFeed } from '../../app/change-feed.ts'
import type { Connection } from '../../app/session.ts'

/**
 * The areas of each commit, until the session of the connection ends or the caller stops listening.
 * The first answer is empty and says that the subscription stands: what is loaded after it misses nothing.
 * What was committed before the end is still told: a window whose session ends learns from it that it is outside.
 * Commits that follow each other faster than they are read are told as one.
 */
export async function* followChanges(feed: ChangeFeed, connection: Connection, signal: AbortSignal | undefined): AsyncGenerator<{ readonly areas: Area[] }, void> {
  const pending = new Set<Area>()
  let isOver = signal?.aborted ?? false
  let wake: () => void = () => undefined
  const stop = () => {
    isOver = true
    wake()
  }
  const unsubscribe = feed.subscribe((areas) => {
    areas.forEach((area) => pending.add(area))
    wake()
  })
  connection.onEnd.add(stop)
  signal?.addEventListener('abort', stop)
  try {
    yield { areas: [] }
    for (;;) {
      if (signal?.aborted) return
      if (pending.size > 0) {
        const areas = [...pending]
        pending.clear()
        yield { areas }
      } else if (isOver) {
        return
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    unsubscribe()
    connection.onEnd.delete(stop)
    signal?.removeEventListener('abort', stop)
  }
}
