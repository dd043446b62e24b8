import { Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { may } from '../../module/may.ts'
import { BookPreview } from '../../reports/pages/BookPreview.tsx'
import { useDocument } from '../../reports/use-document.ts'
import { workbookNames } from '../../reports/vocabulary.ts'
import { resultWords as words } from './vocabulary.ts'

export interface ResultDocumentsProps {
  readonly code: string
  /** Whom notices are for; null for everybody the caller hands them to. */
  readonly staffIds: readonly string[] | null
  /** Whether the caller sees the whole township. */
  readonly isWhole: boolean
}

/** 公示 and 告知单 as Word documents, and the sheet 公示表 of the workbook as it is printed. */
export function ResultDocuments({ code, staffIds, isWhole }: ResultDocumentsProps): ReactNode {
  const me = useMe()
  const { isMaking, save } = useDocument()
  const [isLooking, setLooking] = useState(false)
  const items = [
    ...(isWhole && may(me, 'export.run') ? [{ key: 'sheet', label: words.publicitySheet, onClick: () => setLooking(true) }] : []),
    ...(isWhole ? [{ key: 'publicity', label: words.publicityDocument, onClick: () => void save((client) => client.documents.publicity({ code })) }] : []),
    { key: 'notices', label: words.noticeDocument(staffIds?.length ?? null), onClick: () => void save((client) => client.documents.notices({ code, staffIds: staffIds === null ? null : [...staffIds] })) },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button loading={isMaking}>{words.documents}</Button>
      </Dropdown>
      {isLooking ? <BookPreview asked={{ book: { workbook: 'evaluation', period: code, copy: 'official' } }} name={workbookNames.evaluation} sheet={words.publicitySheetName} onClose={() => setLooking(false)} /> : null}
    </>
  )
}
