import type { ReactNode } from 'react'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { bulkWords as words } from './vocabulary.ts'
import { BulkRows } from './BulkRows.tsx'
import { Slips } from './Slips.tsx'
import type { BulkAccounts } from './use-bulk-accounts.ts'

/** Accounts in bulk, at whatever point they are; the commands stand in the page around it. */
export function BulkBody({ bulk: { state, mayGiveRoles, onChange } }: { readonly bulk: BulkAccounts }): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading lines={10} />
    case 'failed':
      return <Failure sentence={state.sentence} onRetry={state.onRetry} />
    case 'choosing':
      return state.drafts.length === 0 ? <Empty title={words.nobody} hint={words.nobodyHint} /> : <BulkRows drafts={state.drafts} faults={state.faults} open={state.open} mayGiveRoles={mayGiveRoles} onChange={onChange} />
    case 'making':
      return <ProgressBar label={words.creating} done={state.done} total={state.of} />
    case 'made':
      return <Slips slips={state.slips} />
  }
}
