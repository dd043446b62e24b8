import { useCallback } from 'react'
import type { ClipboardEvent } from 'react'
import { putOnClipboard, type Clip } from '../ui/put-on-clipboard.ts'
import { extentOf } from './range.ts'
import type { Range } from './range.ts'
import { figureText } from './sums.ts'
import { formatHtml, formatTable, parseTable } from './tsv.ts'
import type { GridColumn } from './types.ts'
import { useLatest } from './use-latest.ts'
import { words } from './vocabulary.ts'

/** More rows than these are taken away by an export, not by the clipboard. */
const rowLimit = 20_000

export interface ClipboardContext<Row> {
  readonly range: Range
  readonly columns: readonly GridColumn<Row>[]
  readonly text: (row: Row, column: GridColumn<Row>) => string
  readonly rowAt: (row: number) => Row | undefined
  readonly ensure: (from: number, to: number) => Promise<{ readonly rows: readonly Row[] }>
  readonly onPaste: (clip: readonly (readonly string[])[]) => void
  readonly onCleared: () => void
  readonly onNote: (note: string) => void
  readonly onFault: (sentence: string) => void
}

function clipOf<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], text: ClipboardContext<Row>['text']): Required<Clip> {
  const cells = rows.map((row) => columns.map((column) => text(row, column)))
  return { plain: formatTable(cells), html: formatHtml(cells, columns.map((column) => column.number !== undefined)) }
}

/** Copy, cut and paste as the clipboard's own events, so that no permission is asked for. */
export function useClipboard<Row>(context: ClipboardContext<Row>) {
  const latest = useLatest(context)

  const copy = useCallback(
    (event: ClipboardEvent | null): boolean => {
      const { range, columns, text, rowAt, ensure, onNote, onFault } = latest.current
      const extent = extentOf(range)
      if (extent.rows > rowLimit) {
        onFault(words.tooLargeToCopy(figureText(rowLimit)))
        return false
      }
      const chosen = columns.slice(range.left, range.right + 1)
      const done = () => onNote(words.copied(figureText(extent.rows * extent.columns)))
      const loaded = Array.from({ length: extent.rows }, (_, at) => rowAt(range.top + at)).filter((row) => row !== undefined)
      if (event && loaded.length === extent.rows) {
        const { plain, html } = clipOf(loaded, chosen, text)
        event.clipboardData.setData('text/plain', plain)
        event.clipboardData.setData('text/html', html)
        done()
        return true
      }
      const put = (rows: readonly Row[]) => (putOnClipboard(clipOf(rows, chosen, text)) ? done() : onFault(words.copyFailed))
      ensure(range.top, range.bottom + 1).then(({ rows }) => put(rows), () => onFault(words.copyFailed))
      return true
    },
    [latest],
  )

  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault()
      copy(event)
    },
    [copy],
  )

  const onCut = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault()
      if (copy(event)) latest.current.onCleared()
    },
    [copy, latest],
  )

  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault()
      const text = event.clipboardData.getData('text/plain')
      if (text !== '') latest.current.onPaste(parseTable(text))
    },
    [latest],
  )

  /** From a menu: there is no event to read from, so the browser may ask or refuse. */
  const pasteByMenu = useCallback(() => {
    const { onPaste: paste, onFault } = latest.current
    navigator.clipboard.readText().then((text) => text !== '' && paste(parseTable(text)), () => onFault(words.pasteByKeys))
  }, [latest])

  return { onCopy, onCut, onPaste, copy, pasteByMenu }
}
