import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ExportProgress } from '../../../shared/contract/reports/receive-export.ts'
import { useApi } from '../../api/api.ts'
import type { TownshipClient } from '../../api/connection.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { receiveFile, type AfterSaving, type FileOnItsWay } from './receive-file.ts'
import { exportWords } from './vocabulary.ts'

type ExportInput = Parameters<TownshipClient['exports']['start']>[0]

export interface RunningExport {
  /** What is exported, as its user calls it. */
  readonly name: string
  readonly stage: ExportProgress['stage']
  readonly done: number
  /** 0: not known yet. */
  readonly of: number
  /** The file is where the user wants it: there is nothing to cancel any more. */
  readonly isSaved: boolean
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
  /** Follows what `open` begins to its end. `after`: what is done besides once the file is where the user wants it. */
  readonly receive: (open: FileOnItsWay['open'], name: string, after?: AfterSaving) => Promise<void>
}

/** Takes a file that is made while one waits, and lets the user save it. */
export function useReceiving(): Receiving {
  const { desktop } = useApi()
  const notice = useNotice()
  const { modal } = App.useApp()
  const [running, setRunning] = useState<RunningExport | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const receive: Receiving['receive'] = async (open, name, after) => {
    const mine = new AbortController()
    stop.current = mine
    const begun: RunningExport = { name, stage: 'gathering', done: 0, of: 0, isSaved: false }
    setRunning(begun)
    const onProgress = ({ stage, done, of }: ExportProgress) => setRunning({ ...begun, stage, done, of })
    const { tone, sentence } = await receiveFile({ open, onProgress, save, onSaved: () => setRunning({ ...begun, isSaved: true }), after: after ?? null }, mine.signal)
    setRunning(null)
    notice[tone](sentence)
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
