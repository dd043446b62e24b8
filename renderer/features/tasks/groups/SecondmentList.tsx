import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import { secondmentColumns, type Secondment } from './secondment-rows.tsx'
import { SecondmentDialog } from './SecondmentDialog.tsx'
import { secondmentWords as words } from './vocabulary.ts'

/** 抽调 of everybody in the reader's view; a row opens for a change. */
export function SecondmentList(): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const { modal } = App.useApp()
  const on = today()
  const list = useQuery(orpc.secondments.list.queryOptions({ input: {} }))
  const columns = useMemo(() => secondmentColumns(on), [on])
  const [edited, setEdited] = useState<Secondment | null>(null)
  const mayEdit = may(me, 'staff.edit')

  async function remove({ id, version }: Secondment): Promise<void> {
    try {
      await client.secondments.remove({ id, version })
      notice.done(words.removed)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  function actionsOf(row: Secondment) {
    return [
      { key: 'edit', label: words.edit, onRun: () => setEdited(row) },
      { key: 'remove', label: words.remove, danger: true, onRun: () => void modal.confirm({ title: words.removeAsk(row.staffName), content: words.removeNote, okText: words.remove, okButtonProps: { danger: true }, icon: null, onOk: () => remove(row) }) },
    ]
  }

  return (
    <Loaded query={list}>
      {(rows) => (
        <>
          <SheetGrid<Secondment>
            label={words.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ id }) => id, revision: list.dataUpdatedAt, name: ({ staffName }) => staffName })}
            search={words.search}
            rowName={({ staffName }) => staffName}
            sentence={sentenceOf}
            {...(mayEdit ? { rowActions: actionsOf, onOpen: setEdited } : {})}
            empty={<Empty title={words.none} hint={words.noneHint} />}
          />
          {edited === null ? null : <SecondmentDialog secondment={edited} onClose={() => setEdited(null)} />}
        </>
      )}
    </Loaded>
  )
}
