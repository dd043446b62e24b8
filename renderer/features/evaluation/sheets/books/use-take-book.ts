import { useEffect, useRef, useState } from 'react'
import type { ScoreBookResult } from '../../../../../shared/contract/score-books.ts'
import { useApi } from '../../../../api/api.ts'
import { sentenceOf } from '../../../../api/failure.ts'
import { bookWords } from './vocabulary.ts'

export type TakeState =
  | { readonly kind: 'choosing'; readonly fault: string | null }
  | { readonly kind: 'reading'; readonly file: File }
  | { readonly kind: 'previewed'; readonly file: File; readonly result: ScoreBookResult; readonly fault: string | null; readonly isApplying: boolean }
  | { readonly kind: 'applied'; readonly result: ScoreBookResult; readonly isUndone: boolean; readonly fault: string | null }

export interface Taking {
  readonly state: TakeState
  /** Lets the user choose a file, and shows what it would do. */
  readonly choose: () => Promise<void>
  readonly restart: () => void
  readonly apply: () => Promise<void>
  readonly undo: () => Promise<void>
}

/** One score book from the choice of its file to its undoing; nothing is written before `apply`. */
export function useTakeBook(periodId: string): Taking {
  const { client, desktop } = useApi()
  const [state, setState] = useState<TakeState>({ kind: 'choosing', fault: null })
  const reading = useRef<AbortController>(null)
  useEffect(() => () => reading.current?.abort(), [])

  async function read(file: File): Promise<void> {
    reading.current?.abort()
    const mine = new AbortController()
    reading.current = mine
    setState({ kind: 'reading', file })
    try {
      const result = await client.scoreBooks.preview({ periodId, file }, { signal: mine.signal })
      if (!mine.signal.aborted) setState({ kind: 'previewed', file, result, fault: null, isApplying: false })
    } catch (error) {
      if (!mine.signal.aborted) setState({ kind: 'choosing', fault: sentenceOf(error) })
    }
  }

  return {
    state,
    async choose() {
      const opened = await desktop.openFile({ title: bookWords.chooseTitle, accept: [{ label: bookWords.workbook, extensions: ['xlsx'] }] })
      if (opened.kind === 'opened') await read(new File([new Uint8Array(opened.bytes)], opened.name))
      if (opened.kind === 'failed') setState({ kind: 'choosing', fault: opened.reason })
    },
    restart() {
      reading.current?.abort()
      setState({ kind: 'choosing', fault: null })
    },
    async apply() {
      if (state.kind !== 'previewed') return
      setState({ ...state, isApplying: true, fault: null })
      try {
        setState({ kind: 'applied', result: await client.scoreBooks.apply({ periodId, file: state.file, stamp: state.result.stamp }), isUndone: false, fault: null })
      } catch (error) {
        setState({ ...state, isApplying: false, fault: sentenceOf(error) })
      }
    },
    async undo() {
      if (state.kind !== 'applied') return
      try {
        await client.scoreBooks.undo({ bookId: state.result.bookId, version: state.result.version })
        setState({ ...state, isUndone: true, fault: null })
      } catch (error) {
        setState({ ...state, fault: sentenceOf(error) })
      }
    },
  }
}
