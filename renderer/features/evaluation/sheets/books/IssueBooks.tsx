import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import { ConfirmButton } from '../../../../ui/ConfirmButton.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { ProgressBar } from '../../../../ui/ProgressBar.tsx'
import { SideSheet } from '../../../../ui/SideSheet.tsx'
import { Working } from '../../../../ui/Working.tsx'
import { useCommand } from '../../../../frame/use-command.ts'
import { useReceiving } from '../../../papers/use-export.ts'
import type { BookScorer } from '../../../plans/api-types.ts'
import { tabWords } from '../../vocabulary.ts'
import './books.css'
import { BookState } from './BookState.tsx'
import { bookWords } from './vocabulary.ts'

export interface IssueBooksProps {
  readonly periodId: string
  readonly scorers: readonly BookScorer[]
  readonly onClose: () => void
}

/** 发出评分工作簿: who gets one, and how those stand that went out. */
export function IssueBooks({ periodId, scorers, onClose }: IssueBooksProps): ReactNode {
  const { client } = useApi()
  const { run } = useCommand()
  const { running, cancel, receive } = useReceiving()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayIssue = ({ open, ratesCaller }: BookScorer) => open.length > 0 && !ratesCaller
  const wanted = scorers.filter((scorer) => chosen.includes(scorer.scorerId) && mayIssue(scorer)).map(({ scorerId }) => scorerId)

  async function issue(): Promise<void> {
    await receive((signal) => client.scoreBooks.make({ periodId, scorerIds: wanted }, { signal }), bookWords.book, {
      async run({ id, name }) {
        const { books } = await client.scoreBooks.issue({ issueId: id })
        setChosen([])
        return bookWords.saved(name, books)
      },
      failed: bookWords.savedNotIssued,
    })
  }

  async function undo({ bookId, version }: NonNullable<BookScorer['book']>): Promise<string> {
    await client.scoreBooks.undo({ bookId, version })
    return bookWords.undone
  }

  return (
    <SideSheet
      open
      width={920}
      title={bookWords.issue}
      onClose={onClose}
      footer={
        running === null ? (
          <>
            <Button onClick={onClose}>{bookWords.close}</Button>
            <Button type="primary" disabled={wanted.length === 0} onClick={() => void issue()}>{bookWords.run(wanted.length)}</Button>
          </>
        ) : running.isSaved ? (
          <div className="books-progress"><Working label={bookWords.issuing} /></div>
        ) : running.of === 0 ? (
          <div className="books-progress"><Working label={bookWords.gathering} onCancel={cancel} /></div>
        ) : (
          <div className="books-progress"><ProgressBar label={bookWords.making(running.done + 1, running.of)} done={running.done} total={running.of} onCancel={cancel} /></div>
        )
      }
    >
      <div className="books">
        <p className="books-hint">{bookWords.issueHint}</p>
        {scorers.length === 0 ? <Empty title={bookWords.noScorers} hint={bookWords.noScorersHint} /> : (
          <Table<BookScorer>
            className="list-table"
            size="small"
            pagination={false}
            rowKey={({ scorerId }) => scorerId}
            dataSource={scorers}
            rowSelection={{
              selectedRowKeys: [...wanted],
              onChange: (keys) => setChosen(keys.map(String)),
              getCheckboxProps: (row) => ({ disabled: !mayIssue(row), 'aria-label': bookWords.choose(row.scorer) }),
            }}
            columns={[
              { title: bookWords.scorers, key: 'scorer', width: 120, render: (_, { scorer }) => scorer },
              { title: bookWords.sheets, key: 'sheets', render: (_, row) => <SheetTitles row={row} /> },
              { title: bookWords.left, key: 'left', width: 110, align: 'right', render: (_, { open }) => (open.length === 0 ? '' : <span className="ui-number">{bookWords.ofPeople(sum(open, 'left'), sum(open, 'people'))}</span>) },
              { title: bookWords.book, key: 'book', width: 200, render: (_, { book }) => <BookState book={book} /> },
              {
                title: <span className="ui-unseen">{tabWords.commands}</span>,
                key: 'undo',
                width: 110,
                align: 'right',
                render: (_, { scorer, book, ratesCaller }) => (book === null || book.takenAt === null || ratesCaller ? null : (
                  <ConfirmButton size="small" label={bookWords.undo} question={bookWords.undoQuestion(scorer)} consequence={bookWords.undoConsequence} onConfirm={async () => void (await run(() => undo(book)))} />
                )),
              },
            ]}
          />
        )}
      </div>
    </SideSheet>
  )
}

function SheetTitles({ row: { open, ratesCaller } }: { readonly row: BookScorer }): ReactNode {
  if (open.length === 0) return <span className="books-quiet">{bookWords.allIn}</span>
  return (
    <>
      {open.map(({ title }) => title).join(bookWords.sheetsJoin)}
      {ratesCaller ? <span className="books-quiet">（{bookWords.ratesCaller}）</span> : null}
    </>
  )
}

function sum(open: BookScorer['open'], field: 'left' | 'people'): number {
  return open.reduce((total, sheet) => total + sheet[field], 0)
}
