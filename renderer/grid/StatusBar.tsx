import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { SavedSign } from '../ui/SavedSign.tsx'
import type { SavedState } from '../ui/SavedSign.tsx'
import { extentOf, isSingle } from './range.ts'
import type { Range } from './range.ts'
import type { RowStore } from './row-store.ts'
import { figureText, sumsOf } from './sums.ts'
import type { Sums } from './sums.ts'
import type { GridColumn } from './types.ts'
import { words } from './vocabulary.ts'

export interface StatusBarProps<Row> {
  /** null while another list is on its way. */
  readonly total: number | null
  readonly isFiltered: boolean
  readonly range: Range
  readonly hasRange: boolean
  readonly columns: readonly GridColumn<Row>[]
  readonly store: RowStore<Row>
  /** Changes when the rows may have: the sums are made again. */
  readonly stamp: unknown
  readonly chosen: number
  readonly note: string | null
  readonly saved: SavedState
}

/** More rows than these are not fetched only to add them up. */
const sumLimit = 20_000

const meanText = (value: number) => figureText(Math.round(value * 100) / 100)

/** The line under the grid: how many rows, what is selected and its sum, whether everything is saved. */
export function StatusBar<Row>({ total, isFiltered, range, hasRange, columns, store, stamp, chosen, note, saved }: StatusBarProps<Row>): ReactNode {
  const { rows, columns: across } = extentOf(range)
  const sums = useSums({ range, hasRange, columns, store, stamp })
  const many = hasRange && !isSingle(range)
  return (
    <div className="sheet-status">
      <span>{total === null ? words.loading : (isFiltered ? words.totalFiltered : words.total)(figureText(total))}</span>
      {chosen > 0 ? <span>{words.chosen(figureText(chosen))}</span> : null}
      {many ? <span>{words.selected(figureText(rows * across), figureText(rows), figureText(across))}</span> : null}
      {many && rows > sumLimit ? <span>{words.tooLargeToSum}</span> : null}
      {many && sums ? (
        <>
          <span>{words.count(figureText(sums.count))}</span>
          <span>{words.sum(figureText(sums.sum))}</span>
          <span>{words.mean(meanText(sums.mean))}</span>
        </>
      ) : null}
      <span className="sheet-status-note" role="status">{note}</span>
      <SavedSign state={saved} />
    </div>
  )
}

interface SumsOf<Row> {
  readonly range: Range
  readonly hasRange: boolean
  readonly columns: readonly GridColumn<Row>[]
  readonly store: RowStore<Row>
  readonly stamp: unknown
}

/** The sums of the range, a moment after it came to rest; rows that are not loaded are. */
function useSums<Row>({ range, hasRange, columns, store, stamp }: SumsOf<Row>): Sums | null {
  const [sums, setSums] = useState<Sums | null>(null)
  useEffect(() => {
    const numeric = columns.slice(range.left, range.right + 1).flatMap(({ number }) => number ?? [])
    if (!hasRange || isSingle(range) || numeric.length === 0 || range.bottom - range.top >= sumLimit) {
      setSums(null)
      return
    }
    let stopped = false
    const timer = setTimeout(() => {
      store.ensure(range.top, range.bottom + 1).then(
        ({ rows }) => {
          if (!stopped) setSums(sumsOf(rows.flatMap((row) => numeric.map((number) => number(row)))))
        },
        () => undefined,
      )
    }, 60)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [range, hasRange, columns, store, stamp])
  return sums
}
