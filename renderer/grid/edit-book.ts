import type { CellChange, CellFault, Checked } from './paste-plan.ts'
import type { CellValue, EditMode, EditOutcome, GridEditing, RowEdit } from './types.ts'
import { emptyStack, nextRedo, nextUndo, recorded, redone, undone } from './undo-stack.ts'
import type { Step, UndoStack } from './undo-stack.ts'

export type Origin = 'type' | 'paste' | 'fill' | 'clear' | 'undo' | 'redo'

/** Cells that were refused, and those of the same step that could be written without them. */
export interface Refusal {
  readonly origin: Origin
  readonly faults: readonly CellFault[]
  readonly good: readonly CellChange[]
  /** Whether the good ones are written already. */
  readonly partly: boolean
}

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface BookState {
  readonly refusal: Refusal | null
  readonly saving: Saving
  readonly stack: UndoStack
}

/** A value shown although the row was not loaded again yet. */
export interface Pending {
  readonly value: CellValue
  readonly text: string
  /** The row's version after the write; null while it is on its way. */
  readonly version: number | null
}

/** The edits of a grid: what is on its way, what was refused, what can be undone. One step is written after the other. */
export interface EditBook {
  readonly state: () => BookState
  readonly subscribe: (listener: () => void) => () => void
  readonly pending: (key: string, field: string) => Pending | undefined
  readonly refused: (key: string, field: string) => CellFault | undefined
  /** A step that was checked: written whole, or, with faults, not at all until {@link takeGood}. */
  readonly submit: (checked: Checked, origin: Origin) => void
  readonly takeGood: () => void
  readonly drop: () => void
  /** Whether there was something to undo. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** Tries again after a failure. */
  readonly retry: () => void
  /** The versions of rows that were just loaded. */
  readonly seen: (versions: Iterable<readonly [key: string, version: number]>) => void
}

interface Waiting {
  readonly step: Step
  readonly origin: Origin
  readonly mode: EditMode
}

const cellId = (key: string, field: string) => `${field}\u0000${key}`

/** The changes of a step by row, with the versions the user saw. */
export function editsByRow(step: Step, versionOf: (key: string) => number): readonly RowEdit[] {
  const rows = new Map<string, Record<string, CellValue>>()
  for (const { key, field, after } of step) rows.set(key, { ...rows.get(key), [field]: after })
  return [...rows].map(([key, changes]) => ({ key, version: versionOf(key), changes }))
}

/** What of a step was written, by its outcome. */
function writtenOf(step: Step, mode: EditMode, { applied, refused }: EditOutcome): Step {
  if (mode === 'all' && refused.length > 0) return []
  const rows = new Set(applied.map(({ key }) => key))
  const not = new Set(refused.map(({ key, field }) => cellId(key, field)))
  return step.filter(({ key, field }) => rows.has(key) && !not.has(cellId(key, field)))
}

/** What was meant to be written, was not, and is not refused itself. */
function goodOf(step: Step, written: Step, { refused }: EditOutcome): Step {
  const not = new Set(refused.map(({ key, field }) => cellId(key, field)))
  return step.filter((change) => !not.has(cellId(change.key, change.field)) && !written.includes(change))
}

