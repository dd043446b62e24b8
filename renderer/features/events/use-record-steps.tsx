import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { ReasonDialog } from '../module/ReasonDialog.tsx'
import type { RecordRow } from './api-types.ts'
import { actionNames, recordWords } from './vocabulary.ts'

/** Steps of many records at once. */
export type RecordStep = 'verify' | 'reject' | 'withdraw'

export interface RecordSteps {
  /** The rows that a step may be taken of. */
  readonly open: (step: RecordStep, rows: readonly RecordRow[]) => readonly RecordRow[]
  /** Takes a step; 退回 asks for the one reason first. */
  readonly take: (step: RecordStep, rows: readonly RecordRow[]) => void
  /** Takes a step of all records that were entered together with one. */
  readonly takeEntry: (step: RecordStep, entryId: string) => void
  readonly dialog: ReactNode
}

/** What one call takes. */
const most = 1000

/** 核实, 退回 and 撤回 of records: what is good is done, what is refused is said. */
export function useRecordSteps(onDone: () => void): RecordSteps {
  const { client } = useApi()
  const notice = useNotice()
  const [rejecting, setRejecting] = useState<readonly RecordRow[] | null>(null)
  const open = (step: RecordStep, rows: readonly RecordRow[]) => rows.filter(({ allowed }) => allowed.includes(step))

  async function send(step: RecordStep, rows: readonly RecordRow[], reason: string): Promise<string> {
    const input = { records: rows.slice(0, most).map(({ id, version }) => ({ id, version })), mode: 'good' as const }
    const { applied, refused } = await (step === 'verify' ? client.events.verifyMany(input) : step === 'reject' ? client.events.rejectMany({ ...input, reason }) : client.events.withdraw(input))
    onDone()
    const first = refused[0]
    return first === undefined ? recordWords.done(actionNames[step], applied.length) : recordWords.partly(actionNames[step], applied.length, refused.length, first.message)
  }

  function take(step: RecordStep, rows: readonly RecordRow[]): void {
    const ready = open(step, rows)
    if (ready.length === 0) notice.failed(recordWords.nothingToDo)
    else if (step === 'reject') setRejecting(ready)
    else void send(step, ready, '').then(notice.done, (error: unknown) => notice.failed(sentenceOf(error)))
  }

  function takeEntry(step: RecordStep, entryId: string): void {
    void client.events.list({ limit: most, filters: [{ kind: 'choice', field: 'entry', oneOf: [entryId] }] }).then(
      ({ rows }) => take(step, rows),
      (error: unknown) => notice.failed(sentenceOf(error)),
    )
  }

  const dialog =
    rejecting === null ? null : (
      <ReasonDialog
        title={recordWords.rejectTitle(rejecting.length)}
        confirm={actionNames.reject}
        danger
        label={recordWords.rejectReason}
        help={recordWords.rejectHelp}
        onClose={() => setRejecting(null)}
        onReason={(reason) => send('reject', rejecting, reason)}
      />
    )
  return { open, take, takeEntry, dialog }
}
