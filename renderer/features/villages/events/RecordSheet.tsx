import { Button } from 'antd'
import type { ReactNode } from 'react'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import type { RowAction } from '../../../grid/types.ts'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import '../../../frame/module.css'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import '../../people/people.css'
import type { RecordRow } from './api-types.ts'
import { RecordState } from './record-columns.tsx'
import { recordColumns, recordWords } from './vocabulary.ts'
import { WhyBack } from './WhyBack.tsx'

export interface RecordSheetProps {
  readonly record: RecordRow
  /** What may be done with it now. */
  readonly actions: readonly RowAction[]
  readonly onClose: () => void
}

/** One service record: what was done, where it stands, and what may be done with it. */
export function RecordSheet({ record, actions, onClose }: RecordSheetProps): ReactNode {
  useReturnFocus()
  const facts: readonly (readonly [string, string])[] = [
    [recordColumns.staff, `${record.staffName}（${record.staffCode}）`],
    [recordColumns.kind, planWord('service', record.kind)],
    [recordColumns.household, record.household ?? recordWords.dash],
    [recordColumns.quantity, record.quantity],
    [recordColumns.verifier, record.verifierName ?? recordWords.dash],
  ]
  return (
    <SideSheet
      open
      title={recordWords.village(record.villageName, record.date)}
      extra={<RecordState state={record.state} />}
      onClose={onClose}
      footer={
        actions.length === 0 ? undefined : (
          <>
            {actions.map(({ key, label, danger = false, onRun }) => (
              <Button
                key={key}
                danger={danger}
                {...(key === 'verify' ? { type: 'primary' as const } : {})}
                onClick={() => {
                  onClose()
                  onRun()
                }}
              >
                {label}
              </Button>
            ))}
          </>
        )
      }
    >
      <div className="record">
        <WhyBack record={record} />
        <Section title={recordWords.facts}>
          <dl className="facts">
            {facts.map(([title, text]) => [<dt key={title}>{title}</dt>, <dd key={`${title}=`}>{text}</dd>])}
            <dt>{recordColumns.note}</dt>
            <dd className="wide">{record.note ?? recordWords.dash}</dd>
          </dl>
          {record.origin?.startsWith('tuesday:') === true ? <p className="ui-title-note">{recordWords.fromTuesday}</p> : null}
        </Section>
        <Attachments owner={{ kind: 'service_event', id: record.id }} mayAdd={record.allowed.includes('correct')} />
      </div>
    </SideSheet>
  )
}