export function createEditBook(apply: GridEditing['apply'], now: () => Date): EditBook {
  const versions = new Map<string, number>()
  const pending = new Map<string, Pending>()
  const faults = new Map<string, CellFault>()
  const listeners = new Set<() => void>()
  const waiting: Waiting[] = []
  const wishes: (() => void)[] = []
  let running = false
  let state: BookState = { refusal: null, saving: { kind: 'idle' }, stack: emptyStack }

  function change(part: Partial<BookState>): void {
    state = { ...state, ...part }
    if ('refusal' in part) {
      faults.clear()
      for (const fault of part.refusal?.faults ?? []) faults.set(cellId(fault.key, fault.field), fault)
    }
    for (const listener of listeners) listener()
  }

  function enqueue(step: Step, origin: Origin, mode: EditMode): void {
    waiting.push({ step, origin, mode })
    for (const { key, field, after, afterText } of step) pending.set(cellId(key, field), { value: after, text: afterText, version: null })
    change({ saving: { kind: 'saving' } })
    void run()
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    change({ saving: { kind: 'saving' } })
    for (let head = waiting[0]; head; head = waiting[0]) {
      const edits = editsByRow(head.step, (key) => versions.get(key) ?? 0)
      const outcome = await apply(edits, head.mode).catch((error: unknown) => ({ error }))
      if ('error' in outcome) {
        running = false
        change({ saving: { kind: 'failed', error: outcome.error } })
        return
      }
      waiting.shift()
      settle(head, outcome)
    }
    running = false
    wishes.shift()?.()
  }

  function settle({ step, origin, mode }: Waiting, outcome: EditOutcome): void {
    for (const { key, version } of outcome.applied) versions.set(key, version)
    const written = writtenOf(step, mode, outcome)
    const later = new Set(waiting.flatMap((other) => other.step.map(({ key, field }) => cellId(key, field))))
    for (const item of step) {
      const id = cellId(item.key, item.field)
      if (later.has(id)) continue
      if (written.includes(item)) pending.set(id, { value: item.after, text: item.afterText, version: versions.get(item.key) ?? 0 })
      else pending.delete(id)
    }
    const texts = new Map(step.map(({ key, field, afterText }) => [cellId(key, field), afterText]))
    const faults = outcome.refused.map(({ key, field, reason }) => ({ key, field, reason, row: null, text: texts.get(cellId(key, field)) ?? '' }))
    const refusal = faults.length === 0 ? state.refusal : { origin, faults, good: goodOf(step, written, outcome), partly: written.length > 0 }
    const saving: Saving = waiting.length > 0 ? { kind: 'saving' } : written.length > 0 ? { kind: 'saved', at: now() } : { kind: 'idle' }
    change({ refusal, saving, stack: stackAfter(origin, written) })
  }

  function stackAfter(origin: Origin, written: Step): UndoStack {
    // A refused undo stays the next one, so that its good part can still be taken.
    if (written.length === 0) return state.stack
    if (origin === 'undo') return undone(state.stack, written)
    if (origin === 'redo') return redone(state.stack, written)
    return recorded(state.stack, written)
  }

  /** What was done last is known only when all that waits is written; until then the wish waits too. */
  function again(next: (stack: UndoStack) => Step | null, origin: 'undo' | 'redo'): boolean {
    if (waiting.length > 0) {
      wishes.push(() => again(next, origin))
      return true
    }
    const step = next(state.stack)
    if (!step) return false
    change({ refusal: null })
    enqueue(step, origin, 'all')
    return true
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pending: (key, field) => pending.get(cellId(key, field)),
    refused: (key, field) => faults.get(cellId(key, field)),
    submit: ({ changes, faults: found }, origin) => {
      if (found.length > 0) {
        change({ refusal: { origin, faults: found, good: changes, partly: false } })
        return
      }
      change({ refusal: null })
      if (changes.length > 0) enqueue(changes, origin, 'all')
    },
    takeGood: () => {
      const { refusal } = state
      if (!refusal) return
      change({ refusal: { ...refusal, good: [], partly: refusal.good.length > 0 } })
      if (refusal.good.length > 0) enqueue(refusal.good, refusal.origin, 'good')
    },
    drop: () => change({ refusal: null }),
    undo: () => again(nextUndo, 'undo'),
    redo: () => again(nextRedo, 'redo'),
    retry: () => void run(),
    seen: (rows) => {
      const loaded = new Map(rows)
      for (const [key, version] of loaded) versions.set(key, Math.max(version, versions.get(key) ?? 0))
      for (const [id, { version }] of [...pending]) {
        const known = loaded.get(id.slice(id.indexOf('\u0000') + 1))
        if (version !== null && known !== undefined && known >= version) pending.delete(id)
      }
    },
  }
}
