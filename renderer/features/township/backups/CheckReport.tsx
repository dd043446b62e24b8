import type { ReactNode } from 'react'
import type { TownshipClient } from '../../../api/connection.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { momentText } from '../../../frame/dates.ts'
import { backupWords as words } from './vocabulary.ts'

export interface CheckReportProps {
  readonly at: string
  readonly report: Awaited<ReturnType<TownshipClient['system']['check']>>
}

interface Line {
  readonly item: string
  readonly tone: Tone
  readonly text: string
}

const tableNames: Readonly<Record<string, string>> = words.tables

function attachmentLine({ rows, missing, damaged }: CheckReportProps['report']['attachments']): Line {
  if (missing.length + damaged.length === 0) return { item: words.attachments, tone: 'good', text: words.attachmentsWhole(rows) }
  return { item: words.attachments, tone: 'bad', text: words.attachmentsFaulty([...missing, ...damaged].map(({ name }) => name)) }
}

/** What a check of the data has found; a fault is refused with its sentence and never comes here. */
export function CheckReport({ at, report }: CheckReportProps): ReactNode {
  const lines: readonly Line[] = [
    { item: words.integrity, tone: 'good', text: words.whole },
    { item: words.references, tone: 'good', text: words.whole },
    { item: words.chain, tone: 'good', text: words.chainText(report.audit.entries) },
    attachmentLine(report.attachments),
    { item: words.anchor, tone: report.anchor === 'matches' ? 'good' : 'plain', text: words.anchors[report.anchor] },
  ]
  return (
    <Section title={words.checked(momentText(at))}>
      <table className="system-table check-table">
        <tbody>
          {lines.map(({ item, tone, text }) => (
            <tr key={item}>
              <th scope="row">{item}</th>
              <td>
                <StateTag tone={tone}>{text}</StateTag>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.counts}</th>
            <td>
              <ul className="check-counts">
                {Object.entries(report.tables).map(([table, rows]) => (
                  <li key={table}>
                    {tableNames[table] ?? table} <strong>{rows.toLocaleString('zh-CN')}</strong>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  )
}
