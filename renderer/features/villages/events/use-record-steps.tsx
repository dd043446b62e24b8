import { useState, type ReactNode } from 'react'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import type { RecordRow } from './api-types.ts'
import { actionNames, reasonWords, recordWords } from './vocabulary.ts'

/** Steps of many records at once. */
export type RecordStep = 'verify' | 'reject' | 'withdraw' | 'unverify'

/** Steps that need a reason. */
type ReasonedStep = 'reject' | 'unverify'

type Versioned = Pick<RecordRow, 'id' | 'version'>
type Outcome = Awaited<ReturnType<TownshipClient['events']['withdraw']>>

export interface RecordSteps {
  /** The rows that a step may be taken of. */
  readonly open: (step: RecordStep, rows: readonly RecordRow[]) => readonly RecordRow[]
  /** Takes a step; 退回 and 撤回核实 ask for the one reason first. */
  readonly take: (step: RecordStep, rows: readonly RecordRow[]) => void
  /** Takes a step of all records that were entered together with one. */
  readonly takeEntry: (step: RecordStep, entryId: string) => void
  readonly dialog: ReactNode
}

/** What one call takes. */
const most = 1000

/** 核实, 退回, 撤回 and 撤回核实 of records: what is good is done, what is refused is said; 核实 can be undone at once. */
export function useRecordSteps(onDone: () => void): RecordSteps {
  const { client } = useApi()
  const notice = useNotice()
  const [asking, setAsking] = useState<{ readonly step: ReasonedStep; readonly rows: readonly RecordRow[] } | null>(null)
  const open = (step: RecordStep, rows: readonly RecordRow[]) => rows.filter(({ allowed }) => allowed.includes(step))

  function call(step: RecordStep, records: readonly Versioned[], reason: string): Promise<Outcome> {
    const input = { records: records.slice(0, most).map(({ id, version }) => ({ id, version })), mode: 'good' as const }
    switch (step) {
      case 'verify':
        return client.events.verifyMany(input)
      case 'reject':
        return client.events.rejectMany({ ...input, reason })
      case 'withdraw':
        return client.events.withdraw(input)
      case 'unverify':
        return client.events.unverify({ ...input, reason })
      default:
        return assertNever(step)
    }
  }

  async function send(step: RecordStep, records: readonly Versioned[], reason: string): Promise<{ readonly said: string; readonly applied: Outcome['applied'] }> {
    const { applied, refused } = await call(step, records, reason)
    onDone()
    const first = refused[0]
    return { said: first === undefined ? recordWords.done(actionNames[step], applied.length) : recordWords.partly(actionNames[step], applied.length, refused.length, first.message), applied }
  }

  async function sendAndSay(step: Exclude<RecordStep, 'reject'>, records: readonly Versioned[], reason = ''): Promise<void> {
    try {
      const { said, applied } = await send(step, records, reason)
      if (step === 'verify' && applied.length > 0) notice.done(said, () => void sendAndSay('unverify', applied, recordWords.undone))
      else notice.done(said)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  function take(step: RecordStep, rows: readonly RecordRow[]): void {
    const ready = open(step, rows)
    if (ready.length === 0) notice.failed(recordWords.nothingToDo)
    else if (step === 'reject' || step === 'unverify') setAsking({ step, rows: ready })
    else void sendAndSay(step, ready)
  }

  function takeEntry(step: RecordStep, entryId: string): void {
    void client.events.list({ limit: most, filters: [{ kind: 'choice', field: 'entry', oneOf: [entryId] }] }).then(
      ({ rows }) => take(step, rows),
      (error: unknown) => notice.failed(sentenceOf(error)),
    )
  }

  const dialog =
    asking === null ? null : (
      <ReasonDialog
        title={reasonWords[asking.step].title(asking.rows.length)}
        confirm={actionNames[asking.step]}
        danger
        label={reasonWords[asking.step].label}
        help={reasonWords[asking.step].help}
        onClose={() => setAsking(null)}
        onReason={async (reason) => (await send(asking.step, asking.rows, reason)).said}
      />
    )
  return { open, take, takeEntry, dialog }
}
