import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import '../../../ui/paper.css'
import { periodTitle } from '../dates.ts'
import './summaries.css'
import { summaryPaper, summaryWords } from './vocabulary.ts'

/** A 个人小结 as it is printed. */
export interface PrintedSummary {
  readonly staffId: string
  readonly name: string
  readonly moduleNames: readonly string[]
  readonly submittedOn: string | null
  readonly text: string
}

/** 个人小结 on paper, one a page. */
export function SummaryPapers({ code, summaries }: { readonly code: string; readonly summaries: readonly PrintedSummary[] }): ReactNode {
  const { township } = useMe()
  return (
    <PrintSheet>
      {summaries.map(({ staffId, name, moduleNames, submittedOn, text }) => (
        <div key={staffId} className="paper summary-page">
          <h2>{summaryPaper.title(periodTitle(code))}</h2>
          <p className="paper-line">
            <span>{summaryPaper.unit(township.reportingUnit)}</span>
            <span>{summaryPaper.module(moduleNames.join(summaryWords.listJoin))}</span>
            <span>{summaryPaper.name(name)}</span>
          </p>
          <p className="summary-text">{text}</p>
          <p className="paper-line"><span>{submittedOn === null ? '' : summaryPaper.day(submittedOn)}</span></p>
          <p className="paper-sign">{summaryPaper.sign.map((word) => <span key={word}>{word}　　　　　</span>)}</p>
        </div>
      ))}
    </PrintSheet>
  )
}
