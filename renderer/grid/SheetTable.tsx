import type { ColDef, GridApi, ICellRendererParams, IDatasource } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useDensity } from '../ui/Look.tsx'
import { sizes } from '../ui/tokens.ts'
import { agModules, agTheme } from './ag.ts'
import { HeaderCell } from './HeaderCell.tsx'
import type { ShownColumn } from './layout.ts'
import { RowNumber } from './RowNumber.tsx'
import { blockSize } from './row-store.ts'
import type { RowStore } from './row-store.ts'
import type { GridColumn } from './types.ts'
import { agLocale, words } from './vocabulary.ts'

/** Marks of a cell that follow from its state. */
export interface CellLook<Row> {
  /** What the cell shows; the text of a value not loaded again yet. */
  readonly text: (row: Row, column: GridColumn<Row>) => string
  /** Whether the value shown is newer than the row, so that `render` would show the old one. */
  readonly isNewer: (row: Row, column: GridColumn<Row>) => boolean
  readonly isRefused: (row: Row, column: GridColumn<Row>) => boolean
}

/** The parts of AG Grid's page that the marks and the cell box are laid over. */
export interface TableParts<Row> {
  readonly api: GridApi<Row>
  /** Scrolls. */
  readonly viewport: HTMLElement
  /** Holds the rows, as wide and high as the whole list; scrolls with them. */
  readonly content: HTMLElement
}

export interface SheetTableProps<Row> {
  readonly shown: readonly ShownColumn<Row>[]
  readonly numberWidth: number
  readonly store: RowStore<Row>
  readonly look: CellLook<Row>
  readonly isEditable: boolean
  /** Whether a box or a way in stands at the row numbers. */
  readonly hasCommands: boolean
  readonly onReady: (parts: TableParts<Row>) => void
  readonly onWidth: (field: string, width: number) => void
  readonly onOrder: (fields: readonly string[]) => void
}

export const rowNumberField = '#'

/** A few more blocks than a screen holds, so that scrolling back and forth loads nothing. */
const blocksInTable = 12

function columnOf<Row>({ column, width, pinned }: ShownColumn<Row>, look: CellLook<Row>, isEditable: boolean): ColDef<Row> {
  const { field, title, align = 'left', render } = column
  // Every class of a cell costs while rows scroll by: left is how cells are anyway.
  const aligned = align === 'left' ? [] : [`sheet-${align}`]
  const fixed = isEditable && !column.edit ? ['sheet-fixed'] : []
  return {
    colId: field,
    headerName: title,
    width,
    minWidth: 40,
    pinned: pinned ? 'left' : null,
    lockPinned: true,
    sortable: false,
    headerComponent: HeaderCell,
    headerClass: aligned,
    cellClass: [...aligned, ...fixed],
    cellClassRules: { 'sheet-refused': ({ data }) => data !== undefined && look.isRefused(data, column) },
    valueGetter: ({ data }) => (data === undefined || data === null ? '' : look.text(data, column)),
    ...(render ? { cellRenderer: ({ data, value }: ICellRendererParams<Row, string>) => (data === undefined ? null : look.isNewer(data, column) ? value : render(data)) } : {}),
  }
}

const numberOf = ({ node }: { readonly node: { readonly rowIndex: number | null } | null }) => String((node?.rowIndex ?? 0) + 1)

/** The rows and heads, as AG Grid draws them; it knows nothing of selection and editing. */
export function SheetTable<Row>({ shown, numberWidth, store, look, isEditable, hasCommands, onReady, onWidth, onOrder }: SheetTableProps<Row>): ReactNode {
  const density = useDensity()
  const theme = useMemo(() => agTheme(density), [density])
  const columns = useMemo<ColDef<Row>[]>(
    () => [
      { colId: rowNumberField, headerName: words.rowColumn, width: numberWidth, minWidth: numberWidth, pinned: 'left', lockPosition: 'left', lockPinned: true, resizable: false, suppressMovable: true, sortable: false, ...(hasCommands ? { cellRenderer: RowNumber } : { valueGetter: numberOf }), cellClass: 'sheet-number-cell', headerClass: 'sheet-number-head' },
      ...shown.map((column) => columnOf(column, look, isEditable)),
    ],
    [shown, numberWidth, look, isEditable, hasCommands],
  )
  const source = useMemo<IDatasource>(
    () => ({
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        store.ensure(startRow, endRow).then(({ rows, total }) => successCallback([...rows], total), failCallback)
      },
    }),
    [store],
  )
  return (
    <AgGridReact<Row>
      modules={agModules}
      theme={theme}
      localeText={agLocale}
      columnDefs={columns}
      rowModelType="infinite"
      datasource={source}
      cacheBlockSize={blockSize}
      maxBlocksInCache={blocksInTable}
      maxConcurrentDatasourceRequests={2}
      blockLoadDebounceMillis={40}
      infiniteInitialRowCount={1}
      cacheOverflowSize={1}
      rowHeight={sizes[density].row}
      headerHeight={sizes[density].headRow}
      rowBuffer={8}
      tabIndex={-1}
      suppressCellFocus
      suppressHeaderFocus
      suppressRowHoverHighlight={false}
      suppressDragLeaveHidesColumns
      suppressScrollOnNewData
      suppressNoRowsOverlay
      suppressColumnMoveAnimation
      animateRows={false}
      onGridReady={({ api }) => {
        // The rows' container is drawn with the grid, one frame after it says that it is ready at the latest.
        requestAnimationFrame(() => {
          if (api.isDestroyed()) return
          const root = document.querySelector(`[grid-id="${api.getGridId()}"]`)
          const viewport = root?.querySelector('.ag-grid-viewport')
          const content = root?.querySelector('.ag-grid-scrolling-container')
          // The scrollbars AG Grid draws are no stops for the keyboard.
          root?.querySelectorAll('.ag-body-horizontal-scroll-viewport, .ag-body-vertical-scroll-viewport').forEach((bar) => bar.setAttribute('tabindex', '-1'))
          if (viewport instanceof HTMLElement && content instanceof HTMLElement) onReady({ api, viewport, content })
        })
      }}
      onColumnResized={({ finished, column, source: by }) => {
        if (finished && column && by !== 'api') onWidth(column.getColId(), column.getActualWidth())
      }}
      onColumnMoved={({ finished, api, source: by }) => {
        if (finished && by === 'uiColumnMoved') onOrder(api.getAllDisplayedColumns().map((column) => column.getColId()).filter((field) => field !== rowNumberField))
      }}
    />
  )
}
