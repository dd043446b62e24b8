import type { ReactNode } from 'react'
import { Figure, Figures } from '../../../ui/Figure.tsx'
import { isOpen } from '../../tasks/tasks/task-chips.ts'
import { countText } from '../../../frame/count-text.ts'
import { onTimeFigure, vacancyOf, type Overview } from './overview-charts.ts'
import { moduleWords } from '../../../frame/vocabulary.ts'

export interface OverviewFiguresProps {
  readonly data: Overview
  /** Opens the ledger with a quick filter. */
  readonly onTasks: (chip: 'open' | 'overdue') => void
  readonly onPeople: () => void
}

/** The numbers of a module; each opens what it counts. */
export function OverviewFigures({ data, onTasks, onPeople }: OverviewFiguresProps): ReactNode {
  const open = data.byState.reduce((sum, { state, count }) => (isOpen(state) ? sum + count : sum), 0)
  const { approved, inPost, vacant, beyond } = vacancyOf(data.establishment)
  return (
    <div className="module-figures">
      <Figures>
        <Figure label={moduleWords.open} value={countText(open)} unit={moduleWords.tasksUnit} onOpen={() => onTasks('open')} />
        <Figure label={moduleWords.overdue} value={countText(data.overdue)} unit={moduleWords.tasksUnit} onOpen={() => onTasks('overdue')} {...(data.overdue > 0 ? { tone: 'bad' } : {})} />
        <Figure label={moduleWords.onTime} {...onTimeFigure(data)} />
        <Figure label={moduleWords.people} value={countText(data.people)} unit={moduleWords.peopleUnit} onOpen={onPeople} />
        <Figure label={moduleWords.onLeave} value={countText(data.onLeave)} unit={moduleWords.peopleUnit} onOpen={onPeople} />
        <Figure label={moduleWords.vacant} value={countText(vacant)} unit={moduleWords.postsUnit} note={moduleWords.vacantNote(approved, inPost, beyond)} onOpen={onPeople} />
      </Figures>
    </div>
  )
}
