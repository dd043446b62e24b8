import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { layoutBooks } from '../../../../shared/domain/papers/codes.ts'
import { useApi } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { LayoutList } from './LayoutList.tsx'
import { LayoutPage } from './LayoutPage.tsx'
import './layouts.css'
import type { LayoutRow, OpenLayout } from './types.ts'
import { layoutWords } from './vocabulary.ts'

export interface LayoutsSectionProps {
  /** The form that is open: an own one by its id, a shipped one by its book. */
  readonly id?: string
}

function opened(rows: readonly LayoutRow[], id: string): OpenLayout | null {
  const row = rows.find((one) => one.id === id)
  if (row !== undefined) return { kind: 'own', row }
  const book = layoutBooks.find((one) => one === id)
  return book === undefined ? null : { kind: 'shipped', book }
}

/** 版式: every form of every workbook, or one of them with its sheets. */
export function LayoutsSection({ id }: LayoutsSectionProps): ReactNode {
  const { orpc } = useApi()
  const { go } = useNavigation()
  const layouts = useQuery(orpc.layouts.list.queryOptions())
  return (
    <Loaded query={layouts}>
      {(rows) => {
        if (id === undefined) return <LayoutList rows={rows} />
        const open = opened(rows, id)
        if (open !== null) return <LayoutPage key={id} open={open} />
        return (
          <TabPage body="scroll">
            <Empty title={layoutWords.notFound} action={<Button onClick={() => go({ tab: 'reports', section: 'layouts' })}>{layoutWords.back}</Button>} />
          </TabPage>
        )
      }}
    </Loaded>
  )
}
