import { useMemo, useRef, type ReactNode } from 'react'
import type { ScoreScale, SheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { SheetHandle } from '../../../grid/types.ts'
import { KeyHint } from '../../../ui/KeyHint.tsx'
import type { EntryRow, SheetRow } from '../../plans/api-types.ts'
import { listSource } from '../../../frame/list-source.ts'
import { bandList, oneKeyGiven, shownEntries } from './given.ts'
import { scoringColumns } from './scoring-columns.tsx'
import { SheetCounters } from './SheetCounters.tsx'
import { useEntryWriter } from './use-entry-writer.ts'
import { useFirstFocus } from './use-first-focus.ts'
import { sheetWords } from './vocabulary.ts'

export interface ScoringGridProps {
  readonly sheet: SheetRow
  readonly count: SheetCount
  readonly mayEnter: boolean
  readonly updatedAt: number
  /** The version the sheet has after a write from here. */
  readonly onWritten: (sheetVersion: number) => void
}

/** The people of a sheet, scored from the keyboard: type, Enter for the next one, Tab for the note. */
export function ScoringGrid({ sheet, count, mayEnter, updatedAt, onWritten }: ScoringGridProps): ReactNode {
  const handle = useRef<SheetHandle>(null)
  const hasModules = new Set(sheet.entries.map(({ moduleName }) => moduleName)).size > 1
  const hasHandover = sheet.entries.some(({ handover }) => handover.length > 0)
  const { scale } = sheet
  const columns = useMemo(() => scoringColumns({ scale, mayEnter, hasModules, hasHandover }), [scale, mayEnter, hasModules, hasHandover])
  const apply = useEntryWriter(sheet, updatedAt, onWritten)
  useFirstFocus(handle)
  const source = listSource<EntryRow>({ rows: sheet.entries, columns, key: ({ staffId }) => staffId, version: ({ version }) => version, revision: updatedAt, scope: `${sheet.id}:${String(mayEnter)}`, name: ({ staffName }) => staffName })
  return (
    <SheetGrid<EntryRow>
      label={sheetWords.grid}
      columns={columns}
      source={source}
      {...(mayEnter ? { editing: { apply, refusal: refusalOf } } : {})}
      rowName={({ staffName }) => staffName}
      sentence={sentenceOf}
      handle={handle}
      tools={
        <>
          <span className="one-line">{sheetWords.scoringOf(sheet.scorer)}</span>
          <SheetCounters count={count} entries={shownEntries(sheet)} />
          {mayEnter ? (
            <span className="scoring-how">
              {howTo(scale)}
              <KeyHint keys={['Enter']} label={sheetWords.moveDown} />
              <KeyHint keys={['Tab']} label={sheetWords.toNote} />
            </span>
          ) : null}
        </>
      }
    />
  )
}

function howTo(scale: ScoreScale): string {
  if (scale.bands.length > 0) return sheetWords.howBands(bandList(scale), scale.max)
  return oneKeyGiven('0', scale) === null ? sheetWords.howScores(scale.max) : sheetWords.howFigures(scale.max)
}
