import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { receiveImport, type ImportProgress, type ReceivedImport } from '../../../../shared/contract/reports/receive-import.ts'
import { importKinds, type ImportChoice, type ImportKind } from '../../../../shared/domain/reports/imports/types.ts'
import { useApi } from '../../../api/api.ts'
import { failureOf, sentenceOf } from '../../../api/failure.ts'
import { usePeriod } from '../../../api/period.ts'
import { today } from '../../../api/today.ts'
import { dayFaults } from '../../../frame/field-faults.ts'
import { changedRows, type ImportResult } from './import-rows.ts'
import { importWords } from './vocabulary.ts'

export type { ImportKind }

export type Progress = Pick<ImportProgress, 'stage' | 'done' | 'of'>

export type ImportState =
  /** `unread`: a file that opens, and in which no table was found; its headings may be shown by hand. `looksLike`: of which kind it rather is. */
  | { readonly kind: 'choosing'; readonly fault: string | null; readonly unread: File | null; readonly looksLike: ImportKind | null }
  | { readonly kind: 'reading'; readonly file: File; readonly progress: Progress }
  /** `refreshing`: it is read anew, by another choice. */
  | { readonly kind: 'previewed'; readonly file: File; readonly result: ImportResult; readonly fault: string | null; readonly refreshing: Progress | null }
  | { readonly kind: 'applying'; readonly file: File; readonly result: ImportResult; readonly progress: Progress }
  | { readonly kind: 'applied'; readonly file: File; readonly result: ImportResult; readonly isUndone: boolean; readonly fault: string | null }

/** What is decided about a file beside the file itself. */
interface Settings {
  readonly asOf: string
  readonly sender: string
  readonly choice: ImportChoice | null
  /** Whom the clicks chose for ambiguous rows. */
  readonly picks: readonly { readonly row: number; readonly id: string }[]
}

export interface Importing {
  readonly state: ImportState
  readonly settings: Settings
  readonly setAsOf: (day: string) => void
  readonly setSender: (sender: string) => void
  /** Reads a file and shows what its rows would do. */
  readonly read: (file: File) => void
  /** Sheet, headings, columns and words as chosen by hand; reads the file anew. */
  readonly choose: (choice: ImportChoice) => void
  /** Whom an ambiguous row means; the rows are matched anew. */
  readonly pick: (row: number, id: string) => void
  /** Back to the choice of a file, with a reason when one was refused; stops a reading. */
  readonly restart: (fault?: string) => void
  /** Takes the good rows; true when they are in. */
  readonly apply: () => Promise<boolean>
  /** Stops a reading, or an import that has not begun to write. */
  readonly cancel: () => void
  readonly undo: () => Promise<void>
}

function choosing(fault: string | null): ImportState {
  return { kind: 'choosing', fault, unread: null, looksLike: null }
}

const begun: Progress = { stage: 'reading', done: 0, of: 0 }

