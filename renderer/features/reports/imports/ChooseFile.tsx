import { Button } from 'antd'
import { useState, type DragEvent, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { importKindLabels, importWords as words } from './vocabulary.ts'
import { isImportable } from './import-rows.ts'
import type { ImportKind } from './use-import.ts'
import { Notice } from '../../township/system/Notice.tsx'

export interface ChooseFileProps {
  readonly kind: ImportKind
  /** Why the last file was refused. */
  readonly fault: string | null
  /** A way on with the refused file. */
  readonly way?: ReactNode
  /** Saves a blank form of the kind. */
  readonly onForm: () => void
  readonly onFile: (file: File) => void
  readonly onRefused: (sentence: string) => void
}

/** The place where a file is dropped or chosen. */
export function ChooseFile({ kind, fault, way, onForm, onFile, onRefused }: ChooseFileProps): ReactNode {
  const { desktop } = useApi()
  const [isOver, setOver] = useState(false)

  function take(file: File): void {
    if (isImportable(file.name)) onFile(file)
    else onRefused(words.wrongKind)
  }

  async function choose(): Promise<void> {
    const opened = await desktop.openFile({ title: words.chooseTitle(importKindLabels[kind]), accept: [{ label: words.workbook, extensions: ['xlsx', 'csv'] }] })
    if (opened.kind === 'opened') take(new File([new Uint8Array(opened.bytes)], opened.name))
    if (opened.kind === 'failed') onRefused(opened.reason)
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const [file, ...others] = event.dataTransfer.files
    if (others.length > 0) onRefused(words.manyFiles)
    else if (file !== undefined) take(file)
  }

  return (
    <>
      {fault === null ? null : <Notice tone="bad">{fault}</Notice>}
      {way === undefined || way === null ? null : <div>{way}</div>}
      <div
        className={isOver ? 'import-drop import-drop-over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="import-drop-line">
          {words.drop}
          <Button type="primary" onClick={() => void choose()}>
            {words.choose}
          </Button>
        </p>
        <p>{words.dropHint}</p>
        <p>{words.after}</p>
        <p>
          {words.formHint}
          <Button type="link" size="small" onClick={onForm}>
            {words.form}
          </Button>
        </p>
      </div>
    </>
  )
}
