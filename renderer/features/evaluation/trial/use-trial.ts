import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../../api/api.ts'
import type { TrialAnswer } from '../../plans/api-types.ts'

/** While a number is being typed nothing is computed. */
const settledAfterMs = 200

export interface Trying {
  /** Of the constants as they were last in order. */
  readonly answer: TrialAnswer | undefined
  readonly isRunning: boolean
  readonly error: unknown
}

/** The period under its own plan and under what has been typed, as soon as that rests for a moment and is in order. */
export function useTrial(code: string, document: unknown, isInOrder: boolean): Trying {
  const { orpc } = useApi()
  const [settled, setSettled] = useState<unknown>(document)
  useEffect(() => {
    if (!isInOrder) return
    const timer = setTimeout(() => setSettled(document), settledAfterMs)
    return () => clearTimeout(timer)
  }, [document, isInOrder])
  const query = useQuery(orpc.trial.run.queryOptions({ input: { code, document: settled }, placeholderData: keepPreviousData, retry: false }))
  return { answer: query.data, isRunning: query.isFetching || (isInOrder && settled !== document), error: query.error }
}
