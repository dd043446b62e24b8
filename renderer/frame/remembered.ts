import { useCallback, useState } from 'react'
import { useApi } from '../api/api.ts'

/** First part of a key that no procedure has; the change feed leaves it alone. */
const keyOf = (name: string) => ['remembered', name] as const

/**
 * What the window remembers of a screen while it is open, beside the queries and gone with the session: the value as it was when the
 * screen came up (undefined at first), and how to keep another. Keeping one draws nothing anew.
 */
export function useKept<Value>(name: string): readonly [Value | undefined, (value: Value) => void] {
  const { queries } = useApi()
  const [first] = useState(() => queries.getQueryData<Value>(keyOf(name)))
  const keep = useCallback(
    (value: Value) => {
      queries.setQueryDefaults(keyOf(name), { gcTime: Infinity })
      queries.setQueryData<Value>(keyOf(name), value)
    },
    [queries, name],
  )
  return [first, keep]
}

/** A state of a screen that is as one left it when one comes back: a quick filter, an order. */
export function useRemembered<Value>(name: string, initial: Value): readonly [Value, (value: Value) => void] {
  const [first, keep] = useKept<Value>(name)
  const [value, setValue] = useState(first ?? initial)
  const set = useCallback(
    (next: Value) => {
      setValue(() => next)
      keep(next)
    },
    [keep],
  )
  return [value, set]
}
