import type { ReactNode } from 'react'
import { sheetCount } from '../../../../shared/domain/evaluation/scorer-rules.ts'
import { useMe } from '../../../api/api.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import type { PeriodRow, SheetRow } from '../api-types.ts'
import { periodTitle } from '../dates.ts'
import '../../../ui/paper.css'
import { bandList } from './given.ts'
import { paperRules } from './paper-rules.ts'
import { handoverText } from './scoring-columns.tsx'
import { sheetTitle } from './sheet-title.ts'
import { paperWords } from './vocabulary.ts'

export interface SheetPaperProps {
  readonly period: PeriodRow
  readonly sheet: SheetRow
}

/** The sheet as a form on paper, with what has been given so far: for scorers who write by hand, entered later by the inspector. */
export function SheetPaper({ period, sheet }: SheetPaperProps): ReactNode {
  const { township } = useMe()
  const { scale, entries } = sheet
  const { columns } = paperWords
  const hasHandover = entries.some(({ handover }) => handover.length > 0)
  const hasBands = scale.bands.length > 0
  const rules = paperRules(sheetCount(entries, scale, sheet.rules), sheet.rules)
  return (
    <PrintSheet title={paperWords.title(township.name, periodTitle(period.code), sheetTitle(sheet))}>
      <div className="paper paper-fixed">
      <p className="paper-line">
        <span>{paperWords.scorer(sheet.scorer)}</span>
        {sheet.moduleName === null ? null : <span>{paperWords.module(sheet.moduleName)}</span>}
        <span>{paperWords.count(entries.length)}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th style={{ width: '12mm' }}>{columns.number}</th>
            <th style={{ width: '20mm' }}>{columns.name}</th>
            <th style={{ width: '38mm' }}>{columns.post}</th>
            {scale.bands.map(({ band, points }) => (
              <th key={band} style={{ width: '15mm' }}>
                {band}
                <br />
                {paperWords.points(points)}
              </th>
            ))}
            <th style={{ width: '15mm' }}>{columns.score}</th>
            {hasHandover ? <th>{columns.handover}</th> : null}
            <th>{columns.note}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, place) => (
            <tr key={entry.staffId}>
              <td className="paper-middle">{place + 1}</td>
              <td className="paper-middle">{entry.staffName}</td>
              <td>{entry.postName}</td>
              {scale.bands.map(({ band }) => <td key={band} className="paper-middle">{entry.band === band ? paperWords.tick : ''}</td>)}
              <td className="paper-right">{entry.score ?? ''}</td>
              {hasHandover ? <td>{handoverText(entry)}</td> : null}
              <td>{entry.note ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-note">
        {hasBands ? paperWords.howBands(bandList(scale), scale.max) : paperWords.howScores(scale.max)}
        {rules.length === 0 ? '' : paperWords.rulesOf(rules.join(paperWords.rulesJoin))}
      </p>
      <p className="paper-sign">
        <span>{paperWords.sign}</span>
        <span>{paperWords.enteredBy}</span>
        <span>{paperWords.date}</span>
      </p>
      </div>
    </PrintSheet>
  )
}
