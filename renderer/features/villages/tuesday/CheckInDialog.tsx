import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { checkInOn } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { dayText } from '../../../frame/day-text.ts'
import { checkInWords } from './vocabulary.ts'

export interface CheckInDialogProps {
  readonly plan: { readonly id: string; readonly date: string; readonly villageName: string; readonly version: number }
  readonly name: string
  readonly onClose: () => void
}

const ids = { result: 'check-in-result', lateReason: 'check-in-late' } as const
const rowOf = (path: string): string => Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
const limits = { result: 2000, lateReason: 200 } as const

/** 签到: what was done in the village, and on a later day why only now. */
export function CheckInDialog({ plan, name, onClose }: CheckInDialogProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [result, setResult] = useState('')
  const [lateReason, setLateReason] = useState('')
  const isLate = checkInOn(plan.date, today()) !== 'on_time'

  async function submit() {
    const faults = [
      ...(result.trim() === '' ? [{ id: ids.result, sentence: checkInWords.resultMissing }] : lengthFaults(ids.result, checkInWords.result, result, limits.result)),
      ...(isLate ? (lateReason.trim() === '' ? [{ id: ids.lateReason, sentence: checkInWords.lateMissing }] : lengthFaults(ids.lateReason, checkInWords.lateReason, lateReason, limits.lateReason)) : []),
    ]
    if (faults.length > 0) return faults
    const { proposed } = await client.tuesday.checkIn({ id: plan.id, version: plan.version, result: result.trim(), lateReason: isLate ? lateReason.trim() : null })
    notice.done(proposed ? checkInWords.proposed : checkInWords.done)
    return []
  }

  return (
    <FormDialog title={checkInWords.title(name, dayText(plan.date), plan.villageName)} confirm={checkInWords.confirm} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={checkInWords.result} id={ids.result} required help={checkInWords.resultHelp}>
        {(field) => <Input.TextArea {...field} value={result} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setResult(target.value)} />}
      </FieldRow>
      {isLate ? (
        <FieldRow label={checkInWords.lateReason} id={ids.lateReason} required help={checkInWords.lateHelp}>
          {(field) => <Input {...field} value={lateReason} onChange={({ target }) => setLateReason(target.value)} />}
        </FieldRow>
      ) : null}
    </FormDialog>
  )
}
