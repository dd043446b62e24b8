import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { receiveExport, type ExportProgress } from '../../../shared/contract/receive-export.ts'
import type { ExportEvent } from '../../../shared/contract/transfer.ts'
import { useApi } from '../../api/api.ts'
import type { TownshipClient } from '../../api/connection.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { exportWords } from './vocabulary.ts'

type ExportInput = Parameters<TownshipClient['exports']['start']>[0]

export interface RunningExport {
  /** What is exported, as its user calls it. */
  readonly name: string
  readonly stage: ExportProgress['stage']
  readonly done: number
  /** 0: not known yet. */
  readonly of: number
}

export interface Exporting {
  readonly running: RunningExport | null
  /** `name`: what is exported, for the line of its progress. */
  readonly start: (input: ExportInput, name: string) => Promise<void>
  readonly cancel: () => void
}

/** Makes a workbook and lets the user save it. Cancelled, or left with its page, it leaves no file and no record. */
export function useExport(): Exporting {
  const { client } = useApi()
  const { running, cancel, receive } = useReceiving()
  return { running, cancel, start: (input, name) => receive((signal) => client.exports.start(input, { signal }), name) }
}

export interface Receiving extends Pick<Exporting, 'running' | 'cancel'> {
  /** Follows what `open` begins to its end. `onSaved` says what is told once the file is where the user wants it. */
  readonly receive: (open: (signal: AbortSignal) => Promise<AsyncIterable<ExportEvent>>, name: string, onSaved?: (saved: SavedExport) => Promise<string>) => Promise<void>
}

export interface SavedExport {
  readonly exportId: string
  readonly name: string
}

/** Takes a file that is made while one waits, and lets the user save it. */
export function useReceiving(): Receiving {
  const { desktop } = useApi()
  const notice = useNotice()
  const { modal } = App.useApp()
  const [running, setRunning] = useState<RunningExport | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const receive: Receiving['receive'] = async (open, name, onSaved = (saved) => Promise.resolve(exportWords.saved(saved.name))) => {
    const mine = new AbortController()
    stop.current = mine
    setRunning({ name, stage: 'gathering', done: 0, of: 0 })
    try {
      const events = await open(mine.signal)
      const { exportId, fileName, parts } = await receiveExport(events, ({ stage, done, of }) => setRunning({ name, stage, done, of }))
      const saved = await save(fileName, new Uint8Array(await new Blob(parts).arrayBuffer()))
      if (saved === null) notice.failed(exportWords.notSaved)
      else notice.done(await onSaved({ exportId, name: saved }))
    } catch (error) {
      if (mine.signal.aborted) notice.done(exportWords.cancelled)
      else notice.failed(sentenceOf(error))
    } finally {
      setRunning(null)
    }
  }

  /** The name it was saved under, null where it was not. What could not be written where the user wanted it may go elsewhere, without being made again. */
  async function save(suggestedName: string, bytes: Uint8Array): Promise<string | null> {
    const saved = await desktop.saveFile({ suggestedName, bytes })
    if (saved.kind === 'saved') return saved.name
    return saved.kind === 'failed' && (await asksElsewhere(saved.reason)) ? save(suggestedName, bytes) : null
  }

  function asksElsewhere(reason: string): Promise<boolean> {
    setRunning(null)
    return new Promise((resolve) => {
      modal.confirm({ title: exportWords.madeNotSaved, content: reason, okText: exportWords.saveElsewhere, cancelText: exportWords.giveUp, icon: null, onOk: () => resolve(true), onCancel: () => resolve(false) })
    })
  }

  return { running, receive, cancel: () => stop.current?.abort() }
}
