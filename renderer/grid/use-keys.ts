import { useCallback, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { dayMoved, readDay } from './cell-text.ts'
import { commandOf } from './keys.ts'
import type { Command } from './keys.ts'
import type { Content } from './paste-plan.ts'
import { isSame, nextInColumns, type CellAt, type Extent } from './range.ts'
import { offered } from './use-draft.ts'
import type { Draft } from './use-draft.ts'
import type { EditingControl } from './use-editing.ts'
import { useLatest } from './use-latest.ts'
import type { SelectionControl } from './use-selection.ts'

export interface KeysContext<Row> {
  readonly selection: SelectionControl
  readonly editing: EditingControl<Row>
  readonly extent: Extent
  readonly isEditable: boolean
  readonly today: string
  readonly pageRows: () => number
  /** Tab leaves the grid: after Esc, and always where nothing can be typed. */
  readonly leaves: boolean
  readonly onLeaves: (leaves: boolean) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onOpen: () => void
  readonly canOpen: boolean
  readonly onHead: () => void
  readonly onFilter: () => void
  readonly onMenu: () => void
  /** Space on a cell nobody types in: the boxes of the selected rows. */
  readonly onToggleRows: (() => void) | null
}

/** What the keyboard does in the rows, while moving about and while a cell is open. */
export function useKeys<Row>(context: KeysContext<Row>): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const latest = useLatest(context)
  const stepped = useRef<Stepped | null>(null)
  return useCallback(
    (event: KeyboardEvent<HTMLTextAreaElement>) => {
      // While an input method composes, every key is its own.
      if (event.nativeEvent.isComposing || event.key === 'Process') return
      const { current } = latest
      const last = stepped.current !== null && isSame(stepped.current.to, current.selection.selection.active) ? stepped.current : null
      stepped.current = null
      const onStep = (step: Stepped) => {
        stepped.current = step
      }
      const handled = current.editing.draft ? whileEditing(event, current.editing.draft, current) : afterOneKey(event, last, current) || whileMoving(event, current, onStep)
      if (handled) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    [latest],
  )
}

/** A single key has entered something at `from` and gone on by itself to `to`. */
interface Stepped {
  readonly from: CellAt
  readonly to: CellAt
}

/**
 * What follows a single key that has entered something: Enter, by habit, confirms it and goes no further; Tab goes on from the
 * cell itself; a point makes a decimal of the figure.
 */
function afterOneKey<Row>(event: KeyboardEvent<HTMLTextAreaElement>, last: Stepped | null, { selection, editing }: KeysContext<Row>): boolean {
  if (last === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  if (event.key === 'Enter') return true
  if (event.key === 'Tab') {
    selection.moveTo({ row: last.from.row, column: last.from.column + 1 }, false)
    return true
  }
  const text = editing.textAt(last.from)
  if ((event.key !== '.' && event.key !== '。') || !/^\d+$/.test(text)) return false
  selection.moveTo(last.from, false)
  return editing.open(`${text}.`, last.from)
}

function whileMoving<Row>(event: KeyboardEvent<HTMLTextAreaElement>, context: KeysContext<Row>, onStep: (step: Stepped) => void): boolean {
  const command = commandOf(event)
  const { editing, selection, extent } = context
  if (!command) {
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    const from = selection.selection.active
    if (types && editing.enterKey(event.key)) {
      const to = nextInColumns(from, extent, editing.takesKey)
      selection.moveTo(to, false)
      onStep({ from, to })
      return true
    }
    if (types && editing.takesKey(from)) return editing.open(event.key)
    const reason = types ? editing.closed(from) : null
    // What is typed over an open cell arrives as input; of a closed one the reason is said.
    if (reason !== null && context.isEditable) editing.setBubble(reason)
    return false
  }
  if (command.kind !== 'tab' && command.kind !== 'escape' && context.leaves) context.onLeaves(false)
  return obey(command, context)
}

function obey<Row>(command: Command, context: KeysContext<Row>): boolean {
  const { selection, editing, extent, isEditable } = context
  const { active, corner } = selection.selection
  switch (command.kind) {
    case 'move':
      if (command.rows === -1 && active.row === 0 && !command.extend) context.onHead()
      else selection.moveBy(command.rows, command.columns, command.extend)
      return true
    case 'page':
      selection.moveBy(command.direction * context.pageRows(), 0, command.extend)
      return true
    case 'edge': {
      const from = command.extend ? corner : active
      const edge = (step: -1 | 0 | 1, at: number, count: number) => (step === 0 ? at : step < 0 ? 0 : count - 1)
      selection.moveTo({ row: edge(command.rows, from.row, extent.rows), column: edge(command.columns, from.column, extent.columns) }, command.extend)
      return true
    }
    case 'enter':
      if (!isEditable && context.canOpen) context.onOpen()
      else selection.enter(command.back ? -1 : 1)
      return true
    case 'tab':
      return !context.leaves && selection.tab(command.back ? -1 : 1)
    case 'escape':
      editing.setBubble(null)
      if (isEditable) context.onLeaves(true)
      return true
    case 'edit':
      editing.open(null)
      return true
    case 'choices':
      if (editing.closed(active) === null) editing.open(null)
      else context.onFilter()
      return true
    case 'clear':
      if (isEditable) editing.clear()
      return true
    case 'clearAndEdit':
      if (isEditable) editing.open('')
      return true
    case 'selectAll':
      selection.select({ active: { row: 0, column: 0 }, corner: { row: extent.rows - 1, column: extent.columns - 1 } })
      return true
    case 'selectRow':
      selection.select({ active: { row: active.row, column: 0 }, corner: { row: corner.row, column: extent.columns - 1 } })
      return true
    case 'space':
      if (!context.onToggleRows || editing.closed(active) === null) return false
      context.onToggleRows()
      return true
    case 'undo':
      context.onUndo()
      return true
    case 'redo':
      context.onRedo()
      return true
    case 'fillDown':
      if (isEditable) editing.fillDown()
      return true
    case 'open':
      context.onOpen()
      return true
    case 'filter':
      context.onFilter()
      return true
    case 'menu':
      context.onMenu()
      return true
  }
}

/** What Enter and Tab save: the choice that is marked, unless the cell was emptied; else the text. */
function contentOf<Row>(draft: Draft<Row>): Content | null {
  if (draft.column.edit?.kind !== 'choice' || draft.text.trim() === '') return null
  const choice = offered(draft)[draft.chosen]
  return choice ? { kind: 'value', value: choice.value } : null
}

function whileEditing<Row>(event: KeyboardEvent<HTMLTextAreaElement>, draft: Draft<Row>, context: KeysContext<Row>): boolean {
  const { editing, selection } = context
  const { edit } = draft.column
  const step = event.shiftKey ? -1 : 1
  switch (event.key) {
    case 'Escape':
      editing.cancel()
      return true
    case 'Enter':
      if (event.altKey || event.ctrlKey) {
        if (edit?.kind === 'text' && edit.multiline) breakLine(event.currentTarget, editing.type)
        return true
      }
      if (editing.finish(contentOf(draft), 'stay')) selection.enter(step)
      return true
    case 'Tab':
      if (editing.finish(contentOf(draft), 'stay')) selection.tab(step)
      return true
    case 'F2':
      editing.enterText()
      return true
    case 'ArrowUp':
    case 'ArrowDown':
      return upOrDown(event.key === 'ArrowUp' ? -1 : 1, draft, context)
    case 'ArrowLeft':
    case 'ArrowRight':
      if (draft.mode === 'editing' || edit?.kind === 'choice' || event.shiftKey) return false
      if (editing.finish(null, 'stay')) selection.moveBy(0, event.key === 'ArrowLeft' ? -1 : 1, false)
      return true
    default:
      // Ctrl+D and the like must not reach the window's own commands while a cell is open.
      return false
  }
}

function upOrDown<Row>(step: 1 | -1, draft: Draft<Row>, { editing, selection, today }: KeysContext<Row>): boolean {
  const { edit } = draft.column
  if (edit?.kind === 'choice') {
    const count = offered(draft).length
    if (count > 0) editing.choose((draft.chosen + step + count) % count)
    return true
  }
  if (edit?.kind === 'day') {
    editing.type(dayMoved(readDay(draft.text, today) ?? today, step))
    return true
  }
  if (draft.mode === 'editing') return false
  if (editing.finish(null, 'stay')) selection.moveBy(step, 0, false)
  return true
}

function breakLine(area: HTMLTextAreaElement, onType: (text: string) => void): void {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
  onType(area.value)
}
