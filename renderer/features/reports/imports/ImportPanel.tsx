import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { otherKindMessage } from '../../../../shared/domain/reports/imports/vocabulary.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { momentText } from '../../../frame/dates.ts'
import { DayInput } from '../../../frame/DayInput.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { goodRows, isAllBad, refusedRows, severalPeopleRows, type ImportResult } from './import-rows.ts'
import { ImportRows } from './ImportRows.tsx'
import { ReadingSheet } from './ReadingSheet.tsx'
import { useImport, type ImportKind, type Importing } from './use-import.ts'
import '../../township/system/system.css'
import { importKindLabels, importWords as words } from './vocabulary.ts'
import { Notice } from '../../township/system/Notice.tsx'

export interface ImportPanelProps {
  readonly kind: ImportKind
  /** Into which register, where the kind is `registers`. */
  readonly registerId?: string
  /** The file to begin with: it was of another kind than was asked for. */
  readonly given?: File
  /** Where a file of another kind can be imported instead. */
  readonly elsewhere?: Elsewhere
  /** Told when rows were taken; the result stays to be read and undone. */
  readonly onDone?: () => void
}

/** The other kinds that the caller may import, and the way there. */
export interface Elsewhere {
  readonly kinds: readonly ImportKind[]
  readonly onSwitch: (kind: ImportKind, file: File) => void
}

/** Imports a workbook of one kind: choose, look, take the good rows, get the bad ones back. Fills its parent. */
export function ImportPanel({ kind, registerId, given, elsewhere, onDone }: ImportPanelProps): ReactNode {
  const importing = useImport(kind, registerId, given)
  const [isReading, setReading] = useState(false)
  const { state } = importing
  const file = state.kind === 'choosing' ? state.unread : state.file
  return (
    // A file dropped beside the place for it must not take the window away.
    <div className="import" onDragOver={(event) => event.preventDefault()} onDrop={(event) => event.preventDefault()}>
      <div className="import-line">
        <Day kind={kind} importing={importing} />
        <Sender kind={kind} registerId={registerId} importing={importing} />
        <Heading importing={importing} />
        <Commands importing={importing} onReading={() => setReading(true)} {...(onDone === undefined ? {} : { onDone })} />
      </div>
      <Body kind={kind} registerId={registerId} importing={importing} elsewhere={elsewhere} onReading={() => setReading(true)} />
      {isReading && file !== null ? <ReadingSheet kind={kind} registerId={registerId} file={file} reading={state.kind === 'previewed' ? state.result.reading : null} onChoose={importing.choose} onClose={() => setReading(false)} /> : null}
    </div>
  )
}

function isFixed({ state }: Importing): boolean {
  return state.kind === 'applying' || state.kind === 'applied' || state.kind === 'reading'
}

function Day({ kind, importing }: { readonly kind: ImportKind; readonly importing: Importing }): ReactNode {
  const { asOf } = importing.settings
  return (
    <div className="import-day">
      <span>{words.asOf}</span>
      {isFixed(importing) ? <strong>{asOf}</strong> : <DayInput label={words.asOf} value={asOf} allowClear={false} onChange={(day) => (day === null ? undefined : importing.setAsOf(day))} />}
      <small>{words.asOfHelp[kind]}</small>
    </div>
  )
}

/** Whose list it is: the same sender's next one is read the same way. */
function Sender({ kind, registerId, importing }: { readonly kind: ImportKind; readonly registerId: string | undefined; readonly importing: Importing }): ReactNode {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.imports.fields.queryOptions({ input: { kind, ...(registerId === undefined ? {} : { registerId }) } }))
  const [typed, setTyped] = useState(importing.settings.sender)
  return (
    <label className="import-day" title={words.senderHelp}>
      <span>{words.sender}</span>
      {isFixed(importing) ? (
        <strong>{typed === '' ? '—' : typed}</strong>
      ) : (
        <AutoComplete
          aria-label={words.sender}
          style={{ width: 160 }}
          placeholder={words.senderPlaceholder}
          value={typed}
          options={(data?.senders ?? []).map((value) => ({ value }))}
          showSearch={{ filterOption: (text, option) => String(option?.value ?? '').includes(text) }}
          onChange={(text: string) => setTyped(text.slice(0, 50))}
          onSelect={(text: string) => importing.setSender(text)}
          onBlur={() => importing.setSender(typed.trim())}
        />
      )}
    </label>
  )
}

