import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { SystemPage } from '../system/SystemPage.tsx'
import { accountWords as words } from './vocabulary.ts'
import { accountColumns, type AccountRow } from './account-columns.tsx'
import { AccountSheet } from './AccountSheet.tsx'
import { AddAccount } from './AddAccount.tsx'
import { BulkPage } from './BulkPage.tsx'
import { SlipDialog } from './SlipDialog.tsx'
import type { Slip } from './slip-text.ts'

/** Who may log in, and as what. */
export function AccountsSection(): ReactNode {
  const { orpc } = useApi()
  const isAdministrator = useMe().capabilities.includes('system.admin')
  const accounts = useQuery(orpc.system.accounts.queryOptions())
  const [opened, setOpened] = useState<string | null>(null)
  const [adding, setAdding] = useState<'none' | 'one' | 'many'>('none')
  const [slip, setSlip] = useState<Slip | null>(null)
  const row = accounts.data?.find(({ id }) => id === opened) ?? null

  if (adding === 'many') return <BulkPage onBack={() => setAdding('none')} />
  const disabled = accounts.data?.filter(({ enabled }) => !enabled).length ?? 0
  return (
    <SystemPage
      section="accounts"
      note={accounts.data === undefined ? null : words.count(accounts.data.length, disabled)}
      actions={
        isAdministrator ? (
          <>
            <Button onClick={() => setAdding('one')}>{words.add}</Button>
            <Button type="primary" onClick={() => setAdding('many')}>
              {words.addMany}
            </Button>
          </>
        ) : null
      }
    >
      <Loaded query={accounts} lines={10}>
        {(rows) => <AccountGrid rows={rows} onOpen={setOpened} />}
      </Loaded>
      {row === null ? null : <AccountSheet account={row} onSlip={setSlip} onClose={() => setOpened(null)} />}
      {adding === 'one' ? <AddAccount onAdded={setSlip} onClose={() => setAdding('none')} /> : null}
      {slip === null ? null : <SlipDialog slip={slip} onClose={() => setSlip(null)} />}
    </SystemPage>
  )
}

function AccountGrid({ rows, onOpen }: { readonly rows: readonly AccountRow[]; readonly onOpen: (id: string) => void }): ReactNode {
  const source = useMemo(() => listSource({ rows, columns: accountColumns, key: ({ id }: AccountRow) => id, revision: rows, name: ({ staffName, name }: AccountRow) => staffName ?? name }), [rows])
  return (
    <SheetGrid
      label={words.rows}
      columns={accountColumns}
      source={source}
      search={words.search}
      empty={<Empty title={words.empty} />}
      sentence={sentenceOf}
      onOpen={({ id }) => onOpen(id)}
      rowActions={({ id }) => [{ key: 'open', label: words.open, onRun: () => onOpen(id) }]}
    />
  )
}
