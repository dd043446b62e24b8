import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigation } from '../../../../api/place.ts'
import { StateTag, type Tone } from '../../../../ui/StateTag.tsx'
import { BookRows } from './BookRows.tsx'
import { isTicked, verdictOf, type TakenFile, type Verdict } from './take-files.ts'
import type { TakingBooks } from './use-take-books.ts'
import { bookWords, verdictNames } from './vocabulary.ts'

const tones: Readonly<Record<Verdict['kind'], Tone>> = { waiting: 'quiet', good: 'accent', check: 'warn', choose: 'warn', bad: 'bad', taken: 'good', undone: 'quiet' }

/** The files that were chosen, each with its verdict in one sentence, and what it does person by person below. */
export function TakenFiles({ taking }: { readonly taking: TakingBooks }): ReactNode {
  const { files, work, tick } = taking
  const [opened, setOpened] = useState<readonly number[] | null>(null)
  const [only] = files
  const shown = opened ?? (only !== undefined && files.length === 1 ? [only.key] : [])
  return (
    <Table<TakenFile>
      aria-label={bookWords.files}
      className="list-table books-table"
      size="small"
      pagination={false}
      rowKey={({ key }) => key}
      dataSource={files}
      rowSelection={{
        selectedRowKeys: files.filter((file) => isTicked(file, files)).map(({ key }) => key),
        onChange: (keys) => tick(keys.map(Number)),
        getCheckboxProps: (file) => ({ disabled: work !== null || !['good', 'check'].includes(verdictOf(file, files).kind), 'aria-label': bookWords.choose(file.name) }),
      }}
      expandable={{
        expandedRowKeys: [...shown],
        onExpandedRowsChange: (keys) => setOpened(keys.map(Number)),
        rowExpandable: ({ state }) => 'result' in state,
        expandedRowRender: (file) => <FileDetail file={file} taking={taking} />,
      }}
      columns={[
        { title: bookWords.file, key: 'file', width: 240, render: (_, { name }) => name },
        { title: bookWords.scorers, key: 'scorer', width: 88, render: (_, { state }) => ('result' in state ? state.result.scorer : '') },
        { title: bookWords.state, key: 'state', width: 84, render: (_, file) => <VerdictTag verdict={verdictOf(file, files)} /> },
        { title: bookWords.holds, key: 'holds', width: 190, render: (_, { state }) => holds(state) },
        { title: bookWords.remark, key: 'remark', render: (_, file) => verdictOf(file, files).sentence },
      ]}
    />
  )
}

function VerdictTag({ verdict: { kind } }: { readonly verdict: Verdict }): ReactNode {
  return <StateTag tone={tones[kind]}>{verdictNames[kind]}</StateTag>
}

function holds(state: TakenFile['state']): string {
  if (!('result' in state) || state.result.alteredCount > 0) return ''
  return bookWords.summary(state.result.summary)
}

function FileDetail({ file: { key, state }, taking: { work, decide } }: { readonly file: TakenFile; readonly taking: TakingBooks }): ReactNode {
  if (!('result' in state)) return null
  return (
    <div className="books">
      {state.kind === 'taken' ? <SheetLinks sheets={state.result.sheets} /> : null}
      <BookRows result={state.result} choice={state.kind === 'previewed' && work === null ? { decisions: state.decisions, decide: (places, decision) => void decide(key, places, decision) } : null} />
    </div>
  )
}

/** The sheets that were written, where the scan is put and they are handed in. */
function SheetLinks({ sheets }: { readonly sheets: Extract<TakenFile['state'], { kind: 'taken' }>['result']['sheets'] }): ReactNode {
  const { go } = useNavigation()
  return (
    <div className="books-links">
      {sheets.filter(({ refused }) => refused === null).map(({ sheetId, title }) => (
        <Button key={sheetId} onClick={() => go({ tab: 'evaluation', section: 'sheets', id: sheetId })}>{bookWords.open(title)}</Button>
      ))}
    </div>
  )
}
