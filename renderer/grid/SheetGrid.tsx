import type { ReactNode } from 'react'
import { ColumnChooser } from './ColumnChooser.tsx'
import { FilterLine } from './FilterLine.tsx'
import { filterWords } from './filter-words.ts'
import type { CellFault } from './paste-plan.ts'
import { RefusalPanel } from './RefusalPanel.tsx'
import { SheetBody } from './SheetBody.tsx'
import { StatusBar } from './StatusBar.tsx'
import './sheet.css'
import type { SheetGridProps } from './types.ts'
import { useSheet } from './use-sheet.ts'
import { ViewMenu } from './ViewMenu.tsx'
import { words } from './vocabulary.ts'

export type { SheetGridProps } from './types.ts'

/**
 * A list that feels like a spreadsheet: type to edit, ranges, copy and paste, fill, undo, filters, views; 100,000 rows.
 * Fills its parent. Where rows come from and how edits are written is given by `source` and `editing`.
 */
export function SheetGrid<Row>(props: SheetGridProps<Row>): ReactNode {
  const sheet = useSheet(props)
  const { view, bookState, book, rows, store } = sheet
  const { refusal, stack } = bookState
  const titles = new Map(props.columns.map(({ field, title }) => [field, title]))
  const titleOf = (field: string) => titles.get(field) ?? ''
  const chips = view.query.filters.map((filter) => ({
    field: filter.field,
    text: filterWords(titleOf(filter.field), filter, props.columns.find(({ field }) => field === filter.field)?.filter),
  }))
  const rowName = (fault: CellFault) => {
    const at = fault.key === '' ? fault.row : (store.place((row) => props.source.key(row) === fault.key) ?? fault.row)
    const row = at === null ? undefined : store.rowAt(at)
    const named = row === undefined ? undefined : props.rowName?.(row)
    return [...(at === null ? [] : [words.rowNumber(at + 1)]), ...(named === undefined ? [] : [named])].join(' ')
  }
  const then = (work: () => void) => () => {
    work()
    sheet.focus()
  }
  return (
    <div className="sheet">
      <FilterLine
        search={props.search}
        searched={view.query.search}
        onSearch={view.onSearch}
        tools={props.tools}
        chips={chips}
        onDrop={(field) => view.onFilter(field, null)}
        onClear={view.clearFilters}
        undo={sheet.isEditable ? { canUndo: stack.done.length > 0, canRedo: stack.undone.length > 0, onUndo: then(sheet.undo), onRedo: then(sheet.redo) } : null}
        end={
          <>
            {props.views ? <ViewMenu views={props.views} present={view.state} onShow={view.show} onFault={sheet.setNote} /> : null}
            <ColumnChooser layout={view.layout} titleOf={titleOf} onLayout={view.setLayout} onReset={view.resetLayout} />
          </>
        }
      />
      <SheetBody sheet={sheet} props={props} />
      {rows.state.total === null ? null : <p className="sheet-print-note">{words.printNote(rows.state.total.toLocaleString('zh-CN'))}</p>}
      {refusal ? (
        <RefusalPanel
          refusal={refusal}
          rowName={rowName}
          titleOf={titleOf}
          onGoTo={(fault) => then(() => sheet.goTo(fault))()}
          onTakeGood={then(book.takeGood)}
          onDrop={then(book.drop)}
        />
      ) : null}
      <StatusBar
        total={rows.state.total}
        isFiltered={view.query.filters.length > 0 || view.query.search !== ''}
        range={sheet.selection.range}
        hasRange={sheet.selection.some}
        columns={sheet.columns}
        store={store}
        stamp={rows.state}
        chosen={props.selectable?.selected.size ?? 0}
        note={sheet.note}
        saved={sheet.saved}
      />
    </div>
  )
}
