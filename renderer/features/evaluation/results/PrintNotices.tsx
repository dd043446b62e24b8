import { Button, Dropdown } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { useModulePlace } from '../../module/use-modules.ts'
import { NoticePaper, type NoticeRow } from './NoticePaper.tsx'
import { noticeWords as words } from './vocabulary.ts'

export interface PrintNoticesProps<Row> {
  readonly period: ChosenPeriod
  readonly rows: readonly Row[]
  readonly selected: ReadonlySet<string>
  readonly noticeOf: (row: Row) => NoticeRow
  /** While it prints nothing else may stand on paper. */
  readonly onPrinting: (isPrinting: boolean) => void
}

interface Printing {
  readonly rows: readonly NoticeRow[]
  readonly appealUntil: string | null
}

/** 打印告知单: of the chosen people, of a module, or of all; one a page. */
export function PrintNotices<Row extends { readonly staffId: string; readonly moduleName: string }>({ period, rows, selected, noticeOf, onPrinting }: PrintNoticesProps<Row>): ReactNode {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [printing, setPrinting] = useState<Printing | null>(null)
  const chosen = rows.filter(({ staffId }) => selected.has(staffId))
  const placeOf = useModulePlace()
  const modules = [...Map.groupBy(rows, ({ moduleName }) => moduleName)].sort(([a], [b]) => placeOf(a) - placeOf(b))

  useEffect(() => {
    if (printing === null) return
    void desktop.print().finally(() => {
      setPrinting(null)
      onPrinting(false)
    })
  }, [printing, desktop, onPrinting])

  async function print(list: readonly Row[]): Promise<void> {
    try {
      const publicity = await client.appeals.publicity({ periodId: period.id })
      onPrinting(true)
      setPrinting({ rows: list.map(noticeOf), appealUntil: publicity?.to ?? null })
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  const item = (key: string, label: string, list: readonly Row[]) => ({ key, label, onClick: () => void print(list) })
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(chosen.length === 0 ? [] : [item('chosen', words.chosen(chosen.length), chosen)]),
            item('all', words.all(rows.length), rows),
            ...modules.map(([module, list]) => item(`module:${module}`, words.ofModule(module, list.length), list)),
          ],
        }}
      >
        <Button loading={printing !== null}>{words.print}</Button>
      </Dropdown>
      {printing === null ? null : <NoticePaper code={period.code} {...printing} />}
    </>
  )
}
