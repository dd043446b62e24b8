import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { layoutBooks, type LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import { layoutBookNames } from '../../../../shared/domain/papers/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { tabWords } from '../../evaluation/vocabulary.ts'
import { useCommand } from '../../../frame/use-command.ts'
import { NameLayout } from './NameLayout.tsx'
import type { LayoutRow } from './types.ts'
import { layoutWords } from './vocabulary.ts'

/** A line of the list: the shipped form of a book (`row` null) or an own one below it. */
interface Line {
  readonly key: string
  readonly book: LayoutBook
  readonly row: LayoutRow | null
  readonly isUsed: boolean
}

function linesOf(rows: readonly LayoutRow[]): readonly Line[] {
  return layoutBooks.flatMap((book) => {
    const own = rows.filter((row) => row.book === book)
    return [{ key: book, book, row: null, isUsed: own.every(({ inUse }) => !inUse) }, ...own.map((row) => ({ key: row.id, book, row, isUsed: row.inUse }))]
  })
}

/** Every form of every workbook, which one is in use, and what can be done with it. */
export function LayoutList({ rows }: { readonly rows: readonly LayoutRow[] }): ReactNode {
  const { client } = useApi()
  const { go } = useNavigation()
  const notice = useNotice()
  const { isBusy, run } = useCommand()
  const [copying, setCopying] = useState<Line | null>(null)
  const [renaming, setRenaming] = useState<LayoutRow | null>(null)
  const open = (id: string) => go({ tab: 'reports', section: 'layouts', id })

  function commandsOf({ key, book, row }: Line): ReactNode {
    const seen = row === null ? null : { id: row.id, version: row.version }
    return (
      <span className="layout-commands">
        {row !== null && !row.inUse ? (
          <ConfirmButton label={layoutWords.remove} question={layoutWords.removeQuestion(row.name)} consequence={layoutWords.removeConsequence} danger size="small" disabled={isBusy} onConfirm={() => void run(async () => (await client.layouts.remove({ id: row.id, version: row.version }), layoutWords.removed(row.name)))} />
        ) : null}
        {row === null ? null : <Button size="small" onClick={() => setRenaming(row)}>{layoutWords.rename}</Button>}
        <Button size="small" onClick={() => setCopying({ key, book, row, isUsed: false })}>{layoutWords.copy}</Button>
        {seen === null ? null : row?.inUse === true ? (
          <Button size="small" disabled={isBusy} onClick={() => void run(async () => (await client.layouts.stopUsing(seen), layoutWords.stopped(layoutBookNames[book])))}>{layoutWords.stop}</Button>
        ) : (
          <Button size="small" disabled={isBusy || (row?.faults.length ?? 0) > 0} onClick={() => void run(async () => (await client.layouts.use(seen), layoutWords.used(layoutBookNames[book])))}>{layoutWords.use}</Button>
        )}
        <Button size="small" onClick={() => open(key)}>{row === null ? layoutWords.look : layoutWords.open}</Button>
      </span>
    )
  }

  return (
    <TabPage body="scroll">
      <p className="layout-intro">{layoutWords.intro}</p>
      <Table
        className="list-table layout-list"
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={[...linesOf(rows)]}
        onRow={({ key }) => ({ onDoubleClick: () => open(key) })}
        columns={[
          { title: layoutWords.book, key: 'book', render: (_, { book, row }) => (row === null ? layoutBookNames[book] : '') },
          { title: layoutWords.name, key: 'name', render: (_, { row }) => row?.name ?? layoutWords.shipped },
          { title: layoutWords.state, key: 'state', render: (_, line) => <StateOf {...line} /> },
          { title: <span className="ui-unseen">{tabWords.commands}</span>, key: 'commands', align: 'right', render: (_, line) => commandsOf(line) },
        ]}
      />
      {copying === null ? null : (
        <NameLayout
          title={layoutWords.copyTitle(layoutBookNames[copying.book], copying.row?.name ?? layoutWords.shipped)}
          confirm={layoutWords.copyConfirm}
          name={copying.row === null ? layoutWords.ownName : ''}
          onClose={() => setCopying(null)}
          onName={async (name) => {
            const { id } = await client.layouts.copy({ book: copying.book, from: copying.row?.id ?? null, name })
            notice.done(layoutWords.copied)
            open(id)
          }}
        />
      )}
      {renaming === null ? null : (
        <NameLayout
          title={layoutWords.renameTitle}
          confirm={layoutWords.rename}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onName={async (name) => {
            await client.layouts.rename({ id: renaming.id, name, version: renaming.version })
            notice.done(layoutWords.renamed)
          }}
        />
      )}
    </TabPage>
  )
}

function StateOf({ row, isUsed }: Line): ReactNode {
  return (
    <span className="layout-states">
      {isUsed ? <StateTag tone="good">{layoutWords.inUse}</StateTag> : row === null ? null : <StateTag tone="quiet">{layoutWords.notInUse}</StateTag>}
      {row !== null && row.faults.length > 0 ? <StateTag tone="bad">{layoutWords.faulty(row.faults.length)}</StateTag> : null}
    </span>
  )
}
