import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { periodTitle } from '../dates.ts'
import '../../../ui/paper.css'
import './notice-paper.css'
import { noticeWords as words } from './vocabulary.ts'

/** What a notice says of one person. */
export interface NoticeRow {
  readonly staffId: string
  readonly name: string
  readonly module: string
  readonly post: string
  readonly pool: string
  readonly scores: readonly { readonly label: string; readonly value: string; /** Part of the dimension above it. */ readonly isPart: boolean }[]
  readonly ranks: string | null
  readonly gradeLabel: string
  readonly grade: string
}

export interface NoticePaperProps {
  readonly code: string
  readonly rows: readonly NoticeRow[]
  /** The last day of 公示; null where nobody has published the result. */
  readonly appealUntil: string | null
}

/** 结果告知单 on paper, one a page. */
export function NoticePaper({ code, rows, appealUntil }: NoticePaperProps): ReactNode {
  const { township } = useMe()
  return (
    <PrintSheet>
      {rows.map((row) => (
        <section key={row.staffId} className="paper notice-paper">
          <h1>{words.title(periodTitle(code))}</h1>
          <p className="paper-line"><span>{words.head(township.name)}</span></p>
          <table>
            <tbody>
              <tr><th>{words.name}</th><td>{row.name}</td><th>{words.module}</th><td>{row.module}</td></tr>
              <tr><th>{words.post}</th><td>{row.post}</td><th>{words.pool}</th><td>{row.pool}</td></tr>
            </tbody>
          </table>
          <table>
            <thead>
              <tr><th>{words.item}</th><th>{words.value}</th></tr>
            </thead>
            <tbody>
              {row.scores.map(({ label, value, isPart }) => <tr key={label}><td className={isPart ? 'notice-part' : undefined}>{label}</td><td className="paper-right">{value}</td></tr>)}
              {row.ranks === null ? null : <tr><td>{words.rank}</td><td className="paper-right">{row.ranks}</td></tr>}
              <tr><td>{row.gradeLabel}</td><td className="paper-right"><strong>{row.grade}</strong></td></tr>
            </tbody>
          </table>
          <p className="paper-note">{appealUntil === null ? words.appealPlain : words.appeal(appealUntil)}</p>
          <p className="paper-note">{words.details}</p>
          <p className="paper-sign">{words.sign.map((word) => <span key={word}>{word}　　　　　</span>)}</p>
        </section>
      ))}
    </PrintSheet>
  )
}
