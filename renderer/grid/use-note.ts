import { useCallback, useEffect, useState } from 'react'

const standsMs = 5000

/** A short word in the status bar that goes away by itself. */
export function useNote(): readonly [note: string | null, setNote: (text: string | null) => void] {
  const [note, setNote] = useState<{ readonly text: string } | null>(null)
  useEffect(() => {
    if (!note) return
    const timer = setTimeout(() => setNote(null), standsMs)
    return () => clearTimeout(timer)
  }, [note])
  return [note?.text ?? null, useCallback((text: string | null) => setNote(text === null ? null : { text }), [])]
}
