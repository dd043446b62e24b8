import type { ReactNode } from 'react'
import { sentenceOf } from '../api/failure.ts'
import { Failure } from '../ui/Failure.tsx'
import { Loading } from '../ui/Loading.tsx'

export interface LoadedProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown }
  /** Lines of the skeleton. */
  readonly lines?: number
  readonly children: (data: Data) => ReactNode
}

/** What a query has brought: a skeleton before, the sentence and 重试 after a failure. What is there stays there. */
export function Loaded<Data>({ query, lines = 6, children }: LoadedProps<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null && query.error !== undefined) return <Failure sentence={sentenceOf(query.error)} onRetry={() => query.refetch()} />
  return <Loading lines={lines} />
}
