import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { stillOpen } from '../system/form-faults.ts'
import { bulkFaults, draftsOf, entriesOf, type AccountDraft } from './bulk-accounts.ts'
import type { Slip } from './slip-text.ts'

export type BulkState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  | { readonly kind: 'choosing'; readonly drafts: readonly AccountDraft[]; readonly faults: readonly FieldFault[]; /** Of these, what is wrong still. */ readonly open: readonly FieldFault[] }
  | { readonly kind: 'making'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly slips: readonly Slip[] }

export interface BulkAccounts {
  readonly state: BulkState
  readonly mayGiveRoles: boolean
  readonly onChange: (drafts: readonly AccountDraft[]) => void
  /** Makes the chosen accounts, all or none. */
  readonly make: () => Promise<void>
}

/** Accounts for many: as suggested, as edited, made, and their slips as long as the page stands. */
export function useBulkAccounts(): BulkAccounts {
  const { client, orpc } = useApi()
  const mayGiveRoles = useMe().capabilities.includes('security.admin')
  const suggestions = useQuery(orpc.system.suggestAccounts.queryOptions({ gcTime: 0 }))
  const accounts = useQuery(orpc.system.accounts.queryOptions())
  const [edited, setEdited] = useState<readonly AccountDraft[] | null>(null)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [making, setMaking] = useState<Extract<BulkState, { kind: 'making' | 'made' }> | null>(null)

  const taken = (accounts.data ?? []).map(({ name }) => name)
  const drafts = edited ?? (suggestions.data === undefined ? null : draftsOf(suggestions.data))

  async function make(): Promise<void> {
    if (drafts === null) return
    const found = bulkFaults(drafts, taken)
    setFaults(found)
    if (found.length > 0) return
    const entries = entriesOf(drafts, mayGiveRoles)
    setMaking({ kind: 'making', done: 0, of: entries.length })
    try {
      for await (const event of await client.system.addAccounts({ entries })) setMaking(event.kind === 'progress' ? { kind: 'making', done: event.done, of: event.of } : { kind: 'made', slips: event.slips })
    } catch (error) {
      setFaults([{ id: '', sentence: sentenceOf(error) }])
      setMaking(null)
    }
  }

  function stateNow(): BulkState {
    if (making !== null) return making
    if (drafts !== null) return { kind: 'choosing', drafts, faults, open: faults.length === 0 ? [] : stillOpen(faults, bulkFaults(drafts, taken)) }
    return suggestions.error === null ? { kind: 'loading' } : { kind: 'failed', sentence: sentenceOf(suggestions.error), onRetry: () => void suggestions.refetch() }
  }

  return { state: stateNow(), mayGiveRoles, onChange: setEdited, make }
}
