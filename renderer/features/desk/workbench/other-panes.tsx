import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { mostEntries } from './how-many.ts'
import { pointWords } from './point-words.ts'
import { sheetLines } from './sheet-lines.ts'
import type { Today } from './TaskLines.tsx'
import { sheetKindNames, workbenchWords } from './vocabulary.ts'
import './workbench.css'

/** 我的评分表 and the ballot: how many are still to be scored, and the way there. */
export function ScoreSheets({ sheets, ballots }: Pick<Today, 'sheets' | 'ballots'>): ReactNode {
  const { go } = useNavigation()
  return (
    <Section title={workbenchWords.sheets}>
      <ul className="lines">
        {ballots.map(({ periodId, periodCode, colleagues }) => (
          <li key={periodId} className="plain-line">
            <StateTag tone="accent">{workbenchWords.voting}</StateTag>
            <span className="plain-line-text">{workbenchWords.ballotLine(periodTitle(periodCode))}</span>
            <span className="plain-line-number strong">{workbenchWords.notVoted(colleagues)}</span>
            <Button size="small" type="primary" onClick={() => go({ tab: 'evaluation', section: 'ballot' })}>{workbenchWords.vote}</Button>
          </li>
        ))}
        {sheetLines(sheets).map((line) =>
          line.kind === 'open' ? (
            <li key={line.sheet.id} className="plain-line">
              <StateTag tone="accent">{workbenchWords.scoring}</StateTag>
              <span className="plain-line-text">
                {workbenchWords.sheetLine(periodTitle(line.sheet.periodCode), line.sheet.moduleName ?? workbenchWords.wholeTownship)}　{sheetKindNames[line.sheet.kind]}
              </span>
              <span className={line.sheet.unscored > 0 ? 'plain-line-number strong' : 'plain-line-number'}>{workbenchWords.unscoredOf(line.sheet.unscored, line.sheet.people)}</span>
              <Button size="small" type="primary" onClick={() => go({ tab: 'evaluation', section: 'sheets', id: line.sheet.id })}>{workbenchWords.score}</Button>
            </li>
          ) : (
            <li key={line.periodCode} className="plain-line">
              <StateTag tone="good">{workbenchWords.submitted}</StateTag>
              <span className="plain-line-text">{workbenchWords.submittedSheets(periodTitle(line.periodCode), line.sheets)}</span>
              <span className="plain-line-number">{workbenchWords.scoredPeople(line.people)}</span>
              <Button size="small" onClick={() => go({ tab: 'evaluation', section: 'sheets' })}>{workbenchWords.look}</Button>
            </li>
          ),
        )}
      </ul>
    </Section>
  )
}

/** Points to verify or to approve. */
export function PointsToCheck({ points }: { readonly points: Today['points'] }): ReactNode {
  const { go } = useNavigation()
  return (
    <Section title={workbenchWords.points} note={workbenchWords.totalEntries(points.total)} actions={<Button size="small" onClick={() => go({ tab: 'evaluation', section: 'inputs', id: 'points' })}>{workbenchWords.handlePoints}</Button>}>
      <ul className="lines">
        {points.rows.slice(0, mostEntries).map((point) => (
          <li key={`${point.kind}:${point.id}`} className="plain-line">
            <StateTag>{workbenchWords.pointStep[point.state]}</StateTag>
            <span className="plain-line-name">{point.staffName}</span>
            <span className="plain-line-text">{pointWords(point)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
