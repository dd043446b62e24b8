import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { momentText } from '../evaluation/dates.ts'
import { DayInput } from '../module/DayInput.tsx'
import { ChooseFile } from './import/ChooseFile.tsx'
import { goodRows, refusedRows, type ImportResult } from './import/import-rows.ts'
import { ImportRows } from './import/ImportRows.tsx'
import { useImport, type ImportKind, type Importing } from './import/use-import.ts'
import './system.css'
import { importWords as words } from './import/vocabulary.ts'
import { Working } from '../../ui/Working.tsx'
import { Notice } from './Notice.tsx'

export interface ImportPanelProps {
  readonly kind: ImportKind
  /** Into which register, where the kind is `registers`. */
  readonly registerId?: string
  /** Told when rows were taken; the result stays to be read and undone. */
  readonly onDone?: () => void
}

/** Imports a roster, a task list or the rows of a register: choose, look, take the good rows, get the bad ones back. Fills its parent. */
export function ImportPanel({ kind, registerId, onDone }: ImportPanelProps): ReactNode {
  const importing = useImport(kind, registerId)
  const { state } = importing
  const isFixed = state.kind === 'applying' || state.kind === 'applied' || state.kind === 'reading'
  return (
    // A file dropped beside the place for it must not take the window away.
    <div className="import" onDragOver={(event) => event.preventDefault()} onDrop={(event) => event.preventDefault()}>
      <div className="import-line">
        <div className="import-day">
          <span>{words.asOf}</span>
          {isFixed ? <strong>{importing.asOf}</strong> : <DayInput label={words.asOf} value={importing.asOf} allowClear={false} onChange={(day) => (day === null ? undefined : importing.setAsOf(day))} />}
          <small>{words.asOfHelp[kind]}</small>
        </div>
        <Heading importing={importing} />
        <Commands importing={importing} {...(onDone === undefined ? {} : { onDone })} />
      </div>
      <Body kind={kind} importing={importing} />
    </div>
  )
}

function Heading({ importing: { state } }: { readonly importing: Importing }): ReactNode {
  if (state.kind === 'choosing' || state.kind === 'reading') return <span className="import-file" />
  return <strong className="import-file">{words.file(state.file.name, state.result.headerRow)}</strong>
}

function Commands({ importing, onDone }: { readonly importing: Importing; readonly onDone?: () => void }): ReactNode {
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
      return (
        <span className="import-commands">
          <Button disabled={state.kind === 'applying'} onClick={() => importing.restart()}>
            {words.otherFile}
          </Button>
          <Button type="primary" loading={state.kind === 'applying'} disabled={good === 0} onClick={() => void importing.apply().then((done) => (done ? onDone?.() : undefined))}>
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

function Body({ kind, importing }: { readonly kind: ImportKind; readonly importing: Importing }): ReactNode {
  const { state } = importing
  switch (state.kind) {
    case 'choosing':
      return <ChooseFile kind={kind} fault={state.fault} onFile={importing.read} onRefused={importing.restart} />
    case 'reading':
      return <Working label={words.reading(state.file.name)} onCancel={() => importing.restart()} />
    case 'previewed':
      return (
        <>
          {state.fault === null ? null : <Notice tone="bad">{state.fault}</Notice>}
          {state.result.summary.importedBefore === null ? null : <Notice tone="warn">{words.before(momentText(state.result.summary.importedBefore))}</Notice>}
          {refusedRows(state.result) === 0 ? null : <Notice tone="plain">{words.refusedRows(refusedRows(state.result))}</Notice>}
          <ImportRows key={state.file.name + String(state.file.lastModified)} kind={kind} result={state.result} />
        </>
      )
    case 'applying':
      return (
        <>
          <Working label={words.applying(state.file.name)} />
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
