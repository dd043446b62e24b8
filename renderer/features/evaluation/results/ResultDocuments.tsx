import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useDocument } from '../../papers/use-document.ts'
import { resultWords as words } from './vocabulary.ts'

export interface ResultDocumentsProps {
  readonly code: string
  /** Whom notices are for; null for everybody the caller hands them to. */
  readonly staffIds: readonly string[] | null
  /** Whether the caller sees the whole township. */
  readonly isWhole: boolean
}

/** 公示, 优秀名单公示, 表彰通报 and 告知单 as Word documents. */
export function ResultDocuments({ code, staffIds, isWhole }: ResultDocumentsProps): ReactNode {
  const { isMaking, save } = useDocument()
  const items = [
    ...(isWhole ? [{ key: 'publicity', label: words.publicityDocument, onClick: () => void save((client) => client.documents.publicity({ code })) }] : []),
    ...(isWhole ? [{ key: 'excellent', label: words.excellentDocument, onClick: () => void save((client) => client.documents.excellent({ code })) }] : []),
    ...(isWhole ? [{ key: 'commendation', label: words.commendationDocument, onClick: () => void save((client) => client.documents.commendation({ code })) }] : []),
    { key: 'notices', label: words.noticeDocument(staffIds?.length ?? null), onClick: () => void save((client) => client.documents.notices({ code, staffIds: staffIds === null ? null : [...staffIds] })) },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button loading={isMaking}>{words.documents}</Button>
    </Dropdown>
  )
}
