import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import '../tasks.css'
import type { SupervisionRow } from './api-types.ts'
import { paperWords, words } from './vocabulary.ts'

const id = 'supervision-reply'

/** 回复督办单, by who does the work or acts for the module. */
export function ReplySupervision({ paper, onClose }: { readonly paper: SupervisionRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [reply, setReply] = useState(paper.reply ?? '')

  async function submit(): Promise<readonly FieldFault[]> {
    const faults = reply.trim() === '' ? [{ id, sentence: words.wrong(paperWords.replyWhat) }] : lengthFaults(id, paperWords.replyWhat, reply, 2000)
    if (faults.length > 0) return faults
    await client.supervisions.reply({ id: paper.id, version: paper.version, reply: reply.trim() })
    notice.done(paperWords.replyDone)
    return []
  }

  return (
    <FormDialog title={paperWords.replyTitle} confirm={paperWords.reply} onSubmit={submit} onClose={onClose}>
      <p className="dialog-note">{paper.demand}</p>
      <FieldRow label={paperWords.replyWhat} id={id} required>{(field) => <Input.TextArea {...field} value={reply} autoSize={{ minRows: 4, maxRows: 10 }} onChange={({ target }) => setReply(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
