import type { CustomHeaderProps } from 'ag-grid-react'
import { Popover } from 'antd'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { FilterForm } from './FilterForm.tsx'
import { useSheetView } from './sheet-context.ts'
import { words } from './vocabulary.ts'

/** A column's head: the title, which sorts, and its filter. */
export function HeaderCell({ column: agColumn }: CustomHeaderProps): ReactNode {
  const view = useSheetView()
  const form = useRef<HTMLFormElement>(null)
  const field = agColumn.getColId()
  const column = view.column(field)
  if (!column) return null
  const { title, sortable, filter } = column
  const sort = view.sortOf(field)
  const present = view.filterOf(field)
  const open = view.openFilter === field
  const order = sort === null ? '' : sort.descending ? words.sortDescending : words.sortAscending
  return (
    <div className="sheet-head" onKeyDown={(event) => view.onHeadKey(field, event)}>
      <button
        type="button"
        tabIndex={-1}
        className="sheet-head-title"
        data-head={field}
        title={sortable ? words.sortBy(title) : title}
        aria-label={[title, order, present ? words.filtered : ''].filter((text) => text !== '').join('，')}
        onClick={(event) => {
          if (sortable) view.onSort(field, event.shiftKey)
        }}
      >
        <span className="sheet-head-text">{title}</span>
        {sort === null ? null : (
          <span className="sheet-head-sort" aria-hidden="true">
            {sort.descending ? '↓' : '↑'}
            {sort.place === null ? null : <small>{sort.place}</small>}
          </span>
        )}
      </button>
      {filter === undefined ? null : (
        <Popover
          open={open}
          onOpenChange={(next) => view.onOpenFilter(next ? field : null)}
          // Before it is placed it cannot take the keyboard.
          afterOpenChange={(visible) => { if (visible) form.current?.querySelector('input')?.focus() }}
          trigger="click"
          placement="bottomRight"
          arrow={false}
          destroyOnHidden
          content={<FilterForm form={form} field={field} title={title} filter={filter} present={present} onApply={(next) => view.onFilter(field, next)} onClose={() => view.onOpenFilter(null)} />}
        >
          <button type="button" tabIndex={-1} className={present ? 'sheet-head-filter sheet-head-filtered' : 'sheet-head-filter'} aria-label={words.filterBy(title)} title={words.filterBy(title)} aria-expanded={open}>
            <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
              <path d="M1 2h10L7.2 6.6V10.4L4.8 9.2V6.6z" fill={present ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1" />
            </svg>
          </button>
        </Popover>
      )}
    </div>
  )
}
