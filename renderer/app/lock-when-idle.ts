const idleMs = 10 * 60_000
const tellingMs = 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Calls `lock` after ten minutes without a hand on mouse or keyboard, and `stillHere` once a minute while there is one: the data
 * side ends a session of which nothing is heard. Gives what ends the watch.
 */
export function lockWhenIdle(lock: () => void, stillHere: () => void): () => void {
  let timer = setTimeout(lock, idleMs)
  let lastSign = Date.now()
  let lastTold = lastSign
  // A pointer moves a hundred times a second; once a second is often enough.
  function begin(): void {
    if (Date.now() - lastSign < 1000) return
    lastSign = Date.now()
    clearTimeout(timer)
    timer = setTimeout(lock, idleMs)
    if (lastSign - lastTold < tellingMs) return
    lastTold = lastSign
    stillHere()
  }
  signs.forEach((sign) => window.addEventListener(sign, begin, { passive: true, capture: true }))
  return () => {
    clearTimeout(timer)
    signs.forEach((sign) => window.removeEventListener(sign, begin, { capture: true }))
  }
}
