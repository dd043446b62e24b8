import { useEffect, useRef, useState } from 'react'
import type { ImportKind } from '../../../../shared/domain/import/types.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { dayFaults } from '../../module/field-faults.ts'
import type { ImportResult } from './import-rows.ts'
import { importWords } from './vocabulary.ts'

export type { ImportKind }

export type ImportState =
  | { readonly kind: 'choosing'; readonly fault: string | null }
  | { readonly kind: 'reading'; readonly file: File }
  | { readonly kind: 'previewed'; readonly file: File; readonly result: ImportResult; readonly fault: string | null }
  | { readonly kind: 'applying'; readonly file: File; readonly result: ImportResult }
  | { readonly kind: 'applied'; readonly file: File; readonly result: ImportResult; readonly isUndone: boolean; readonly fault: string | null }

export interface Importing {
  readonly state: ImportState
  readonly asOf: string
  readonly setAsOf: (day: string) => void
  /** Reads a file and shows what its rows would do. */
  readonly read: (file: File) => void
  /** Back to the choice of a file, with a reason when one was refused; stops a reading. */
  readonly restart: (fault?: string) => void
  /** Takes the good rows; true when they are in. */
  readonly apply: () => Promise<boolean>
  readonly undo: () => Promise<void>
}

/** One import from the choice of the file to its undoing, of a register's rows into the register named. Nothing is written before `apply`. */
export function useImport(kind: ImportKind, registerId?: string): Importing {
  const { client } = useApi()
  const [state, setState] = useState<ImportState>({ kind: 'choosing', fault: null })
  const [asOf, setDay] = useState(today)
  const wrongDay = wrongDayOf(asOf)
  const into = registerId === undefined ? {} : { registerId }
  const reading = useRef<AbortController>(null)
  useEffect(() => () => reading.current?.abort(), [])

  async function preview(file: File, day: string): Promise<void> {
    reading.current?.abort()
    const mine = new AbortController()
    reading.current = mine
    setState({ kind: 'reading', file })
    try {
      const result = await client.imports.preview({ file, kind, asOf: day, ...into }, { signal: mine.signal })
      if (!mine.signal.aborted) setState({ kind: 'previewed', file, result, fault: null })
    } catch (error) {
      if (!mine.signal.aborted) setState({ kind: 'choosing', fault: sentenceOf(error) })
    }
  }

  async function apply(): Promise<boolean> {
    if (state.kind !== 'previewed') return false
    if (wrongDay !== null) {
      setState({ ...state, fault: wrongDay })
      return false
    }
    const { file, result: foreseen } = state
    setState({ kind: 'applying', file, result: foreseen })
    try {
      setState({ kind: 'applied', file, result: await client.imports.apply({ file, kind, asOf, ...into }), isUndone: false, fault: null })
      return true
    } catch (error) {
      setState({ kind: 'previewed', file, result: foreseen, fault: sentenceOf(error) })
      return false
    }
  }

  async function undo(): Promise<void> {
    if (state.kind !== 'applied' || state.result.batchId === null) return
    try {
      await client.imports.undo({ batchId: state.result.batchId })
      setState({ ...state, isUndone: true, fault: null })
    } catch (error) {
      setState({ ...state, fault: sentenceOf(error) })
    }
  }

  return {
    state,
    asOf,
    setAsOf(day) {
      setDay(day)
      if (wrongDayOf(day) !== null) return
      if (state.kind === 'previewed') void preview(state.file, day)
      if (state.kind === 'choosing' && state.fault === wrongDay) setState({ kind: 'choosing', fault: null })
    },
    read(file) {
      if (wrongDay === null) void preview(file, asOf)
      else setState({ kind: 'choosing', fault: wrongDay })
    },
    restart(fault) {
      reading.current?.abort()
      setState({ kind: 'choosing', fault: fault ?? null })
    },
    apply,
    undo,
  }
}

function wrongDayOf(day: string): string | null {
  return dayFaults('', importWords.asOf, day)[0]?.sentence ?? null
}
