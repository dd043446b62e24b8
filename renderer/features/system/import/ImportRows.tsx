import { useMemo, useState, type ReactNode } from 'react'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { listSource } from '../../module/list-source.ts'
import { FilterChips } from '../../module/FilterChips.tsx'
import { importKindLabels, importWords as words, rowStateLabels } from './vocabulary.ts'
import { changeTexts, issueTexts, statesOf, type ImportResult, type ImportRow, type RowState } from './import-rows.ts'
import type { ImportKind } from './use-import.ts'

const tones = { new: 'accent', changed: 'warn', same: 'quiet', ambiguous: 'bad', error: 'bad' } as const satisfies Record<RowState, Tone>

/** Every row of the file with what it does or why it is refused, and below the chosen one in full. */
export function ImportRows({ kind, result }: { readonly kind: ImportKind; readonly result: ImportResult }): ReactNode {
  const [state, setState] = useState<RowState | 'all'>('all')
  const [active, setActive] = useState<ImportRow | null>(null)
  const columns = useMemo(() => columnsOf(kind), [kind])
  const rows = useMemo(() => (state === 'all' ? result.rows : result.rows.filter((row) => row.state === state)), [result, state])
  const source = useMemo(() => listSource({ rows, columns, key: (row) => String(row.row), revision: result, scope: state, ...(kind === 'staff' ? { name: (row: ImportRow) => row.name ?? '' } : {}) }), [rows, columns, result, state, kind])
  const chips = [
    { key: 'all' as const, label: words.all, count: result.rows.length },
    ...statesOf(result).map((found) => ({ key: found.state, label: rowStateLabels[found.state], count: found.count, isBad: tones[found.state] === 'bad' })),
  ]
  return (
    <>
      <div className="import-grid">
        <SheetGrid
          label={words.rows(importKindLabels[kind])}
          columns={columns}
          source={source}
          search={words.search}
          tools={<FilterChips label={words.states} chips={chips} value={state} onChange={setState} />}
          empty={<Empty title={words.empty} />}
          onActive={setActive}
        />
      </div>
      <RowInFull row={active} />
    </>
  )
}

function RowInFull({ row }: { readonly row: ImportRow | null }): ReactNode {
  const texts = row === null ? [] : [...issueTexts(row), ...changeTexts(row)]
  return (
    <section className="import-detail" aria-label={words.detail} aria-live="polite">
      {row === null ? (
        <p>{words.detailHint}</p>
      ) : (
        <>
          <strong>{words.detailOf(row.row, row.name ?? '')}</strong>
          <ul>{texts.length === 0 ? <li>{words.noFault}</li> : texts.map((text) => <li key={text}>{text}</li>)}</ul>
        </>
      )}
    </section>
  )
}

function columnsOf(kind: ImportKind): readonly GridColumn<ImportRow>[] {
  return [
    { field: 'row', title: words.row, width: 92, align: 'right', text: (row) => String(row.row), number: (row) => row.row, sortable: true },
    { field: 'state', title: words.state, width: 84, text: (row) => rowStateLabels[row.state], render: (row) => <StateTag tone={tones[row.state]}>{rowStateLabels[row.state]}</StateTag>, sortable: true },
    { field: 'name', title: words.name[kind], width: kind === 'staff' ? 120 : 280, text: (row) => row.name ?? '', sortable: true },
    { field: 'errors', title: words.errors, width: 440, text: (row) => issueTexts(row).join('；') },
    { field: 'changes', title: words.changes, width: 440, text: (row) => changeTexts(row).join('；') },
  ]
}
