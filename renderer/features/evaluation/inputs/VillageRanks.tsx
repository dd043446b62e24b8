import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { EditOutcome, GridColumn, RowEdit } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { RankRow } from '../../plans/api-types.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { InputProps } from './input-props.ts'
import { rankText, readRank } from './rank-text.ts'
import { rankWords } from './vocabulary.ts'

const field = 'rank'

/** 村社名次 of a quarter; a whole column may be pasted. */
export function VillageRanks({ period, isOpen }: InputProps): ReactNode {
  const { client, orpc } = useApi()
  const mayEdit = useMe().capabilities.includes('village.rank') && isOpen
  const ranks = useQuery(orpc.villages.ranks.queryOptions({ input: { periodId: period.id } }))
  const columns = useMemo(() => rankColumns(mayEdit), [mayEdit])

  /** All or none: what is no place has been refused in its cell before. */
  async function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    const read = edits.map(({ key, changes }) => ({ key, reading: readRank(String(changes[field] ?? '')) }))
    const refused = read.flatMap(({ key, reading }) => (reading.kind === 'refused' ? [{ key, field, reason: reading.sentence }] : []))
    if (refused.length > 0) return { applied: [], refused }
    await client.villages.setRanks({ periodId: period.id, ranks: read.flatMap(({ key, reading }) => (reading.kind === 'rank' ? [{ villageId: key, rank: reading.rank }] : reading.kind === 'none' ? [{ villageId: key }] : [])) })
    return { applied: edits.map(({ key }) => ({ key, version: 1 })), refused: [] }
  }

  return (
    <Loaded query={ranks}>
      {(rows) => {
        const left = rows.filter(({ isRecorded }) => !isRecorded).length
        return (
          <SheetGrid<RankRow>
            label={rankWords.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ villageId }) => villageId, version: () => 1, revision: ranks.dataUpdatedAt, scope: `${period.id}:${String(mayEdit)}`, name: ({ name }) => name })}
            {...(mayEdit ? { editing: { apply, refusal: refusalOf } } : {})}
            rowName={({ name }) => name}
            sentence={sentenceOf}
            empty={<Empty title={rankWords.empty} hint={rankWords.emptyHint} />}
            tools={
              <>
                {rows.length === 0 ? null : left > 0 ? <StateTag tone="accent">{rankWords.left(left)}</StateTag> : <StateTag tone="good">{rankWords.complete}</StateTag>}
                {mayEdit && rows.length > 0 ? <span className="evaluation-how">{rankWords.how}</span> : null}
              </>
            }
          />
        )
      }}
    </Loaded>
  )
}

function rankColumns(mayEdit: boolean): readonly GridColumn<RankRow>[] {
  return [
    { field: 'code', title: rankWords.code, width: 96, hidden: true, text: ({ code }) => code, sortable: true },
    { field: 'name', title: rankWords.village, width: 200, pinned: 'left', text: ({ name }) => name, sortable: true },
    {
      field,
      title: rankWords.rank,
      width: 112,
      align: 'center',
      text: rankText,
      number: ({ rank }) => rank,
      sortable: true,
      ...(mayEdit ? { edit: { kind: 'text', read: (row) => (rankText(row) === '' ? null : rankText(row)), check: checkRank } as const } : {}),
    },
    {
      field: 'state',
      title: rankWords.state,
      width: 112,
      text: (row) => (row.isRecorded ? rankWords.recorded : rankWords.missing),
      render: (row) => (row.isRecorded ? <StateTag tone="good">{rankWords.recorded}</StateTag> : <StateTag tone="warn">{rankWords.missing}</StateTag>),
      sortable: true,
    },
  ]
}

function checkRank(value: unknown): string | null {
  const reading = readRank(value === null ? '' : String(value))
  return reading.kind === 'refused' ? reading.sentence : null
}