function Heading({ importing: { state } }: { readonly importing: Importing }): ReactNode {
  if (state.kind === 'choosing' || state.kind === 'reading') return <span className="import-file" />
  return <strong className="import-file">{words.file(state.file.name, state.result.headerRow)}</strong>
}

function Commands({ importing, onReading, onDone }: { readonly importing: Importing; readonly onReading: () => void; readonly onDone?: () => void }): ReactNode {
  const { desktop } = useApi()
  const notice = useNotice()
  const { state } = importing

  async function saveErrors({ errorWorkbook }: ImportResult): Promise<void> {
    if (errorWorkbook === null) return
    const saved = await desktop.saveFile({ suggestedName: errorWorkbook.name, bytes: new Uint8Array(await errorWorkbook.arrayBuffer()) })
    if (saved.kind === 'saved') notice.done(words.saved(saved.name))
    if (saved.kind === 'failed') notice.failed(saved.reason)
  }

  switch (state.kind) {
    case 'choosing':
    case 'reading':
      return null
    case 'previewed':
    case 'applying': {
      const good = goodRows(state.result)
      const isBusy = state.kind === 'applying' || state.refreshing !== null
      return (
        <span className="import-commands">
          <Button disabled={isBusy} onClick={() => importing.restart()}>
            {words.otherFile}
          </Button>
          <Button disabled={isBusy} onClick={onReading}>
            {words.reading}
          </Button>
          <Button type="primary" loading={state.kind === 'applying'} disabled={good === 0 || isBusy} onClick={() => void importing.apply().then((done) => (done ? onDone?.() : undefined))}>
            {good === 0 ? words.nothingToTake : words.apply(good)}
          </Button>
        </span>
      )
    }
    case 'applied':
      return (
        <span className="import-commands">
          {state.isUndone ? null : (
            <ConfirmButton label={words.undo} question={words.undoQuestion(state.result.summary.taken)} consequence={words.undoConsequence} confirm={words.undoConfirm} danger disabled={state.result.batchId === null} onConfirm={importing.undo} />
          )}
          {state.result.errorWorkbook === null ? null : (
            <Button type="primary" onClick={() => void saveErrors(state.result)}>
              {words.errorWorkbook}
            </Button>
          )}
          <Button onClick={() => importing.restart()}>{words.again}</Button>
        </span>
      )
  }
}

