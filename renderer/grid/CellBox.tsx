import { useId } from 'react'
import type { ClipboardEvent, FocusEvent, KeyboardEvent, ReactNode, RefObject, TextareaHTMLAttributes } from 'react'
import { CellPopup } from './CellPopup.tsx'
import type { ShownColumn } from './layout.ts'
import type { Content } from './paste-plan.ts'
import type { CellAt } from './range.ts'
import { offered } from './use-draft.ts'
import type { Draft } from './use-draft.ts'

export interface CellBoxProps<Row> {
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly place: ShownColumn<Row>
  readonly at: CellAt
  readonly rowHeight: number
  readonly draft: Draft<Row> | null
  /** Whether a text typed here opens the cell. Where single keys enter something none is: an input method would take the keys for itself. */
  readonly takesText: boolean
  /** The cell in words, for a screen reader. */
  readonly label: string
  /** Why something about the cell was refused. */
  readonly bubble: string | null
  readonly today: string
  readonly onType: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onTake: (content: Content) => void
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onCut: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent<HTMLTextAreaElement>) => void
}

/**
 * The one element of the rows that has the keyboard. It lies unseen over the active cell, so that an input method
 * begins composing right there with the first key; with the first character it becomes the cell's editor.
 */
export function CellBox<Row>(props: CellBoxProps<Row>): ReactNode {
  const { box, place, at, rowHeight, draft, takesText, label, bubble, today } = props
  const id = useId()
  const list = `${id}-list`
  const isChoice = draft?.column.edit?.kind === 'choice'
  const reason = draft?.fault ?? bubble
  const style = { left: place.left, top: at.row * rowHeight, width: place.width, minHeight: rowHeight }
  const choiceAria: TextareaHTMLAttributes<HTMLTextAreaElement> = isChoice && offered(draft).length > 0 ? { 'aria-haspopup': 'listbox', 'aria-autocomplete': 'list', 'aria-controls': list, 'aria-activedescendant': `${list}-${String(draft.chosen)}` } : {}
  return (
    <div role="row" aria-rowindex={at.row + 2} className={place.pinned ? 'sheet-box sheet-box-frozen' : 'sheet-box'} style={style}>
      <div role="gridcell" className="sheet-box-cell">
        <textarea
          ref={box}
          rows={1}
          spellCheck={false}
          autoComplete="off"
          className={`sheet-input sheet-input-${place.column.align ?? 'left'} ${draft ? 'sheet-input-open' : ''} ${draft?.fault ? 'sheet-input-fault' : ''}`}
          style={{ minHeight: rowHeight, minWidth: place.width, lineHeight: `${String(rowHeight - 10)}px` }}
          value={draft?.text ?? ''}
          readOnly={!draft && !takesText}
          aria-label={label}
          aria-invalid={draft?.fault ? true : undefined}
          aria-describedby={reason === null ? undefined : `${id}-reason`}
          {...choiceAria}
          onChange={({ target }) => props.onType(target.value)}
          onKeyDown={props.onKeyDown}
          onFocus={props.onFocus}
          onBlur={props.onBlur}
          onCopy={draft ? undefined : props.onCopy}
          onCut={draft ? undefined : props.onCut}
          onPaste={draft ? undefined : props.onPaste}
        />
        {reason === null ? null : <div id={`${id}-reason`} role="alert" className="sheet-bubble">{reason}</div>}
        {draft ? <CellPopup id={list} draft={draft} today={today} anchor={box} onTake={props.onTake} /> : null}
      </div>
    </div>
  )
}
