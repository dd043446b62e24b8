import { useEffect, useRef, useState } from 'react'

/** Gives the keyboard back to where it was when what covers the page goes away. For a component that is mounted to open it. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  const returning = useRef<number | undefined>(undefined)
  useEffect(() => {
    // Only a going for good returns it; an effect that is merely run again takes that back.
    window.clearTimeout(returning.current)
    return () => {
      returning.current = window.setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    }
  }, [before])
}
