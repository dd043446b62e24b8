import { Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/evaluation/cycle.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { lengthFaults } from '../../module/field-faults.ts'
import { FormDialog } from '../../module/FormDialog.tsx'
import { oversteps, type Decidable } from './decision.ts'
import { decidableGrades, gradeName } from './grade-names.ts'
import type { PoolLine } from './pool-lines.ts'
import { poolName } from './result-columns.tsx'
import { decideWords } from './vocabulary.ts'

export interface DecideDialogProps {
  readonly code: string
  readonly kind: PeriodKind
  readonly people: readonly Decidable[]
  readonly lines: readonly PoolLine[]
  /** Said for the last one. */
  readonly meeting: string
  readonly onMeeting: (meeting: string) => void
  readonly onClose: () => void
}

const longest = { reason: 200, meeting: 50 } as const

/** 审定: one person's grade, or several by their suggestions, with the meeting that decided. */
export function DecideDialog({ code, kind, people, lines, meeting, onMeeting, onClose }: DecideDialogProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const base = useId()
  const one = people.length === 1 ? people[0] : undefined
  const [grade, setGrade] = useState(one === undefined ? '' : (one.decidedGrade ?? one.grade))
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const over = one === undefined ? null : oversteps(kind, one, grade, lines)

  async function decideAll(): Promise<void> {
    for (const [place, { staffId, staffName, grade: suggested }] of people.entries()) {
      setDone(place)
      try {
        await client.periods.decide({ code, staffId, grade: one === undefined ? suggested : grade, reason: reason.trim() === '' ? null : reason.trim(), meeting: meeting.trim() })
      } catch (error) {
        if (people.length === 1) throw error
        notice.failed(decideWords.someFailed(place, staffName, sentenceOf(error)))
        return
      }
    }
    notice.done(decideWords.done(people.length))
  }

  return (
    <FormDialog
      title={one === undefined ? decideWords.titleMany(people.length) : decideWords.title(one.staffName)}
      confirm={decideWords.confirm}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        const faults = [
          ...(one !== undefined && grade !== one.grade && reason.trim() === '' ? [{ id: `${base}-reason`, sentence: decideWords.reasonRequired }] : []),
          ...lengthFaults(`${base}-reason`, decideWords.reason, reason, longest.reason),
          ...(meeting.trim() === '' ? [{ id: `${base}-meeting`, sentence: decideWords.required(decideWords.meeting) }] : []),
          ...lengthFaults(`${base}-meeting`, decideWords.meeting, meeting, longest.meeting),
        ]
        if (faults.length > 0) return faults
        try {
          await decideAll()
        } finally {
          setDone(null)
        }
        return []
      }}
    >
      {one === undefined ? (
        <p>{decideWords.manyHelp}</p>
      ) : (
        <>
          <FieldRow label={decideWords.suggested}>{({ id }) => <output id={id} className="decide-suggested">{gradeName(kind, one.grade, one.identity)}</output>}</FieldRow>
          <FieldRow label={decideWords.grade} required {...(over === null ? {} : { help: decideWords.overQuota(poolName(over.pool), gradeName(kind, grade), over.quota) })}>
            {(field) => <Select {...field} autoFocus value={grade} options={decidableGrades[kind].map((value) => ({ value, label: gradeName(kind, value, one.identity) }))} onChange={setGrade} style={{ width: '100%' }} />}
          </FieldRow>
          <FieldRow id={`${base}-reason`} label={decideWords.reason} required={grade !== one.grade} help={decideWords.reasonHelp}>
            {(field) => <Input {...field} value={reason} onChange={({ target }) => setReason(target.value)} />}
          </FieldRow>
        </>
      )}
      <FieldRow id={`${base}-meeting`} label={decideWords.meeting} required>
        {(field) => <Input {...field} value={meeting} placeholder={decideWords.meetingHint} onChange={({ target }) => onMeeting(target.value)} />}
      </FieldRow>
      {done === null || people.length === 1 ? null : <ProgressBar label={decideWords.deciding} done={done} total={people.length} />}
    </FormDialog>
  )
}
