import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import type { SupervisionRow } from './api-types.ts'
import { ReplySupervision } from './ReplySupervision.tsx'
import { paperWords } from './vocabulary.ts'

/** What the caller may do with a 督办单: reply to it, settle it, or send the reply back. */
export function PaperCommands({ paper }: { readonly paper: SupervisionRow }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [asked, setAsked] = useState<'reply' | 'sendBack' | null>(null)
  const { id, version } = paper

  async function settle(): Promise<void> {
    try {
      await client.supervisions.settle({ id, version, isAccepted: true, reason: '' })
      notice.done(paperWords.settled)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <span className="paper-commands">
      {paper.mayReply ? <Button size="small" onClick={() => setAsked('reply')}>{paperWords.reply}</Button> : null}
      {paper.maySettle ? (
        <>
          <Button size="small" onClick={() => setAsked('sendBack')}>{paperWords.sendBack}</Button>
          <ConfirmButton size="small" type="primary" label={paperWords.settle} question={paperWords.settleAsk} consequence={paper.reply} onConfirm={settle} />
        </>
      ) : null}
      {asked === 'reply' ? <ReplySupervision paper={paper} onClose={() => setAsked(null)} /> : null}
      {asked === 'sendBack' ? (
        <ReasonDialog
          title={paperWords.sendBack}
          confirm={paperWords.sendBack}
          danger
          label={paperWords.sendBackReason}
          onReason={async (reason) => {
            await client.supervisions.settle({ id, version, isAccepted: false, reason })
            return paperWords.sentBack
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </span>
  )
}
