import { Button } from 'antd'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent as ReactMouseEvent, ReactNode, RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Loading } from '../ui/Loading.tsx'
import { CellBox } from './CellBox.tsx'
import { Marks } from './Marks.tsx'
import type { Content } from './paste-plan.ts'
import { RowMenu } from './RowMenu.tsx'
import type { MenuPoint } from './RowMenu.tsx'
import { SheetContext } from './sheet-context.ts'
import { SheetTable } from './SheetTable.tsx'
import type { TableParts } from './SheetTable.tsx'
import type { SheetGridProps } from './types.ts'
import { figureText } from './sums.ts'
import { useHead } from './use-head.ts'
import { useKeys } from './use-keys.ts'
import type { Sheet } from './use-sheet.ts'
import { words } from './vocabulary.ts'

export interface SheetBodyProps<Row> {
  readonly sheet: Sheet<Row>
  readonly props: SheetGridProps<Row>
}

/** More rows than these are not chosen at once. */
const choiceLimit = 20_000

/** The rows with what is laid over them: marks, the cell box, the menu; and what stands there when there are none. */
export function SheetBody<Row>({ sheet, props }: SheetBodyProps<Row>): ReactNode {
  const { api, parts, setParts, view, selection, editing, draft, store, isEditable, activeRow, focus, setNote } = sheet
  const { active } = selection.selection
  const head = useHead(sheet, props)
  const [isFocused, setFocused] = useState(false)
  const [left, setLeft] = useState(false)
  const [menu, setMenu] = useState<MenuPoint | null>(null)
  const activeField = sheet.activeColumn?.field ?? null

  const onReady = useCallback(
    (ready: TableParts<Row>) => {
      api.current = ready.api
      setParts(ready)
    },
    [api, setParts],
  )
  const overlay = useRef<HTMLDivElement>(null)
  useFrozenMarks(parts, overlay, sheet.frozenWidth)

  const openRow = () => {
    if (activeRow !== undefined) props.onOpen?.(activeRow)
  }
  const toggleRows = () => {
    const { top, bottom } = selection.range
    const toggle = ({ rows }: { readonly rows: readonly Row[] }) => {
      if (!props.selectable) return
      const selected = new Set(props.selectable.selected)
      const keys = rows.map(props.source.key)
      const all = keys.every((key) => selected.has(key))
      for (const key of keys) if (all) selected.delete(key); else selected.add(key)
      props.selectable.onChange(selected)
    }
    if (bottom - top >= choiceLimit) setNote(words.tooManyRows(figureText(choiceLimit)))
    else store.ensure(top, bottom + 1).then(toggle, () => undefined)
  }
  const openMenuHere = () => {
    const cell = sheet.box.current?.getBoundingClientRect()
    if (cell) setMenu({ x: cell.left + 8, y: cell.bottom })
  }

  const onKeyDown = useKeys<Row>({
    selection,
    editing,
    extent: sheet.extent,
    isEditable,
    today: sheet.today,
    pageRows: () => Math.max(1, Math.floor(((parts?.viewport.clientHeight ?? 0) - sheet.headHeight) / sheet.rowHeight) - 1),
    leaves: left || !isEditable,
    onLeaves: (leaves) => {
      setLeft(leaves)
      setNote(leaves ? words.leaveByTab : null)
    },
    onUndo: sheet.undo,
    onRedo: sheet.redo,
    onOpen: openRow,
    canOpen: props.onOpen !== undefined,
    onHead: () => {
      if (activeField !== null) head.focusHead(activeField)
    },
    onFilter: () => {
      if (sheet.activeColumn?.filter) head.openFilter(activeField)
    },
    onMenu: openMenuHere,
    onToggleRows: props.selectable ? toggleRows : null,
  })

  const isInRows = (target: EventTarget) => target instanceof Element && parts?.content.contains(target) === true && !target.closest('textarea, a, button, input, label')
  const onDoubleClick = (event: ReactMouseEvent) => {
    if (!isInRows(event.target)) return
    if (editing.closed(active) === null) editing.open(null)
    else if (props.onOpen) openRow()
    else editing.setBubble(isEditable ? editing.closed(active) : null)
  }
  const onContextMenu = (event: ReactMouseEvent) => {
    if (!isInRows(event.target) || draft) return
    event.preventDefault()
    setMenu({ x: event.clientX, y: event.clientY })
  }
  const onMouseOver = ({ target }: ReactMouseEvent) => {
    const cell = target instanceof Element ? target.closest('.ag-cell') : null
    if (cell instanceof HTMLElement) cell.title = sheet.cellTitle(cell)
  }
  const onTake = (content: Content) => {
    if (editing.finish(content, 'stay')) selection.enter(1)
  }

  const { numberWidth, look } = sheet
  const hasCommands = props.selectable !== undefined || props.onOpen !== undefined
  const { shown, setWidth, setOrder } = view
  // What the selection does must not draw the rows again.
  const table = useMemo(
    () => <SheetTable shown={shown} numberWidth={numberWidth} store={store} look={look} isEditable={isEditable} hasCommands={hasCommands} onReady={onReady} onWidth={setWidth} onOrder={setOrder} />,
    [shown, numberWidth, store, look, isEditable, hasCommands, onReady, setWidth, setOrder],
  )

  const place = view.shown[draft?.at.column ?? active.column]
  // While the cell is open its row may move; the selection goes with it.
  const at = { row: active.row, column: draft?.at.column ?? active.column }
  const text = activeRow !== undefined && sheet.activeColumn ? sheet.look.text(activeRow, sheet.activeColumn) : ''
  const label = words.cell(props.label, active.row + 1, sheet.activeColumn?.title ?? '', text)
  return (
    <div className={sheet.rows.state.total === null && sheet.rows.total > 0 ? 'sheet-body sheet-body-waiting' : 'sheet-body'} onMouseDown={sheet.pointer.onMouseDown} onMouseOver={onMouseOver} onDoubleClick={onDoubleClick} onContextMenu={onContextMenu}>
      <SheetContext value={head.context}>{table}</SheetContext>
      {parts && selection.some && place
        ? createPortal(
            <div ref={overlay} className="sheet-overlay">
              <Marks shown={view.shown} numberWidth={numberWidth} rowHeight={sheet.rowHeight} range={selection.range} active={active} fill={sheet.pointer.fill} hasHandle={isEditable && !draft} isFocused={isFocused} />
              <CellBox
                box={sheet.box}
                place={place}
                at={at}
                rowHeight={sheet.rowHeight}
                draft={draft}
                takesText={editing.closed(active) === null && !editing.takesKey(active)}
                label={label}
                bubble={isFocused ? sheet.bubble : null}
                today={sheet.today}
                onType={(typed) => {
                  if (draft) editing.type(typed)
                  else editing.open(typed)
                }}
                onKeyDown={onKeyDown}
                onTake={onTake}
                onCopy={sheet.clipboard.onCopy}
                onCut={sheet.clipboard.onCut}
                onPaste={sheet.clipboard.onPaste}
                onFocus={() => setFocused(true)}
                onBlur={(event) => {
                  // Another window took the keyboard, not another element: the cell stays open.
                  if (document.activeElement === event.target) return
                  setFocused(false)
                  setLeft(false)
                  editing.finish(null, 'list')
                }}
              />
            </div>,
            parts.content,
          )
        : null}
      <div className="ui-unseen" aria-live="polite">{isFocused && !draft ? label : ''}</div>
      <Instead sheet={sheet} props={props} />
      <RowMenu
        point={menu}
        isEditable={isEditable}
        actions={menu && activeRow !== undefined ? (props.rowActions?.(activeRow) ?? []) : []}
        onOpenRow={props.onOpen ? openRow : null}
        onCopy={() => sheet.clipboard.copy(null)}
        onPaste={sheet.clipboard.pasteByMenu}
        onFillDown={editing.fillDown}
        onClear={editing.clear}
        onClose={() => {
          setMenu(null)
          focus()
        }}
      />
    </div>
  )
}