function Body({ kind, registerId, importing, elsewhere, onReading }: { readonly kind: ImportKind; readonly registerId: string | undefined; readonly importing: Importing; readonly elsewhere: Elsewhere | undefined; readonly onReading: () => void }): ReactNode {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const { state } = importing

  async function saveForm(): Promise<void> {
    try {
      const { file } = await client.imports.form({ kind, ...(registerId === undefined ? {} : { registerId }) })
      const saved = await desktop.saveFile({ suggestedName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      if (saved.kind === 'saved') notice.done(words.saved(saved.name))
      if (saved.kind === 'failed') notice.failed(saved.reason)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  switch (state.kind) {
    case 'choosing':
      return (
        <ChooseFile
          kind={kind}
          fault={state.fault}
          way={
            state.unread === null ? null : (
              <>
                <SwitchButton kind={state.looksLike} file={state.unread} elsewhere={elsewhere} />
                <Button onClick={onReading}>{words.readByHand}</Button>
              </>
            )
          }
          onForm={() => void saveForm()}
          onFile={importing.read}
          onRefused={importing.restart}
        />
      )
    case 'reading':
      return <ImportProgress name={state.file.name} progress={state.progress} onCancel={() => importing.restart()} />
    case 'previewed':
      return (
        <>
          {state.refreshing === null ? null : <ImportProgress name={state.file.name} progress={state.refreshing} onCancel={() => importing.restart()} />}
          {state.fault === null ? null : <Notice tone="bad">{state.fault}</Notice>}
          <Notices kind={kind} result={state.result} file={state.file} elsewhere={elsewhere} onReading={onReading} />
          <ImportRows key={state.file.name + String(state.file.lastModified)} kind={kind} result={state.result} onPick={importing.pick} />
        </>
      )
    case 'applying':
      return (
        <>
          <ImportProgress name={state.file.name} progress={state.progress} onCancel={importing.cancel} />
          <ImportRows kind={kind} result={state.result} />
        </>
      )
    case 'applied':
      return (
        <>
          {state.fault === null ? null : <Notice tone="bad">{state.fault}</Notice>}
          {state.isUndone ? (
            <Notice tone="plain">{words.undone}</Notice>
          ) : (
            <Notice tone="good">{`${words.applied(state.result.summary.taken)}${refusedRows(state.result) === 0 ? '' : words.left(refusedRows(state.result))}`}</Notice>
          )}
          <ImportRows kind={kind} result={state.result} />
        </>
      )
  }
}

/** The way to the import of the kind that a file rather is of. */
function SwitchButton({ kind, file, elsewhere }: { readonly kind: ImportKind | null; readonly file: File; readonly elsewhere: Elsewhere | undefined }): ReactNode {
  if (kind === null || elsewhere === undefined || !elsewhere.kinds.includes(kind)) return null
  return (
    <Button type="primary" onClick={() => elsewhere.onSwitch(kind, file)}>
      {words.switchTo(importKindLabels[kind])}
    </Button>
  )
}

/** What is told of columns, and the way to 表头与列. */
function ColumnsNotice({ tone, says, onReading }: { readonly tone: 'bad' | 'warn'; readonly says: string; readonly onReading: () => void }): ReactNode {
  return (
    <Notice tone={tone}>
      {says}
      <Button type="link" size="small" onClick={onReading}>
        {words.reading}
      </Button>
    </Notice>
  )
}

/** What is to be heeded before the rows are taken. */
function Notices({ kind, result, file, elsewhere, onReading }: { readonly kind: ImportKind; readonly result: ImportResult; readonly file: File; readonly elsewhere: Elsewhere | undefined; readonly onReading: () => void }): ReactNode {
  const { rows, summary, reading } = result
  const unknown = reading.words.filter(({ code }) => code === null).length
  const several = severalPeopleRows(result)
  const isOther = reading.looksLike !== null && isAllBad(result)
  return (
    <>
      {reading.remembered === null ? null : <Notice tone="plain">{words.remembered(reading.remembered)}</Notice>}
      {summary.importedBefore === null ? null : <Notice tone="warn">{words.before(momentText(summary.importedBefore))}</Notice>}
      {reading.otherSheets.length === 0 ? null : <Notice tone="warn">{words.otherSheets(reading.otherSheets)}</Notice>}
      {reading.quarter === null ? null : <Notice tone={reading.quarter.by === 'heading' || reading.quarter.by === 'title' ? 'plain' : 'warn'}>{words.counted(periodTitle(reading.quarter.code), reading.quarter.by)}</Notice>}
      {reading.missing.length === 0 ? null : <ColumnsNotice tone="bad" says={words.missing(reading.missing)} onReading={onReading} />}
      {reading.unread.length === 0 ? null : <ColumnsNotice tone="warn" says={words.unread(reading.unread)} onReading={onReading} />}
      {unknown === 0 ? null : <Notice tone="warn">{words.unknownWords(unknown)}</Notice>}
      {several === 0 ? null : <Notice tone="plain">{words.severalPeople(several)}</Notice>}
      {isOther && reading.looksLike !== null ? (
        <>
          <Notice tone="bad">{otherKindMessage(importKindLabels[reading.looksLike], importKindLabels[kind])}</Notice>
          <div>
            <SwitchButton kind={reading.looksLike} file={file} elsewhere={elsewhere} />
          </div>
        </>
      ) : isAllBad(result) ? (
        <Notice tone="bad">{words.allBad(rows.length)}</Notice>
      ) : refusedRows(result) === 0 ? null : (
        <Notice tone="plain">{words.refusedRows(refusedRows(result))}</Notice>
      )}
    </>
  )
}
