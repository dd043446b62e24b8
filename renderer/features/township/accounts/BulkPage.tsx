import { Button } from 'antd'
import type { ReactNode } from 'react'
import { SystemPage } from '../system/SystemPage.tsx'
import { bulkWords as words, slipWords } from './vocabulary.ts'
import { BulkBody } from './BulkBody.tsx'
import { useBulkAccounts } from './use-bulk-accounts.ts'

/** Accounts for many at once, in place of the list of accounts. */
export function BulkPage({ onBack }: { readonly onBack: () => void }): ReactNode {
  const bulk = useBulkAccounts()
  const { state } = bulk
  const chosen = state.kind === 'choosing' ? state.drafts.filter(({ isChosen }) => isChosen).length : 0
  return (
    <SystemPage
      section="accounts"
      note={words.title}
      actions={
        <>
          {state.kind === 'making' ? null : <Button onClick={onBack}>{state.kind === 'made' ? slipWords.done : words.back}</Button>}
          {state.kind === 'choosing' && state.drafts.length > 0 ? (
            <Button type="primary" disabled={chosen === 0} onClick={() => void bulk.make()}>
              {words.create(chosen)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="system-fill">
        <BulkBody bulk={bulk} />
      </div>
    </SystemPage>
  )
}
