import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { LayoutEditor } from './LayoutEditor.tsx'
import type { OpenLayout } from './types.ts'

/** One form with what it holds, beside the shipped one of its book. */
export function LayoutPage({ open }: { readonly open: OpenLayout }): ReactNode {
  const { orpc } = useApi()
  const book = open.kind === 'own' ? open.row.book : open.book
  const found = useQuery(orpc.layouts.get.queryOptions({ input: { book, id: open.kind === 'own' ? open.row.id : null } }))
  return <Loaded query={found}>{({ row, layout, shipped }) => <LayoutEditor book={book} row={row} stored={layout} shipped={shipped} />}</Loaded>
}
