import type { ScoreScale } from '../../../../shared/domain/plans/scorer-rules.ts'
import type { GridColumn } from '../../../grid/types.ts'
import type { EntryRow } from '../../plans/api-types.ts'
import { entryFields } from './entry-edits.ts'
import { givenText, oneKeyGiven, pointsOf, readGiven } from './given.ts'
import { sheetWords } from './vocabulary.ts'

interface ScoringColumns {
  readonly scale: ScoreScale
  readonly mayEnter: boolean
  /** People of several modules stand on the sheet. */
  readonly hasModules: boolean
  /** A former head has left notes. */
  readonly hasHandover: boolean
}

const longestNote = 2000

/** The columns of a sheet; only the score and the note are typed. */
export function scoringColumns({ scale, mayEnter, hasModules, hasHandover }: ScoringColumns): readonly GridColumn<EntryRow>[] {
  const points = (row: EntryRow) => pointsOf(row, row.scale ?? scale)
  const checkGiven = (value: unknown, row: EntryRow) => {
    const reading = readGiven(value === null ? '' : String(value), row.scale ?? scale)
    return reading.kind === 'refused' ? reading.sentence : null
  }
  return [
    { field: 'name', title: sheetWords.name, width: 112, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    ...(hasModules ? [{ field: 'module', title: sheetWords.module, width: 120, text: ({ moduleName }: EntryRow) => moduleName, sortable: true }] : []),
    { field: 'post', title: sheetWords.post, width: 200, text: ({ postName }) => postName },
    {
      field: entryFields.given,
      title: sheetWords.given,
      width: 96,
      align: 'center',
      text: givenText,
      render: (row) => <strong className="scoring-given">{givenText(row)}</strong>,
      ...(mayEnter ? { edit: { kind: 'text', read: (row) => (givenText(row) === '' ? null : givenText(row)), check: checkGiven, oneKey: (key: string, row: EntryRow) => oneKeyGiven(key, row.scale ?? scale) } as const } : {}),
    },
    {
      field: entryFields.note,
      title: sheetWords.note,
      width: 400,
      text: ({ note }) => note ?? '',
      ...(mayEnter ? { edit: { kind: 'text', read: ({ note }) => note, maxLength: longestNote } as const } : {}),
    },
    ...(hasHandover ? [{ field: 'handover', title: sheetWords.handover, width: 320, text: handoverText }] : []),
    { field: 'points', title: sheetWords.points, width: 96, align: 'right', text: (row) => pointsText(points(row)), number: (row) => numberOf(points(row)), sortable: true },
  ]
}

/** 李四：扎实，能担事 */
export function handoverText({ handover }: Pick<EntryRow, 'handover'>): string {
  return handover.map(({ author, note }) => sheetWords.handoverOf(author, note)).join(sheetWords.join)
}

/** `8` → `8.00`: decimals stand under each other. */
function pointsText(points: string | null): string {
  return points === null ? '' : Number(points).toFixed(2)
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}
