import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import '../tasks.css'
import type { ExtensionRow } from './api-types.ts'
import { extensionWords as words } from './vocabulary.ts'

const answerId = 'extension-answer'

export interface DecideExtensionProps {
  readonly row: Pick<ExtensionRow, 'id' | 'version' | 'title' | 'fromDue' | 'toDue' | 'reason'>
  readonly isGranted: boolean
  readonly onClose: () => void
}

/** Grants an extension, or refuses it with the reason. */
export function DecideExtension({ row, isGranted, onClose }: DecideExtensionProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [answer, setAnswer] = useState('')

  async function submit(): Promise<readonly FieldFault[]> {
    const faults = !isGranted && answer.trim() === '' ? [{ id: answerId, sentence: words.answerMissing }] : lengthFaults(answerId, words.answer, answer, 2000)
    if (faults.length > 0) return faults
    await client.extensions.decide({ id: row.id, version: row.version, isGranted, answer: answer.trim() })
    notice.done(isGranted ? words.grantedDone : words.refusedDone)
    return []
  }

  return (
    <FormDialog title={isGranted ? words.grantTitle : words.refuseTitle} confirm={isGranted ? words.grant : words.refuse} danger={!isGranted} onSubmit={submit} onClose={onClose}>
      <p className="dialog-note">{words.grantNote(row.title, row.fromDue, row.toDue)}{words.because(row.reason)}</p>
      <FieldRow label={words.answer} id={answerId} required={!isGranted}>{(field) => <Input.TextArea {...field} value={answer} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => setAnswer(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
