import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { proposalKindNames } from '../../../shared/domain/registers/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { moduleWords } from '../../frame/vocabulary.ts'
import type { LedgerRow, Register } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

export interface RowCommandsProps {
  readonly register: Register
  readonly rows: readonly LedgerRow[]
  readonly isBin: boolean
  readonly onDone: () => void
}

interface Outcome {
  readonly applied: readonly { readonly id: string }[]
  readonly refused: readonly { readonly message: string }[]
}

/** What may be done with the rows chosen by their box. What cannot be done with one of them is said; the others are done. */
export function RowCommands({ register, rows, isBin, onDone }: RowCommandsProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [isAsking, setAsking] = useState(false)
  const [isSending, setSending] = useState(false)
  const mine = rows.filter(({ editable }) => editable || isBin)
  const open = rows.filter(({ proposed }) => !proposed)

  async function run(call: () => Promise<Outcome>, said: (count: number) => string, undo?: (ids: readonly string[]) => void): Promise<void> {
    setSending(true)
    try {
      const { applied, refused } = await call()
      const ids = applied.map(({ id }) => id)
      const [first] = refused
      if (first !== undefined) notice.failed(words.partly(ids.length, refused.length, first.message))
      else if (undo === undefined) notice.done(said(ids.length))
      else notice.done(said(ids.length), () => undo(ids))
      onDone()
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setSending(false)
      setAsking(false)
    }
  }

  const move = (ids: readonly string[], isRemoving: boolean): Promise<void> =>
    run(
      () => (isRemoving ? client.registers.remove({ ids: [...ids], mode: 'good' }) : client.registers.restore({ ids: [...ids], mode: 'good' })),
      isRemoving ? words.removed : words.restored,
      (done) => void move(done, !isRemoving),
    )

  return (
    <span className="register-chosen">
      <strong role="status">{words.chosen(rows.length)}</strong>
      {isBin ? (
        <Button type="primary" loading={isSending} disabled={mine.length === 0} onClick={() => void move(mine.map(({ id }) => id), false)}>{words.restore(mine.length)}</Button>
      ) : (
        <>
          {register.proposal === null ? null : <Button disabled={open.length === 0} onClick={() => setAsking(true)}>{words.propose(open.length)}</Button>}
          <Button loading={isSending && !isAsking} disabled={mine.length === 0} onClick={() => void move(mine.map(({ id }) => id), true)}>{words.remove(mine.length)}</Button>
        </>
      )}
      <Button type="text" onClick={onDone}>{words.clearChosen}</Button>
      {register.proposal === null ? null : (
        <Modal
          open={isAsking}
          title={words.proposeTitle(proposalKindNames[register.proposal.kind])}
          okText={words.proposeYes}
          cancelText={moduleWords.cancel}
          confirmLoading={isSending}
          onOk={() => void run(() => client.registers.propose({ ids: open.map(({ id }) => id), mode: 'good' }), words.proposed)}
          onCancel={() => setAsking(false)}
        >
          <p>{words.chosen(open.length)}</p>
          <p>{words.proposeSays[register.proposal.kind]}</p>
        </Modal>
      )}
    </span>
  )
}
