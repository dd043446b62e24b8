import { useEffect, type RefObject } from 'react'
import type { SheetHandle } from '../../../grid/types.ts'

/** A grid takes the keyboard only once its rows stand. */
const patienceMs = 3000

/** Gives a grid the keyboard as soon as it can take it, unless the user has put it somewhere else meanwhile. */
export function useFirstFocus(handle: RefObject<SheetHandle | null>): void {
  useEffect(() => {
    const end = performance.now() + patienceMs
    let frame = 0
    function attempt(): void {
      if (document.activeElement !== document.body) return
      handle.current?.focus()
      if (performance.now() < end) frame = requestAnimationFrame(attempt)
    }
    attempt()
    return () => cancelAnimationFrame(frame)
  }, [handle])
}
