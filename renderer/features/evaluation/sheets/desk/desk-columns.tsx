import type { CellEdit, GridColumn } from '../../../../grid/types.ts'
import { readChoice, choiceText } from '../ballot/ballot-choice.ts'
import { sheetKindNames } from '../../cycle-vocabulary.ts'
import { bandList, givenText, oneKeyGiven, readGiven } from '../given.ts'
import { handoverText } from '../scoring-columns.tsx'
import { sheetWords } from '../vocabulary.ts'
import { tabWords } from '../../vocabulary.ts'
import type { DeskRow, OnSheet } from './desk-rows.ts'
import { deskWords } from './vocabulary.ts'

export const deskFields = { head: 'head', leader: 'leader', ballot: 'ballot', note: 'note' } as const

export type SheetField = 'head' | 'leader'

interface DeskColumns {
  readonly rows: readonly DeskRow[]
  /** The bands of the ballot, best first; null without one. */
  readonly bands: readonly string[] | null
}

const longestNote = 2000

/** People × what is given: a column for each kind of sheet and for the ballot, those that the scorer has. */
export function deskColumns({ rows, bands }: DeskColumns): readonly GridColumn<DeskRow>[] {
  const has = (field: SheetField) => rows.some((row) => row[field] !== null)
  const hasModules = new Set(rows.map(({ moduleName }) => moduleName)).size > 1
  const handovers = (row: DeskRow) => (row.head === null ? '' : handoverText(row.head.entry))
  return [
    { field: 'name', title: sheetWords.name, width: 112, pinned: 'left', text: ({ staffName }) => staffName },
    ...(hasModules ? [{ field: 'module', title: sheetWords.module, width: 112, text: ({ moduleName }: DeskRow) => moduleName }] : []),
    { field: 'post', title: sheetWords.post, width: 168, text: ({ postName }) => postName },
    ...(has('head') ? [givenColumn('head')] : []),
    ...(has('leader') ? [givenColumn('leader')] : []),
    ...(bands === null ? [] : [ballotColumn(bands)]),
    ...(rows.some((row) => handovers(row) !== '') ? [{ field: 'handover', title: sheetWords.handover, width: 240, text: handovers }] : []),
    { field: deskFields.note, title: sheetWords.note, width: 240, text: (row) => noted(row)?.entry.note ?? '', edit: { kind: 'text', read: (row) => noted(row)?.entry.note ?? null, maxLength: longestNote, editable: (row) => noted(row) !== null || deskWords.noNote(row.staffName) } },
  ]
}

/** The sheet that a note is written on: M1, else M4. */
export function noted({ head, leader }: DeskRow): OnSheet | null {
  return head ?? leader
}

function scaleOf({ sheet, entry }: OnSheet) {
  return entry.scale ?? sheet.scale
}

function givenColumn(field: SheetField): GridColumn<DeskRow> {
  const text = (row: DeskRow) => (row[field] === null ? '' : givenText(row[field].entry))
  const edit: CellEdit<DeskRow> = {
    kind: 'text',
    read: (row) => text(row) || null,
    editable: (row) => row[field] !== null || deskWords.notOn(row.staffName, sheetKindNames[field]),
    oneKey: (key, row) => (row[field] === null ? null : oneKeyGiven(key, scaleOf(row[field]))),
    check: (value, row) => {
      const reading = row[field] === null ? null : readGiven(value === null ? '' : String(value), scaleOf(row[field]))
      return reading?.kind === 'refused' ? reading.sentence : null
    },
  }
  return { field, title: sheetKindNames[field], width: 112, align: 'center', text, render: (row) => <strong className="scoring-given">{text(row)}</strong>, edit }
}

function ballotColumn(bands: readonly string[]): GridColumn<DeskRow> {
  const text = ({ ballot }: DeskRow) => (ballot?.choice ? choiceText(ballot.choice) : '')
  const choose = (typed: unknown) => readChoice(typed === null ? '' : String(typed), bands)
  const edit: CellEdit<DeskRow> = {
    kind: 'text',
    read: (row) => text(row) || null,
    editable: (row) => row.ballot !== null || deskWords.notColleague(row.staffName),
    oneKey: (key) => {
      const choice = choose(key)
      return choice === null || choice === 'refused' ? null : choiceText(choice)
    },
    check: (value) => (choose(value) === 'refused' ? deskWords.badChoice(bands.join(tabWords.listJoin), String(value)) : null),
  }
  return { field: deskFields.ballot, title: deskWords.ballot, width: 96, align: 'center', text, render: (row) => <strong className="scoring-given">{text(row)}</strong>, edit }
}

/** `A、B、C、0 到 5`: the keys that enter something by themselves. */
export function keysOf(rows: readonly DeskRow[], bands: readonly string[] | null): string {
  const scales = rows.flatMap(({ head, leader }) => [head, leader].flatMap((on) => (on === null ? [] : [scaleOf(on)])))
  const letters = [...new Set([...scales.flatMap((scale) => (scale.bands.length === 0 ? [] : [bandList(scale)])), ...(bands === null ? [] : [bands.join(tabWords.listJoin)])])]
  const figures = [...new Set(scales.flatMap(({ bands: none, max }) => (none.length === 0 && Number(max) < 10 ? [sheetWords.figures(max)] : [])))]
  return [...letters, ...figures].join(tabWords.listJoin)
}
