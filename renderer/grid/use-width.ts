import { useLayoutEffect, useState } from 'react'

/** The width in px inside the element's scrollbars; 0 while there is none. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    const watcher = new ResizeObserver(measure)
    measure()
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [element])
  return width
}
