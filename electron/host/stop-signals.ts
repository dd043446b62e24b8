/**
 * Stops once when the process is told to, and resolves when that is done. A terminal and what stands between it and
 * the program (npm) may each pass the same Ctrl+C on: the second one must not cut the stopping short.
 */
export function stopOnSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let isStopping = false
    const begin = () => {
      if (isStopping) return
      isStopping = true
      stop().then(resolve, reject)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, begin)
  })
}
