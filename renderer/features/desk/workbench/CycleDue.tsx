import { Button } from 'antd'
import type { ReactNode } from 'react'
import { dayOfMonth, latenessText } from '../../../../shared/domain/plans/cycle-plan-vocabulary.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import type { Today } from './TaskLines.tsx'
import { workbenchWords } from './vocabulary.ts'
import './workbench.css'

/** 考评周期提醒: the own results that are out, the own 个人小结 to write, and stages that are late or nearly so, with the way to each. */
export function CycleDue({ today: { cycle, summaries, published } }: { readonly today: Today }): ReactNode {
  const { go } = useNavigation()
  return (
    <Section title={workbenchWords.cycle}>
      <ul className="lines">
        {published.map(({ periodId, periodCode, until }) => (
          <li key={`published:${periodId}`} className="plain-line">
            <StateTag tone="accent">{periodStageNames.publicity}</StateTag>
            <span className="plain-line-text">{workbenchWords.publishedOf(periodTitle(periodCode), until)}</span>
            <Button size="small" onClick={() => go({ tab: 'evaluation', section: 'results', id: 'own' })}>{workbenchWords.ownResult}</Button>
          </li>
        ))}
        {summaries.map(({ periodId, periodCode, due }) => (
          <li key={`summary:${periodId}`} className="plain-line">
            <StateTag tone="accent">{periodStageNames.summarising}</StateTag>
            <span className="plain-line-text">{workbenchWords.summaryOf(periodTitle(periodCode), due)}</span>
            <Button size="small" type="primary" onClick={() => go({ tab: 'evaluation', section: 'summaries', id: 'own' })}>{workbenchWords.writeSummary}</Button>
          </li>
        ))}
        {cycle.map((line) => (
          <li key={line.periodId} className="plain-line">
            <StateTag tone={line.daysLate > 0 ? 'bad' : 'warn'}>{periodStageNames[line.stage]}</StateTag>
            <span className="plain-line-text">
              {periodTitle(line.periodCode)}　{line.daysLate > 0 ? latenessText(line.plannedTo, line.daysLate, false) : workbenchWords.cycleDue(dayOfMonth(line.plannedTo))}
            </span>
            <span className={line.isOwner ? 'plain-line-number strong' : 'plain-line-number'}>{line.ownerName === null ? '' : workbenchWords.cycleOwner(line.ownerName)}</span>
            <Button size="small" onClick={() => go({ tab: 'evaluation', section: 'cycle', id: line.periodId })}>{workbenchWords.cycleOpen}</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
