import { Button, Radio, Table } from 'antd'
import type { ReactNode } from 'react'
import type { ScoreBookResult } from '../../../../../shared/contract/evaluation/score-books.ts'
import { Section } from '../../../../ui/Section.tsx'
import { StateTag, type Tone } from '../../../../ui/StateTag.tsx'
import { momentText } from '../../../../frame/dates.ts'
import { Notice } from '../../../township/system/Notice.tsx'
import { conflictsOf, entryKey, type Decision, type Decisions, type EntryPlace } from './take-files.ts'
import { bookRowStateNames, bookWords } from './vocabulary.ts'

type BookSheet = ScoreBookResult['sheets'][number]
type BookRow = BookSheet['rows'][number]
type AlteredCell = ScoreBookResult['altered'][number]

/** What the user decides of entries that were written on the screen since the book went out. */
export interface Choice {
  readonly decisions: Decisions
  readonly decide: (places: readonly EntryPlace[], decision: Decision) => void
}

export interface BookRowsProps {
  readonly result: ScoreBookResult
  /** null where there is nothing to decide any more. */
  readonly choice: Choice | null
}

const tones: Readonly<Record<BookRow['state'], Tone>> = { new: 'good', changed: 'accent', same: 'quiet', missing: 'warn', error: 'bad' }

/** What a book does person by person, or which of its cells were altered. */
export function BookRows({ result, choice }: BookRowsProps): ReactNode {
  const { scorer, issuedAt, issuedBy, warnings, alteredCount, sheets } = result
  const conflicts = conflictsOf(result)
  return (
    <>
      <p className="books-from">{bookWords.from(scorer, momentText(issuedAt), issuedBy)}</p>
      {warnings.map((warning) => <Notice key={warning} tone="warn">{warning}</Notice>)}
      {alteredCount > 0 ? <Altered result={result} /> : (
        <>
          {choice === null || conflicts.length < 2 ? null : (
            <div className="books-links">
              <span className="books-hint">{bookWords.conflicts(conflicts.length)}</span>
              <Button size="small" onClick={() => choice.decide(conflicts, 'book')}>{bookWords.allBook}</Button>
              <Button size="small" onClick={() => choice.decide(conflicts, 'screen')}>{bookWords.allScreen}</Button>
            </div>
          )}
          {sheets.map((sheet) => <SheetRows key={sheet.sheetId} sheet={sheet} choice={choice} />)}
        </>
      )}
    </>
  )
}

function Altered({ result: { altered, alteredCount } }: Pick<BookRowsProps, 'result'>): ReactNode {
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

function SheetRows({ sheet: { sheetId, title, refused, warnings, rows }, choice }: { readonly sheet: BookSheet; readonly choice: Choice | null }): ReactNode {
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
          { title: bookWords.remark, key: 'remark', render: (_, row) => <Remark sheetId={sheetId} row={row} choice={choice} /> },
        ]}
      />
    </Section>
  )
}

function Remark({ sheetId, row: { staffId, name, conflict, errors, warnings }, choice }: { readonly sheetId: string; readonly row: BookRow; readonly choice: Choice | null }): ReactNode {
  if (conflict === null || choice === null) return [...errors, ...warnings].join(bookWords.join)
  const place = { sheetId, staffId }
  return (
    <div className="books-conflict">
      {conflict.fields.map(({ field, stands, inBook }) => <span key={field}>{bookWords.conflict(field === 'given' ? bookWords.given : bookWords.note, stands ?? bookWords.blank, inBook ?? bookWords.blank)}</span>)}
      <Radio.Group aria-label={bookWords.whichOf(name)} size="small" optionType="button" value={choice.decisions.get(entryKey(place)) ?? null} options={[{ value: 'book', label: bookWords.takeBook }, { value: 'screen', label: bookWords.keepScreen }]} onChange={({ target }) => choice.decide([place], target.value === 'screen' ? 'screen' : 'book')} />
    </div>
  )
}

function changeText({ changes }: BookRow, field: BookRow['changes'][number]['field']): string {
  const change = changes.find((one) => one.field === field)
  if (change === undefined) return ''
  const to = change.to ?? bookWords.blank
  return change.from === null ? to : bookWords.change(change.from, to)
}
