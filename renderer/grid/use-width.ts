import { useLayoutEffect, useState } from 'react'

/** The width in px that AG Grid's viewport has for columns, beside the upright scrollbar it draws itself; 0 while there is no viewport. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element) return
    const bar = element.parentElement?.querySelector<HTMLElement>(':scope > .ag-body-vertical-scroll')
    const measure = () => setWidth(element.clientWidth - (bar?.offsetWidth ?? 0))
    const watcher = new ResizeObserver(measure)
    measure()
    watcher.observe(element)
    if (bar) watcher.observe(bar)
    return () => watcher.disconnect()
  }, [element])
  return width
}
