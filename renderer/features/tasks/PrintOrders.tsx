import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { mostOrders } from '../../../shared/contract/books.ts'
import { useApi } from '../../api/api.ts'
import type { TownshipClient } from '../../api/connection.ts'
import { sentenceOf } from '../../api/failure.ts'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { BookPage } from '../reports/pages/BookPage.tsx'
import { paperWords } from './vocabulary.ts'

type Orders = Awaited<ReturnType<TownshipClient['books']['orders']>>

/** 打印交办单: the chosen tasks, one a page, as the sheet of the ledger has them. */
export function PrintOrders({ ids, label }: { readonly ids: readonly string[]; readonly label: string }): ReactNode {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [orders, setOrders] = useState<Orders | null>(null)
  const [isLoading, setLoading] = useState(false)

  useEffect(() => {
    if (orders !== null) void desktop.print({ orientation: orders[0]?.form.orientation ?? 'portrait' }).finally(() => setOrders(null))
  }, [orders, desktop])

  async function load(): Promise<void> {
    setLoading(true)
    try {
      setOrders(await client.books.orders({ ids: ids.slice(0, mostOrders) }))
      if (ids.length > mostOrders) notice.done(paperWords.onlyFirst(mostOrders))
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setLoading(false)
    }
  }

  return (
    <>
      <Button loading={isLoading} onClick={() => void load()}>{label}</Button>
      {orders === null ? null : <PrintSheet>{orders.flatMap(({ form, pages }, at) => pages.map((page) => <BookPage key={`${String(at)} ${String(page.number)}`} form={form} page={page} />))}</PrintSheet>}
    </>
  )
}
