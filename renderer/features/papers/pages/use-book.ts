import { keepPreviousData, useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { pagesPerBlock } from './page-blocks.ts'

type PagesInput = Parameters<TownshipClient['books']['pages']>[0]
export type ShownPages = Awaited<ReturnType<TownshipClient['books']['pages']>>

/** What is looked at: a workbook, and a layout in place of the one in use. */
export interface BookAsked {
  readonly book: PagesInput['book']
  readonly layout?: PagesInput['layout']
}

function opening({ book, layout = null }: BookAsked): PagesInput {
  return { book, layout, sheet: null, count: 0 }
}

/** Opens a workbook to be looked at: its sheets with their pages. It is made anew each time it is opened, and stays as it was then. */
export function useOpenBook(asked: BookAsked): UseQueryResult<ShownPages> {
  const { orpc } = useApi()
  return useQuery(orpc.books.pages.queryOptions({ input: opening(asked), staleTime: Infinity, gcTime: 0, retry: false, placeholderData: keepPreviousData }))
}

/** Tells the host, when what shows the book goes, that its pages are no longer looked at. */
export function useEndOfBook(preview: string | null): void {
  const { client } = useApi()
  useEffect(() => {
    if (preview === null) return
    // One that is not told of it ends by itself.
    return () => void client.books.close({ preview }).catch(() => undefined)
  }, [client, preview])
}

/** Pages of a sheet, by blocks that begin at these numbers. Should the host have let go of the book, what it made anew takes its place. */
export function usePageBlocks(asked: BookAsked, opened: ShownPages, sheet: string, blocks: readonly number[]): readonly (ShownPages | undefined)[] {
  const { orpc } = useApi()
  const queries = useQueryClient()
  const input = opening(asked)
  const found = useQueries({
    queries: blocks.map((from) => orpc.books.pages.queryOptions({ input: { ...input, sheet, from, count: pagesPerBlock, preview: opened.preview }, staleTime: Infinity, gcTime: 60_000, retry: false })),
  })
  const anew = found.find(({ data }) => data !== undefined && data.preview !== opened.preview)?.data
  const key = orpc.books.pages.queryKey({ input })
  const keyText = JSON.stringify(key)
  useEffect(() => {
    if (anew !== undefined) queries.setQueryData(key, { ...anew, pages: [] })
    // `keyText` stands for the key, which is a new list each time.
  }, [anew, keyText, queries])
  return found.map(({ data }) => data)
}
