import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { AppealRow } from './api-types.ts'
import { AppealSheet } from './AppealSheet.tsx'
import { appealColumns as columns } from './ruling-columns.tsx'
import { appealWords as words } from './vocabulary.ts'

/** 申诉 of a period, those to be answered first. */
export function AppealList({ period }: { readonly period: ChosenPeriod }): ReactNode {
  const { orpc } = useApi()
  const appeals = useQuery(orpc.appeals.list.queryOptions({ input: { periodId: period.id } }))
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Loaded query={appeals}>
      {(rows) => {
        const late = rows.filter(({ isLate }) => isLate).length
        const waiting = rows.filter(({ state }) => state === 'filed').length
        return (
          <>
            <SheetGrid<AppealRow>
              label={words.list}
              columns={columns}
              source={listSource({ rows, columns, key: ({ id }) => id, revision: appeals.dataUpdatedAt, scope: period.id, name: ({ staffName }) => staffName })}
              search={words.search}
              onOpen={({ id }) => setOpen(id)}
              rowName={({ code }) => code}
              sentence={sentenceOf}
              empty={<Empty title={words.empty} hint={words.emptyHint} />}
              tools={
                <>
                  {waiting === 0 ? null : <StateTag tone="accent">{words.waiting(waiting)}</StateTag>}
                  {late === 0 ? null : <StateTag tone="bad">{words.lateCount(late)}</StateTag>}
                </>
              }
            />
            <AppealSheet row={rows.find(({ id }) => id === open) ?? null} period={period} onClose={() => setOpen(null)} />
          </>
        )
      }}
    </Loaded>
  )
}
