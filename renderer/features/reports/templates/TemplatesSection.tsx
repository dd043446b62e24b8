import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import type { WorkbookBook } from '../../../../shared/domain/papers/codes.ts'
import { layoutBookNames } from '../../../../shared/domain/papers/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { formatPlace, useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { AddTemplate } from './AddTemplate.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import './templates.css'
import { templateWords as words } from './vocabulary.ts'

/** 上级模板: the list, or one of them opened. */
export function TemplatesSection({ id }: { readonly id?: string }): ReactNode {
  const { orpc } = useApi()
  const list = useQuery(orpc.templates.list.queryOptions({ input: {} }))
  return <Loaded query={list}>{({ rows, mayEdit }) => (id !== undefined && rows.some((row) => row.id === id) ? <TemplateEditor key={id} id={id} mayEdit={mayEdit} /> : <TemplateList rows={rows} mayEdit={mayEdit} />)}</Loaded>
}

interface TemplateListProps {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly fileName: string; readonly book: WorkbookBook }[]
  readonly mayEdit: boolean
}

function TemplateList({ rows, mayEdit }: TemplateListProps): ReactNode {
  const { go } = useNavigation()
  const [isAdding, setAdding] = useState(false)
  const add = <Button type="primary" onClick={() => setAdding(true)}>{words.add}</Button>
  return (
    <TabPage body="scroll" actions={mayEdit ? add : null}>
      <p className="template-intro">{mayEdit ? words.intro : words.readOnly}</p>
      {rows.length === 0 ? (
        <Empty title={words.empty} hint={mayEdit ? words.emptyHint : words.emptyReadOnly} />
      ) : (
        <Table
          className="list-table"
          size="small"
          rowKey="id"
          dataSource={[...rows]}
          pagination={false}
          columns={[
            { title: words.name, key: 'name', render: (_, row) => <a href={formatPlace({ tab: 'reports', section: 'templates', id: row.id })}>{row.name}</a> },
            { title: words.bookColumn, key: 'book', render: (_, row) => layoutBookNames[row.book] },
            { title: words.fileColumn, dataIndex: 'fileName' },
          ]}
        />
      )}
      {isAdding ? <AddTemplate onAdded={(added) => go({ tab: 'reports', section: 'templates', id: added })} onClose={() => setAdding(false)} /> : null}
    </TabPage>
  )
}
