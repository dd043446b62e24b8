import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** The value of the last render, for listeners and closures that live longer than one. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
