import { createKnownRows } from './known-rows.ts'
import type { SeenRow } from './known-rows.ts'
import type { CellChange, CellFault, Checked } from './paste-plan.ts'
import type { CellValue, EditMode, EditOutcome, GridEditing, RowEdit } from './types.ts'
import { emptyStack, nextRedo, nextUndo, recorded, redone, restRedone, restUndone, undone } from './undo-stack.ts'
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
  /** Gives up the step that failed; what waits behind it goes out. */
  readonly giveUp: () => void
  /** Rows that were just loaded. */
  readonly seen: (rows: readonly SeenRow[]) => void
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

export function createEditBook({ apply, refusal: refusalOf }: GridEditing, now: () => Date): EditBook {
  const known = createKnownRows()
  /** What is shown of the steps that are on their way. */
  const onWay = new Map<string, Pending>()
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
    for (const { key, field, after, afterText } of step) onWay.set(cellId(key, field), { value: after, text: afterText, version: null })
    change({ saving: { kind: 'saving' } })
    void run()
  }

  async function run(): Promise<void> {
    if (running || waiting.length === 0) return
    running = true
    change({ saving: { kind: 'saving' } })
    for (let head = waiting[0]; head; head = waiting[0]) {
      const outcome = await attempt(head)
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

  /** The newest versions are sent, so a cell that holds by now what the user never saw must be kept out here. */
  async function attempt({ step, mode }: Waiting): Promise<EditOutcome | { readonly error: unknown }> {
    const stale = known.conflicts(step)
    const not = new Set(stale.map(({ key, field }) => cellId(key, field)))
    const rest = step.filter(({ key, field }) => !not.has(cellId(key, field)))
    if (rest.length === 0 || (mode === 'all' && stale.length > 0)) return { applied: [], refused: stale }
    try {
      const { applied, refused } = await apply(editsByRow(rest, known.versionOf), mode)
      return { applied, refused: [...stale, ...refused] }
    } catch (error) {
      const reason = refusalOf(error)
      return reason === null ? { error } : { applied: [], refused: step.map(({ key, field }) => ({ key, field, reason })) }
    }
  }

  function settle({ step, origin, mode }: Waiting, outcome: EditOutcome): void {
    const newVersions = new Map(outcome.applied.map(({ key, version }) => [key, version]))
    const written = writtenOf(step, mode, outcome)
    for (const item of written) known.wrote(item, newVersions.get(item.key) ?? 0)
    leave(step, written)
    const texts = new Map(step.map(({ key, field, afterText }) => [cellId(key, field), afterText]))
    const found = outcome.refused.map(({ key, field, reason }) => ({ key, field, reason, row: null, text: texts.get(cellId(key, field)) ?? '' }))
    if (found.length > 0) wishes.length = 0
    const refusal = found.length === 0 ? state.refusal : { origin, faults: found, good: goodOf(step, written, outcome), partly: written.length > 0 }
    const saving: Saving = waiting.length > 0 ? { kind: 'saving' } : written.length > 0 ? { kind: 'saved', at: now() } : { kind: 'idle' }
    change({ refusal, saving, stack: stackAfter(origin, mode, written) })
  }

  /** The step is on its way no longer. What waits was built upon it: of what was not written, it follows upon what stood before. */
  function leave(step: Step, written: Step): void {
    const later = new Set(waiting.flatMap((other) => other.step.map(({ key, field }) => cellId(key, field))))
    for (const { key, field } of step) if (!later.has(cellId(key, field))) onWay.delete(cellId(key, field))
    const done = new Set(written)
    const lost = new Map(step.filter((item) => !done.has(item)).map((item) => [cellId(item.key, item.field), item]))
    if (lost.size === 0) return
    waiting.forEach((other, at) => {
      const rebased = other.step.map((item) => {
        const base = lost.get(cellId(item.key, item.field))
        return base?.after === item.before ? { ...item, before: base.before, beforeText: base.beforeText } : item
      })
      waiting[at] = { ...other, step: rebased }
    })
  }

  function stackAfter(origin: Origin, mode: EditMode, written: Step): UndoStack {
    // A refused undo leaves the stack at once, or it would bar the way to the steps before it; its good part comes later.
    if (origin === 'undo') return mode === 'good' ? restUndone(state.stack, written) : undone(state.stack, written)
    if (origin === 'redo') return mode === 'good' ? restRedone(state.stack, written) : redone(state.stack, written)
    return recorded(state.stack, written)
  }

  /** What was done last is known only when all that waits is written; until then the wish waits too. */
  function again(next: (stack: UndoStack) => Step | null, origin: 'undo' | 'redo'): boolean {
    if (waiting.length > 0) {
      wishes.push(() => again(next, origin))
      return true
    }
    const step = next(state.stack)
    if (!step) {
      wishes.length = 0
      return false
    }
    const found = known.faults(step)
    if (found.length > 0) {
      const not = new Set(found.map(({ key, field }) => cellId(key, field)))
      wishes.length = 0
      change({ refusal: { origin, faults: found, good: step.filter(({ key, field }) => !not.has(cellId(key, field))), partly: false }, stack: stackAfter(origin, 'all', []) })
      return true
    }
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
    pending: (key, field) => onWay.get(cellId(key, field)) ?? known.written(key, field),
    refused: (key, field) => faults.get(cellId(key, field)),
    submit: ({ changes, faults: found }, origin) => {
      wishes.length = 0
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
      wishes.length = 0
      change({ refusal: { ...refusal, good: [], partly: refusal.good.length > 0 } })
      if (refusal.good.length > 0) enqueue(refusal.good, refusal.origin, 'good')
    },
    drop: () => change({ refusal: null }),
    undo: () => again(nextUndo, 'undo'),
    redo: () => again(nextRedo, 'redo'),
    retry: () => void run(),
    giveUp: () => {
      const head = running ? undefined : waiting.shift()
      if (!head) return
      wishes.length = 0
      leave(head.step, [])
      change({ saving: { kind: 'idle' } })
      void run()
    },
    seen: (rows) => {
      for (const row of rows) known.seen(row)
    },
  }
}
