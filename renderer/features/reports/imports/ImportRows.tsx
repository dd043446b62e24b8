import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { importKindLabels, importWords as words, rowStateLabels } from './vocabulary.ts'
import { candidateText, changeTexts, contentTexts, issueTexts, statesOf, type ImportResult, type ImportRow, type RowState } from './import-rows.ts'
import type { ImportKind } from './use-import.ts'

const tones = { new: 'accent', changed: 'warn', same: 'quiet', skipped: 'quiet', ambiguous: 'bad', error: 'bad' } as const satisfies Record<RowState, Tone>

export interface ImportRowsProps {
  readonly kind: ImportKind
  readonly result: ImportResult
  /** Whom an ambiguous row means; absent once it is too late. */
  readonly onPick?: (row: number, id: string) => void
}

/** Every row of the file with what it does or why it is refused, and below the chosen one in full. */
export function ImportRows({ kind, result, onPick }: ImportRowsProps): ReactNode {
  const [state, setState] = useState<RowState | 'all'>('all')
  const [active, setActive] = useState<number | null>(null)
  // A row of the file that names several people is several rows here.
  const places = useMemo(() => new Map(result.rows.map((row, place) => [row, place])), [result])
  const columns = useMemo(() => columnsOf(kind), [kind])
  // A filter that nothing is left in shows everything again: the last row that waited has been decided.
  const shown = state !== 'all' && result.summary[state] === 0 ? 'all' : state
  const rows = useMemo(() => (shown === 'all' ? result.rows : result.rows.filter((row) => row.state === shown)), [result, shown])
  const source = useMemo(() => listSource({ rows, columns, key: (row) => String(places.get(row)), revision: result, scope: shown, ...(kind === 'staff' ? { name: (row: ImportRow) => row.name ?? '' } : {}) }), [rows, columns, result, shown, kind, places])
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
          tools={<FilterChips label={words.states} chips={chips} value={shown} onChange={setState} />}
          empty={<Empty title={words.empty} />}
          onActive={(row) => setActive(row === null ? null : (places.get(row) ?? null))}
        />
      </div>
      <RowInFull row={active === null ? null : (result.rows[active] ?? null)} {...(onPick === undefined ? {} : { onPick })} />
    </>
  )
}

function RowInFull({ row, onPick }: { readonly row: ImportRow | null; readonly onPick?: (row: number, id: string) => void }): ReactNode {
  const texts = row === null ? [] : [...issueTexts(row), ...changeTexts(row)]
  return (
    <section className="import-detail" aria-label={words.detail} aria-live="polite">
      {row === null ? (
        <p>{words.detailHint}</p>
      ) : (
        <>
          <strong>{words.detailOf(row.row, row.name ?? '')}</strong>
          {row.read === '' ? null : <p>{row.read}</p>}
          {row.state === 'ambiguous' ? (
            <div className="import-candidates">
              <span>{onPick === undefined ? words.stillAmbiguous : words.pick}</span>
              {row.candidates.map((candidate) => (
                <Button key={candidate.id} size="small" disabled={onPick === undefined} onClick={() => onPick?.(row.row, candidate.id)}>
                  {row.candidates.length === 1 ? words.samePerson(candidateText(candidate)) : candidateText(candidate)}
                </Button>
              ))}
            </div>
          ) : (
            <ul>{texts.length === 0 ? <li>{words.noFault}</li> : texts.map((text) => <li key={text}>{text}</li>)}</ul>
          )}
        </>
      )}
    </section>
  )
}

function ambiguityText(kind: ImportKind, { candidates }: ImportRow): string {
  return kind === 'staff' && candidates.length === 1 ? words.elsewhere : words.several(candidates.length)
}

function columnsOf(kind: ImportKind): readonly GridColumn<ImportRow>[] {
  return [
    { field: 'row', title: words.row, width: 92, align: 'right', text: (row) => String(row.row), number: (row) => row.row, sortable: true },
    { field: 'state', title: words.state, width: 84, text: (row) => rowStateLabels[row.state], render: (row) => <StateTag tone={tones[row.state]}>{rowStateLabels[row.state]}</StateTag>, sortable: true },
    { field: 'name', title: words.name[kind], width: kind === 'tasks' || kind === 'registers' ? 280 : 140, text: (row) => row.name ?? '', sortable: true },
    { field: 'errors', title: words.errors, width: 440, text: (row) => (row.state === 'ambiguous' ? ambiguityText(kind, row) : issueTexts(row).join('；')) },
    { field: 'changes', title: words.changes, width: 440, text: (row) => contentTexts(row).join('；') },
  ]
}
