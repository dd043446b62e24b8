/**
 * Runs a long piece of work as a stream: each report as it comes, then the result. A caller who stops listening aborts the
 * signal that the work is given; a work that fails makes the stream fail.
 */
export async function* withProgress<Report, Done>(signal: AbortSignal | undefined, run: (report: (value: Report) => void, signal: AbortSignal) => Promise<Done>): AsyncGenerator<Report | Done, void> {
  const reports: Report[] = []
  let wake: () => void = () => undefined
  const aborter = new AbortController()
  const abort = () => aborter.abort()
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  let outcome: { readonly kind: 'done'; readonly value: Done } | { readonly kind: 'failed'; readonly error: unknown } | null = null
  const work = run((value) => {
    reports.push(value)
    wake()
  }, aborter.signal).then(
    (value) => {
      outcome = { kind: 'done', value }
      wake()
    },
    (error: unknown) => {
      outcome = { kind: 'failed', error }
      wake()
    },
  )
  const settled = (): typeof outcome => outcome
  try {
    for (;;) {
      const report = reports.shift()
      if (report !== undefined) {
        yield report
        continue
      }
      const end = settled()
      // What was given up on request has not failed.
      if (end?.kind === 'failed' && aborter.signal.aborted) return
      if (end?.kind === 'failed') throw end.error
      if (end?.kind === 'done') {
        yield end.value
        return
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    signal?.removeEventListener('abort', abort)
    abort()
    await work
  }
}
