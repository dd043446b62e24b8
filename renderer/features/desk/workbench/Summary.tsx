import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Figure, Figures } from '../../../ui/Figure.tsx'
import { countText } from '../../../frame/count-text.ts'
import type { IssueChip } from '../../villages/issues/issue-chips.ts'
import { may } from '../../../frame/may.ts'
import type { ChipKey } from '../../tasks/tasks/task-chips.ts'
import type { Today } from './TaskLines.tsx'
import { workbenchWords } from './vocabulary.ts'

export interface SummaryProps {
  readonly today: Today
  readonly waiting: number
  readonly onLedger: (chip: ChipKey) => void
  readonly onIssues: (chip: IssueChip) => void
  /** Opens the service records that wait. */
  readonly onRecords: () => void
}

/** The numbers of the day, as far as they concern the reader; each opens what it counts. */
export function Summary({ today, waiting, onLedger, onIssues, onRecords }: SummaryProps): ReactNode {
  const me = useMe()
  const { go } = useNavigation()
  const { counts, total } = today.own
  const unscored = today.sheets.reduce((sum, sheet) => sum + sheet.unscored, 0)
  const tasks = (label: string, value: number, chip: ChipKey, isBad = false) => (
    <Figure label={label} value={countText(value)} unit={workbenchWords.tasksUnit} onOpen={() => onLedger(chip)} {...(isBad && value > 0 ? { tone: 'bad' } : {})} />
  )
  return (
    <section className="bench-figures" aria-label={workbenchWords.summary}>
      <Figures>
        {tasks(workbenchWords.waiting, waiting, 'waiting')}
        {me.staffId === null ? null : (
          <>
            {tasks(workbenchWords.ownOpen, total, 'mine')}
            {tasks(workbenchWords.ownRed, counts.red, 'mine', true)}
            {tasks(workbenchWords.ownYellow, counts.yellow, 'mine')}
          </>
        )}
        {may(me, 'issue.work') && me.staffId !== null ? <Figure label={workbenchWords.ownIssues} value={countText(today.issues.own)} unit={workbenchWords.tasksUnit} onOpen={() => onIssues('mine')} /> : null}
        {today.sheets.length === 0 ? null : <Figure label={workbenchWords.unscored} value={countText(unscored)} unit={workbenchWords.peopleUnit} onOpen={() => go({ tab: 'evaluation', section: 'sheets' })} />}
        {may(me, 'point.verify') || may(me, 'point.approve') ? <Figure label={workbenchWords.pointsWaiting} value={countText(today.points.total)} unit={workbenchWords.entriesUnit} onOpen={() => go({ tab: 'evaluation', section: 'inputs', id: 'points' })} /> : null}
        {may(me, 'event.verify') ? <Figure label={workbenchWords.eventsWaiting} value={countText(today.events.total)} unit={workbenchWords.entriesUnit} onOpen={onRecords} /> : null}
      </Figures>
    </section>
  )
}
