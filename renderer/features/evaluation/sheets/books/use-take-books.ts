import { useEffect, useRef, useState } from 'react'
import { useApi } from '../../../../api/api.ts'
import { sentenceOf } from '../../../../api/failure.ts'
import { answered, decided } from './deciding.ts'
import { isTicked, type Decision, type Decisions, type EntryPlace, type FileState, type TakenFile } from './take-files.ts'
import { bookWords } from './vocabulary.ts'

/** What is being done with the files, one after the other. */
export interface TakeWork {
  readonly kind: 'reading' | 'taking' | 'undoing'
  readonly done: number
  readonly of: number
}

export interface TakingBooks {
  readonly files: readonly TakenFile[]
  readonly work: TakeWork | null
  /** Lets the user choose files, and shows what each would do. */
  readonly choose: () => Promise<void>
  /** Stops before the next file. */
  readonly stop: () => void
  readonly tick: (keys: readonly number[]) => void
  readonly decide: (key: number, places: readonly EntryPlace[], decision: Decision) => Promise<void>
  /** Takes the ticked files, each by itself. */
  readonly apply: () => Promise<void>
  /** Takes back what was taken here, the latest first. */
  readonly undo: () => Promise<void>
}

/** Score books that came back, from the choice of their files to their undoing; nothing is written before `apply`. */
export function useTakeBooks(periodId: string): TakingBooks {
  const { client, desktop } = useApi()
  const [files, setFiles] = useState<readonly TakenFile[]>([])
  const latest = useRef(files)
  const [work, setWork] = useState<TakeWork | null>(null)
  const contents = useRef(new Map<number, File>())
  const stopping = useRef<AbortController>(null)
  useEffect(() => () => stopping.current?.abort(), [])

  /** Always from what stands by now: what was asked earlier is answered late. */
  function update(change: (present: readonly TakenFile[]) => readonly TakenFile[]): void {
    latest.current = change(latest.current)
    setFiles(latest.current)
  }

  function put(key: number, state: FileState): void {
    update((present) => present.map((file) => (file.key === key ? { ...file, state } : file)))
  }

  async function look(key: number, decisions: Decisions, fault: string | null, signal?: AbortSignal): Promise<Extract<FileState, { kind: 'previewed' | 'unread' }>> {
    const file = contents.current.get(key)
    if (file === undefined) return { kind: 'unread', reason: bookWords.notRead }
    try {
      return { kind: 'previewed', result: await client.scoreBooks.preview({ periodId, file, keep: keptBy(decisions) }, signal === undefined ? {} : { signal }), decisions, shownBy: decisions, fault }
    } catch (error) {
      return { kind: 'unread', reason: sentenceOf(error) }
    }
  }

  /** One after the other, until the user stops it. */
  async function inTurn<Item>(kind: TakeWork['kind'], items: readonly Item[], run: (item: Item, signal: AbortSignal) => Promise<void>): Promise<void> {
    const mine = new AbortController()
    stopping.current = mine
    for (const [done, item] of items.entries()) {
      if (mine.signal.aborted) break
      setWork({ kind, done, of: items.length })
      await run(item, mine.signal)
    }
    setWork(null)
  }

  async function take({ key, state }: TakenFile): Promise<void> {
    const file = contents.current.get(key)
    if (state.kind !== 'previewed' || file === undefined) return
    try {
      put(key, { kind: 'taken', result: await client.scoreBooks.apply({ periodId, file, keep: keptBy(state.decisions), stamp: state.result.stamp }), fault: null })
    } catch (error) {
      put(key, await look(key, state.decisions, sentenceOf(error)))
    }
  }

  async function takeBack({ key, state }: TakenFile): Promise<void> {
    if (state.kind !== 'taken') return
    const { result } = state
    try {
      await client.scoreBooks.undo({ bookId: result.bookId, version: result.version })
      put(key, { kind: 'undone', result })
    } catch (error) {
      put(key, { ...state, fault: sentenceOf(error) })
    }
  }

  return {
    files,
    work,
    async choose() {
      const opened = await desktop.openFiles({ title: bookWords.chooseTitle, accept: [{ label: bookWords.book, extensions: ['xlsx'] }] })
      if (opened.kind !== 'opened') return
      const first = (latest.current.at(-1)?.key ?? 0) + 1
      const added = opened.files.map((file, place): TakenFile => {
        const key = first + place
        if (file.kind === 'read') contents.current.set(key, new File([new Uint8Array(file.bytes)], file.name))
        return { key, name: file.name, isChosen: null, state: file.kind === 'read' ? { kind: 'waiting' } : { kind: 'unread', reason: file.reason } }
      })
      update((present) => [...present, ...added])
      await inTurn('reading', added.filter(({ state }) => state.kind === 'waiting'), async ({ key }, signal) => {
        const state = await look(key, new Map(), null, signal)
        if (!signal.aborted) put(key, state)
      })
      // What was not read any more is as if it had not been chosen.
      update((present) => present.filter(({ state }) => state.kind !== 'waiting'))
    },
    stop: () => stopping.current?.abort(),
    tick: (keys) => update((present) => present.map((file) => ({ ...file, isChosen: keys.includes(file.key) }))),
    async decide(key, places, decision) {
      update((present) => decided(present, key, places, decision))
      const state = latest.current.find((file) => file.key === key)?.state
      if (state?.kind !== 'previewed') return
      const answer = await look(key, state.decisions, null)
      update((present) => answered(present, key, state.decisions, answer))
    },
    apply: () => inTurn('taking', latest.current.filter((file) => isTicked(file, latest.current)), take),
    undo: () => inTurn('undoing', latest.current.filter(({ state }) => state.kind === 'taken').toReversed(), takeBack),
  }
}

function keptBy(decisions: Decisions): EntryPlace[] {
  return [...decisions].flatMap(([key, decision]) => {
    const [sheetId = '', staffId = ''] = key.split(' ')
    return decision === 'screen' ? [{ sheetId, staffId }] : []
  })
}