/** One import from the choice of the file to its undoing, of a register's rows into the register named. `given`: the file to begin with. Nothing is written before `apply`. */
export function useImport(kind: ImportKind, registerId?: string, given?: File): Importing {
  const { client } = useApi()
  const period = usePeriod()
  const [state, setState] = useState<ImportState>(choosing(null))
  const [settings, setSettings] = useState<Settings>({ asOf: today(), sender: '', choice: null, picks: [] })
  const wrongDay = wrongDayOf(settings.asOf)
  const running = useRef<AbortController>(null)
  const start = useEffectEvent(() => {
    if (given !== undefined) void preview(given, settings, null)
  })
  useEffect(() => {
    start()
    return () => running.current?.abort()
  }, [])

  const inputOf = (file: File, { asOf, sender, choice, picks }: Settings) => ({
    file,
    kind,
    asOf,
    ...(period?.kind === 'quarter' ? { quarter: period.code } : {}),
    picks: [...picks],
    ...(choice === null ? {} : { choice }),
    ...(sender.trim() === '' ? {} : { sender: sender.trim() }),
    ...(registerId === undefined ? {} : { registerId }),
  })

  function begin(): AbortController {
    running.current?.abort()
    running.current = new AbortController()
    return running.current
  }

  /** `isOutdated`: the rows would do something else by now than was shown. */
  async function preview(file: File, by: Settings, standing: ImportResult | null, isOutdated = false): Promise<void> {
    const mine = begin()
    const show = (progress: Progress) => {
      if (!mine.signal.aborted) setState(standing === null ? { kind: 'reading', file, progress } : { kind: 'previewed', file, result: standing, fault: null, refreshing: progress })
    }
    show(begun)
    try {
      const result = resultOf(await receiveImport(await client.imports.startPreview(inputOf(file, by), { signal: mine.signal }), show))
      if (!mine.signal.aborted) setState({ kind: 'previewed', file, result, fault: isOutdated && standing !== null ? importWords.outdated(changedRows(standing, result)) : null, refreshing: null })
    } catch (error) {
      if (mine.signal.aborted) return
      const { sentence, values } = failureOf(error)
      const isUnread = values['why'] === 'no_header' || values['why'] === 'no_rows'
      if (standing === null) setState({ kind: 'choosing', fault: sentence, unread: isUnread ? file : null, looksLike: importKinds.find((known) => known === values['looksLike']) ?? null })
      else setState({ kind: 'previewed', file, result: standing, fault: sentence, refreshing: null })
    }
  }

  async function apply(): Promise<boolean> {
    if (state.kind !== 'previewed' || state.refreshing !== null) return false
    const { file, result: foreseen } = state
    if (wrongDay !== null) {
      setState({ ...state, fault: wrongDay })
      return false
    }
    const mine = begin()
    const show = (progress: Progress) => setState({ kind: 'applying', file, result: foreseen, progress })
    show(begun)
    try {
      const result = resultOf(await receiveImport(await client.imports.startApply({ ...inputOf(file, settings), stamp: foreseen.stamp }, { signal: mine.signal }), show))
      setState({ kind: 'applied', file, result, isUndone: false, fault: null })
      return true
    } catch (error) {
      const { code, sentence } = failureOf(error)
      if (!mine.signal.aborted && code === 'import_outdated') await preview(file, settings, foreseen, true)
      else setState({ kind: 'previewed', file, result: foreseen, fault: mine.signal.aborted ? importWords.cancelled : sentence, refreshing: null })
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

  /** Keeps what was decided, and reads the file in hand by it. */
  function decide(by: Settings): void {
    setSettings(by)
    if (wrongDayOf(by.asOf) !== null) return
    if (state.kind === 'previewed') void preview(state.file, by, state.result)
    else if (state.kind === 'choosing' && state.unread !== null && by.choice !== null) void preview(state.unread, by, null)
    else if (state.kind === 'choosing' && state.fault === wrongDay) setState(choosing(null))
  }

  return {
    state,
    settings,
    setAsOf: (asOf) => decide({ ...settings, asOf }),
    setSender: (sender) => (sender === settings.sender ? undefined : decide({ ...settings, sender })),
    choose: (choice) => decide({ ...settings, choice, picks: [] }),
    pick: (row, id) => decide({ ...settings, picks: [...settings.picks, { row, id }] }),
    read(file) {
      const by = { ...settings, choice: null, picks: [] }
      setSettings(by)
      if (wrongDay === null) void preview(file, by, null)
      else setState(choosing(wrongDay))
    },
    restart(fault) {
      running.current?.abort()
      setSettings({ ...settings, choice: null, picks: [] })
      setState(choosing(fault ?? null))
    },
    apply,
    cancel: () => running.current?.abort(),
    undo,
  }
}

function resultOf({ errorWorkbook, ...result }: ReceivedImport): ImportResult {
  return { ...result, errorWorkbook: errorWorkbook === null ? null : new File(errorWorkbook.parts, errorWorkbook.name) }
}

function wrongDayOf(day: string): string | null {
  return dayFaults('', importWords.asOf, day)[0]?.sentence ?? null
}
