import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { gridScoreFields } from '../../../../shared/contract/villages/grids.ts'
import { gridParts, markText, mostOfPart, readGridPart } from '../../../../shared/domain/villages/grids/grid-score.ts'
import { gridMarkFault, gridPartNames, monthText } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { useApi } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { EditMode, EditOutcome, GridColumn, RowEdit } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { refusedCells } from '../../../frame/cell-edits.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useRemembered } from '../../../frame/remembered.ts'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import { gridScoreWords as words, gridWords } from './vocabulary.ts'

type Scores = Awaited<ReturnType<TownshipClient['grids']['scores']>>
type ScoreRow = Scores['rows'][number]

/** 月度考核 of one month: grids × parts, typed or pasted; total and place follow. */
export function GridScores(): ReactNode {
  const { client, orpc } = useApi()
  const thisMonth = today().slice(0, 7)
  const [month, setMonth] = useRemembered('grids-month', thisMonth)
  const scores = useQuery(orpc.grids.scores.queryOptions({ input: { month }, placeholderData: keepPreviousData }))
  const mayEdit = scores.data?.mayEdit === true
  const columns = useMemo(() => scoreColumns(mayEdit), [mayEdit])

  async function apply(edits: readonly RowEdit[], mode: EditMode): Promise<EditOutcome> {
    const { applied, refused } = await client.grids.editScores({
      month,
      mode,
      rows: edits.map(({ key, version, changes }) => ({
        id: key,
        version,
        changes: Object.fromEntries(gridScoreFields.flatMap((field) => {
          const value = changes[field]
          return value === undefined || typeof value === 'boolean' ? [] : [[field, value] as const]
        })),
      })),
    })
    return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
  }

  return (
    <Loaded query={scores}>
      {({ rows }) => {
        const left = rows.filter(({ total }) => total === null).length
        return (
          <>
            <SheetGrid<ScoreRow>
              label={words.list}
              columns={columns}
              source={listSource({ rows, columns, key: ({ gridId }) => gridId, version: ({ version }) => version, revision: scores.dataUpdatedAt, scope: `${month}:${String(mayEdit)}`, name: ({ villageName, name }) => `${villageName}${name}` })}
              {...(mayEdit ? { editing: { apply, refusal: refusalOf } } : {})}
              rowName={({ villageName, name }) => `${villageName}${name}`}
              sentence={sentenceOf}
              empty={<Empty title={gridWords.none} hint={gridWords.noneHint} />}
              tools={
                <>
                  <Button onClick={() => setMonth(moved(month, -1))}>{words.previous}</Button>
                  <strong>{monthText(month)}</strong>
                  <Button disabled={month >= thisMonth} onClick={() => setMonth(moved(month, 1))}>{words.next}</Button>
                  {left === 0 ? <StateTag tone="good">{words.complete}</StateTag> : <StateTag tone="warn">{words.left(left)}</StateTag>}
                  <PaperButton label={words.print} name={words.list} load={(host) => host.papers.grids({ month })} />
                </>
              }
            />
          </>
        )
      }}
    </Loaded>
  )
}

/** `2026-01` and -1 → `2025-12`. */
function moved(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`
}

function scoreColumns(mayEdit: boolean): readonly GridColumn<ScoreRow>[] {
  const text = (value: number | null) => (value === null ? '' : markText(value))
  return [
    { field: 'village', title: gridWords.columns.village, width: 104, pinned: 'left', text: ({ villageName }) => villageName, sortable: true },
    { field: 'name', title: gridWords.columns.name, width: 104, pinned: 'left', text: ({ name }) => name, sortable: true },
    { field: 'head', title: words.head, width: 92, text: ({ head }) => head },
    { field: 'fullTime', title: words.fullTime, width: 104, text: ({ fullTime }) => fullTime },
    ...gridParts.map((part): GridColumn<ScoreRow> => ({
      field: part,
      title: words.partTitle(gridPartNames[part], mostOfPart[part] / 100),
      width: 120,
      align: 'right',
      text: (row) => text(row[part]),
      number: (row) => (row[part] === null ? null : row[part] / 100),
      sortable: true,
      ...(mayEdit
        ? {
            edit: {
              kind: 'text' as const,
              read: (row) => (row[part] === null ? null : markText(row[part])),
              check: (value) => {
                const fault = gridMarkFault(readGridPart(part, value === null ? '' : String(value)))
                return fault === null ? null : words.refusal(gridPartNames[part], fault)
              },
            },
          }
        : {}),
    })),
    { field: 'total', title: words.total, width: 84, align: 'right', text: ({ total }) => text(total), number: ({ total }) => (total === null ? null : total / 100), sortable: true },
    { field: 'rank', title: words.rank, width: 76, align: 'right', text: ({ rank }) => (rank === null ? '' : String(rank)), number: ({ rank }) => rank, sortable: true },
    { field: 'note', title: words.note, width: 200, text: ({ note }) => note ?? '', ...(mayEdit ? { edit: { kind: 'text' as const, read: ({ note }: ScoreRow) => note, maxLength: 200 } } : {}) },
  ]
}
