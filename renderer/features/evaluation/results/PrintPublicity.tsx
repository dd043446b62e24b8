import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { may } from '../../../frame/may.ts'
import { BookPreview } from '../../papers/pages/BookPreview.tsx'
import { workbookNames } from '../../papers/vocabulary.ts'
import { resultWords as words } from './vocabulary.ts'

/** 打印公示表: the sheet of the workbook, page by page. */
export function PrintPublicity({ code }: { readonly code: string }): ReactNode {
  const me = useMe()
  const [isLooking, setLooking] = useState(false)
  if (!may(me, 'export.run')) return null
  return (
    <>
      <Button onClick={() => setLooking(true)}>{words.print}</Button>
      {isLooking ? <BookPreview asked={{ book: { workbook: 'evaluation', period: code, copy: 'official' } }} name={workbookNames.evaluation} sheet="publicity" onClose={() => setLooking(false)} /> : null}
    </>
  )
}