/** The marks over frozen columns follow the horizontal scroll by a variable of CSS, set where only the marks inherit it. */
function useFrozenMarks<Row>(parts: TableParts<Row> | null, overlay: Readonly<RefObject<HTMLElement | null>>, frozenWidth: number): void {
  useLayoutEffect(() => {
    if (!parts) return
    const { viewport } = parts
    let left = -1
    const follow = () => {
      if (viewport.scrollLeft === left || !overlay.current) return
      left = viewport.scrollLeft
      overlay.current.style.setProperty('--scroll-left', `${String(left)}px`)
    }
    follow()
    overlay.current?.style.setProperty('--frozen', `${String(frozenWidth)}px`)
    viewport.addEventListener('scroll', follow, { passive: true })
    return () => viewport.removeEventListener('scroll', follow)
    // After every render: the overlay comes and goes with the rows.
  })
}

/** What stands in place of rows: loading, a failure with a retry, or what to do when there are none. */
function Instead<Row>({ sheet, props }: SheetBodyProps<Row>): ReactNode {
  const { rows: { state, total, reload }, view } = sheet
  const filtered = view.query.filters.length > 0 || view.query.search !== ''
  if (state.failure) {
    const sentence = props.sentence?.(state.failure.error) ?? words.loadFailed
    return <div className={total > 0 ? 'sheet-instead sheet-instead-line' : 'sheet-instead'}><Failure sentence={sentence} onRetry={reload} /></div>
  }
  if (state.total === null && total === 0) return <div className="sheet-instead"><Loading lines={10} /></div>
  if (state.total !== 0) return null
  if (!filtered) return <div className="sheet-instead">{props.empty ?? <Empty title={words.noRows} />}</div>
  const clear = () => {
    view.clearFilters()
    view.onSearch('')
  }
  return <div className="sheet-instead"><Empty title={words.noMatch} hint={words.noMatchHint} action={<Button onClick={clear}>{words.clearFilters}</Button>} /></div>
}
