import { useEffect, useRef } from 'react'
import { usePeriod } from '../../api/period.ts'

/** Tells when the window is turned to another period, not of the first one. */
export function usePeriodChange(onChange: () => void): void {
  const id = usePeriod()?.id ?? null
  const before = useRef(id)
  const listener = useRef(onChange)
  useEffect(() => {
    listener.current = onChange
  })
  useEffect(() => {
    const isOther = before.current !== null && before.current !== id
    before.current = id
    if (isOther) listener.current()
  }, [id])
}
