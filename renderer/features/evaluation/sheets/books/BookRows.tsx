import { Table } from 'antd'
import type { ReactNode } from 'react'
import type { ScoreBookResult } from '../../../../../shared/contract/score-books.ts'
import { Section } from '../../../../ui/Section.tsx'
import { StateTag, type Tone } from '../../../../ui/StateTag.tsx'
import { momentText } from '../../dates.ts'
import { Notice } from '../../../system/Notice.tsx'
import { bookRowStateNames, bookWords } from './vocabulary.ts'

type BookSheet = ScoreBookResult['sheets'][number]
type BookRow = BookSheet['rows'][number]
type AlteredCell = ScoreBookResult['altered'][number]

export interface BookRowsProps {
  readonly result: ScoreBookResult
}

const tones: Readonly<Record<BookRow['state'], Tone>> = { new: 'good', changed: 'accent', same: 'quiet', missing: 'warn', error: 'bad' }

/** What a book does person by person, or which of its cells were altered. */
export function BookRows({ result }: BookRowsProps): ReactNode {
  const { scorer, issuedAt, issuedBy, warnings, alteredCount, sheets, summary } = result
  return (
    <>
      <p className="books-from">{bookWords.from(scorer, momentText(issuedAt), issuedBy)}</p>
      {warnings.map((warning) => <Notice key={warning} tone="warn">{warning}</Notice>)}
      {alteredCount > 0 ? <Altered result={result} /> : (
        <>
          <p className="books-hint">{bookWords.summary(summary.new, summary.changed, summary.same, summary.missing, summary.error)}</p>
          {sheets.map((sheet) => <SheetRows key={sheet.sheetId} sheet={sheet} />)}
        </>
      )}
    </>
  )
}

function Altered({ result: { altered, alteredCount } }: BookRowsProps): ReactNode {
  const shown = (text: string | null) => text ?? bookWords.blank
  return (
    <>
      <Notice tone="bad">{bookWords.altered(alteredCount)}</Notice>
      <Table<AlteredCell>
        aria-label={bookWords.alteredTable}
        className="list-table books-table"
        size="small"
        pagination={false}
        rowKey={({ sheet, cell }) => `${sheet} ${cell ?? ''}`}
        dataSource={[...altered]}
        columns={[
          { title: bookWords.sheet, key: 'sheet', width: 200, render: (_, { sheet }) => sheet },
          { title: bookWords.cell, key: 'cell', width: 90, render: (_, { cell }) => cell ?? '' },
          { title: bookWords.sent, key: 'from', render: (_, { cell, from }) => (cell === null ? '' : shown(from)) },
          { title: bookWords.now, key: 'to', render: (_, { cell, to }) => (cell === null ? bookWords.wholeSheet : shown(to)) },
        ]}
      />
      {altered.length < alteredCount ? <p className="books-hint">{bookWords.alteredMore(alteredCount - altered.length)}</p> : null}
    </>
  )
}

function SheetRows({ sheet: { title, refused, warnings, rows } }: { readonly sheet: BookSheet }): ReactNode {
  return (
    <Section title={title}>
      {refused === null ? null : <Notice tone="bad">{bookWords.refused(refused)}</Notice>}
      {warnings.map((warning) => <Notice key={warning} tone="warn">{warning}</Notice>)}
      <Table<BookRow>
        className="list-table books-table"
        size="small"
        pagination={false}
        rowKey={({ staffId }) => staffId}
        dataSource={[...rows]}
        columns={[
          { title: bookWords.name, key: 'name', width: 110, render: (_, { name }) => name },
          { title: bookWords.state, key: 'state', width: 80, render: (_, { state }) => <StateTag tone={tones[state]}>{bookRowStateNames[state]}</StateTag> },
          { title: bookWords.given, key: 'given', width: 150, render: (_, row) => changeText(row, 'given') },
          { title: bookWords.note, key: 'note', width: 220, render: (_, row) => changeText(row, 'note') },
          { title: bookWords.remark, key: 'remark', render: (_, { errors, warnings: said }) => [...errors, ...said].join(bookWords.join) },
        ]}
      />
    </Section>
  )
}

function changeText({ changes }: BookRow, field: BookRow['changes'][number]['field']): string {
  const change = changes.find((one) => one.field === field)
  if (change === undefined) return ''
  const to = change.to ?? bookWords.blank
  return change.from === null ? to : bookWords.change(change.from, to)
}
