import { Button } from 'antd'
import type { ReactNode } from 'react'
import { appealMatterNames, rulingKindNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import type { Today } from './TaskLines.tsx'
import { workbenchWords as words } from './vocabulary.ts'
import './workbench.css'

const mostLines = 4

/** 裁定 to decide and 申诉 to answer, those that are late in front. */
export function RulingsWaiting({ waiting: { rulings, appeals } }: { readonly waiting: Today['rulings'] }): ReactNode {
  const { go } = useNavigation()
  const toAppeals = () => go({ tab: 'evaluation', section: 'rulings', id: 'appeals' })
  return (
    <Section title={words.rulings} note={words.totalEntries(rulings.total + appeals.total)} actions={<Button size="small" onClick={() => (rulings.total > 0 ? go({ tab: 'evaluation', section: 'rulings' }) : toAppeals())}>{words.handleRulings}</Button>}>
      <ul className="lines">
        {appeals.rows.slice(0, mostLines).map((row) => (
          <li key={row.id} className="plain-line">
            <StateTag tone={row.isLate ? 'bad' : 'accent'}>{row.isLate ? words.lateAppeal : words.appeal}</StateTag>
            <span className="plain-line-name">{row.staffName}</span>
            <span className="plain-line-text"><button type="button" className="link" onClick={toAppeals}>{words.appealLine(periodTitle(row.periodCode), appealMatterNames[row.matter])}</button></span>
            <span className="plain-line-number">{words.answerBy(row.answerDue)}</span>
          </li>
        ))}
        {rulings.rows.slice(0, mostLines).map((row) => (
          <li key={row.id} className="plain-line">
            <StateTag tone="accent">{words.ruling}</StateTag>
            <span className="plain-line-name">{row.staffName ?? ''}</span>
            <span className="plain-line-text"><button type="button" className="link" onClick={() => go({ tab: 'evaluation', section: 'rulings' })}>{words.rulingLine(periodTitle(row.periodCode), rulingKindNames[row.kind])}</button></span>
            <span className="plain-line-number">{words.proposedOn(row.proposedOn)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How many lines that is. */
export function rulingLineCount({ rulings, appeals }: Today['rulings']): number {
  return Math.min(rulings.rows.length, mostLines) + Math.min(appeals.rows.length, mostLines)
}
