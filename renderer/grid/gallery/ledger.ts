import type { Light } from '../../ui/tokens.ts'
import type { CellRefusal, CellValue, EditMode, EditOutcome, GridFilter, GridRequest, RowEdit } from '../types.ts'
import { ledgerWords, titlesOfTasks } from './samples.ts'

/** A made-up task, with its version. */
export interface Task {
  readonly id: string
  readonly version: number
  readonly docNo: string
  readonly title: string
  readonly moduleName: string
  readonly host: string
  readonly state: string
  readonly light: Light
  readonly weight: number
  readonly due: string | null
  readonly progress: number | null
  readonly score: number | null
  readonly note: string | null
  readonly coHost: string | null
  readonly issued: string | null
  readonly target: number | null
  readonly phone: string | null
  readonly demand: string | null
  readonly satisfaction: number | null
}

/** Always the same numbers: a gallery must look the same twice. The generator is mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function taskOf(at: number): Task {
  const next = seeded(at * 7919 + 1)
  const pick = <Item>(items: readonly Item[], fallback: Item) => items[Math.floor(next() * items.length)] ?? fallback
  const { modules, people, states, notes } = ledgerWords
  return {
    id: `t${String(at)}`,
    version: 1,
    docNo: ledgerWords.docNo(at + 1),
    title: `${pick(ledgerWords.villages, '')}${pick(titlesOfTasks, '')}`,
    moduleName: pick(modules, ''),
    host: pick(people, ''),
    state: at % 17 === 16 ? ledgerWords.closed : pick(states, ''),
    light: pick<Light>(['green', 'green', 'green', 'yellow', 'red', 'grey'], 'green'),
    weight: 1 + Math.floor(next() * 3),
    due: `2026-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`,
    progress: Math.floor(next() * 101),
    score: next() < 0.3 ? null : Math.round(next() * 4000 + 6000) / 100,
    note: next() < 0.7 ? null : pick(notes, ''),
    coHost: next() < 0.5 ? null : pick(people, ''),
    issued: `2026-0${String(1 + Math.floor(next() * 3))}-10`,
    target: Math.floor(next() * 500),
    phone: null,
    demand: null,
    satisfaction: null,
  }
}

function matches(task: Task, filter: GridFilter): boolean {
  const value = valueOf(task, filter.field)
  switch (filter.kind) {
    case 'text':
      return String(value ?? '').includes(filter.contains)
    case 'choice':
      return value !== null && filter.values.includes(value)
    case 'day':
      return value !== null && (filter.from === null || String(value) >= filter.from) && (filter.to === null || String(value) <= filter.to)
    case 'number':
      return value !== null && (filter.min === null || Number(value) >= filter.min) && (filter.max === null || Number(value) <= filter.max)
    case 'blank':
      return (value === null) === filter.blank
  }
}

function valueOf(task: Task, field: string): CellValue {
  const entry = Object.entries(task).find(([name]) => name === field)
  const value: unknown = entry?.[1]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function changed(task: Task, changes: RowEdit['changes']): Task {
  const text = (field: string, present: string) => (field in changes ? String(changes[field] ?? '') : present)
  const textOrNull = (field: string, present: string | null) => (field in changes ? (changes[field] === null ? null : String(changes[field])) : present)
  const number = (field: string, present: number | null) => (field in changes ? (changes[field] === null ? null : Number(changes[field])) : present)
  return {
    ...task,
    version: task.version + 1,
    title: text('title', task.title),
    host: text('host', task.host),
    state: text('state', task.state),
    weight: number('weight', task.weight) ?? 1,
    due: textOrNull('due', task.due),
    progress: number('progress', task.progress),
    score: number('score', task.score),
    note: textOrNull('note', task.note),
    coHost: textOrNull('coHost', task.coHost),
    issued: textOrNull('issued', task.issued),
    target: number('target', task.target),
    phone: textOrNull('phone', task.phone),
    demand: textOrNull('demand', task.demand),
    satisfaction: number('satisfaction', task.satisfaction),
  }
}

/** A ledger in memory that behaves like the host: loads by block, checks versions, refuses, answers after `delayMs`. */
export function createLedger(count: number, delayMs: number) {
  const tasks = Array.from({ length: count }, (_, at) => taskOf(at))
  const places = new Map(tasks.map(({ id }, at) => [id, at]))
  const listeners = new Set<() => void>()
  let revision = 0
  let failing = false
  const pause = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      setTimeout(resolve, delayMs)
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    })

  function chosen({ filters, search, sort }: GridRequest): readonly Task[] {
    const kept = filters.length === 0 && search === '' ? tasks : tasks.filter((task) => filters.every((filter) => matches(task, filter)) && (task.title.includes(search) || task.host.includes(search)))
    if (sort.length === 0) return kept
    return [...kept].sort((a, b) => {
      for (const { field, descending } of sort) {
        const [x, y] = [valueOf(a, field), valueOf(b, field)]
        const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x ?? '').localeCompare(String(y ?? ''), 'zh')
        if (order !== 0) return descending ? -order : order
      }
      return 0
    })
  }

  function refusal(edit: RowEdit): readonly CellRefusal[] {
    const task = tasks[places.get(edit.key) ?? -1]
    return Object.keys(edit.changes).flatMap((field): CellRefusal[] => {
      if (!task) return [{ key: edit.key, field, reason: ledgerWords.gone }]
      if (task.version !== edit.version) return [{ key: edit.key, field, reason: ledgerWords.changedMeanwhile }]
      return field === 'note' && String(edit.changes[field] ?? '').includes(ledgerWords.forbidden) ? [{ key: edit.key, field, reason: ledgerWords.refusedNote }] : []
    })
  }

  function told(): void {
    revision += 1
    for (const listener of listeners) listener()
  }

  return {
    load: async (request: GridRequest, signal: AbortSignal) => {
      await pause(signal)
      if (failing) throw new Error(ledgerWords.offline)
      const rows = chosen(request)
      return { rows: rows.slice(request.offset, request.offset + request.limit), total: rows.length }
    },
    apply: async (edits: readonly RowEdit[], mode: EditMode): Promise<EditOutcome> => {
      await pause()
      if (failing) throw new Error(ledgerWords.offline)
      const refused = edits.flatMap(refusal)
      if (mode === 'all' && refused.length > 0) return { applied: [], refused }
      const applied = edits.flatMap((edit) => {
        const at = places.get(edit.key) ?? -1
        const task = tasks[at]
        const good = Object.fromEntries(Object.entries(edit.changes).filter(([field]) => !refused.some((other) => other.key === edit.key && other.field === field)))
        if (!task || Object.keys(good).length === 0) return []
        tasks[at] = changed(task, good)
        return [{ key: edit.key, version: task.version + 1 }]
      })
      told()
      return { applied, refused }
    },
    /** Somebody else changes a row. */
    disturb: (id: string) => {
      const at = places.get(id) ?? -1
      const task = tasks[at]
      if (task) tasks[at] = changed(task, { note: ledgerWords.theirs })
    },
    setFailing: (value: boolean) => {
      failing = value
      if (!value) told()
    },
    revision: () => revision,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
