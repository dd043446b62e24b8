import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** How much of the pages can be seen, in pixels. */
export interface PaneView {
  readonly scrolled: number
  readonly width: number
  readonly height: number
}

/** The pane that pages are scrolled in, and what is seen of it now. */
export function usePane(): { readonly pane: RefObject<HTMLDivElement | null>; readonly view: PaneView } {
  const pane = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<PaneView>({ scrolled: 0, width: 800, height: 600 })
  useLayoutEffect(() => {
    const element = pane.current
    if (element === null) return
    const look = () => setView({ scrolled: element.scrollTop, width: element.clientWidth, height: element.clientHeight })
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  return { pane, view }
}
