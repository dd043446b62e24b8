import { Button, Select } from 'antd'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { useNavigation } from '../../api/place.ts'
import { today } from '../../api/today.ts'
import { sentenceOf } from '../../api/failure.ts'
import { SheetGrid } from '../../grid/SheetGrid.tsx'
import type { GridState } from '../../grid/types.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FilterChips } from '../../frame/FilterChips.tsx'
import { may, mayEditPeople } from '../../frame/may.ts'
import { useKept, useRemembered } from '../../frame/remembered.ts'
import { SectionPage } from '../../frame/SectionPage.tsx'
import { useGridViews } from '../../frame/use-grid-views.ts'
import { useModules } from '../../frame/use-modules.ts'
import { useOpened } from '../../frame/use-opened.ts'
import { AddPerson } from './AddPerson.tsx'
import { EstablishmentStrip } from './EstablishmentStrip.tsx'
import { peopleColumns } from './people-columns.tsx'
import './people.css'
import { PersonSheet, type PersonParts } from './PersonSheet.tsx'
import { chipKeys, filtersOf, rosterOrders, type ChipKey, type RosterOrder } from './person-request.ts'
import { usePeopleGrid } from './use-people-grid.ts'
import { peopleWords } from './vocabulary.ts'

export interface PeopleSectionProps {
  /** The people of one module; of the whole view without it. */
  readonly moduleId?: string
  /** The person whose sheet is open. */
  readonly openId?: string
  readonly parts: PersonParts
  /** The module's mark and sections. */
  readonly head?: ReactNode
}

/** 花名册: people in a grid that is typed in, the establishment above it, a sheet for each. */
export function PeopleSection({ moduleId, openId, parts, head = <h1>{peopleWords.title}</h1> }: PeopleSectionProps): ReactNode {
  const me = useMe()
  const { go } = useNavigation()
  const on = today()
  const modules = useModules()
  const memory = moduleId ?? 'all'
  const [chip, setChip] = useRemembered<ChipKey>(`people-chip:${memory}`, 'present')
  const [order, setOrder] = useRemembered<RosterOrder>(`people-order:${memory}`, 'official')
  const [kept, keep] = useKept<GridState & { readonly search: string }>(`people-grid:${memory}`)
  const [isAdding, setAdding] = useState(false)
  const opened = useOpened('people', openId)
  const views = useGridViews('people')
  const { source, editing } = usePeopleGrid({ on, moduleId, chip, order })
  const columns = useMemo(() => peopleColumns(on, moduleId === undefined ? modules : null), [on, modules, moduleId])
  const keys = moduleId === undefined ? chipKeys : chipKeys.filter((key) => key !== 'unassigned')
  const counts = useChipCounts(keys, on, moduleId)
  const mayEdit = mayEditPeople(me, moduleId)

  return (
    <SectionPage
      head={head}
      actions={
        <>
          {may(me, 'import.run') ? <Button onClick={() => go({ tab: 'reports', section: 'import' })}>{peopleWords.importRoster}</Button> : null}
          {may(me, 'export.run') ? <Button onClick={() => go({ tab: 'reports', section: 'export' })}>{peopleWords.exportRoster}</Button> : null}
          {mayEdit ? <Button type="primary" onClick={() => setAdding(true)}>{peopleWords.add}</Button> : null}
        </>
      }
    >
      <EstablishmentStrip moduleId={moduleId} mayEdit={mayEdit} />
      <SheetGrid
        label={peopleWords.title}
        columns={columns}
        source={source}
        {...(mayEdit ? { editing } : {})}
        views={views}
        {...(kept === undefined ? {} : { initial: kept })}
        onState={keep}
        search={peopleWords.search}
        tools={
          <>
            <FilterChips label={peopleWords.quick} chips={keys.map((key) => ({ key, label: peopleWords.chips[key], count: counts.get(key) ?? null }))} value={chip} onChange={setChip} />
            <Select aria-label={peopleWords.order} value={order} onChange={setOrder} options={rosterOrders.map((value) => ({ value, label: peopleWords.orders[value] }))} style={{ width: 116 }} />
          </>
        }
        empty={chip === 'all' || chip === 'present' ? <Empty title={peopleWords.none} hint={mayEdit ? peopleWords.noneHint : undefined} /> : <Empty title={peopleWords.noneOfChip} hint={peopleWords.noneOfChipHint} />}
        onOpen={({ id }) => opened.open(id)}
        rowName={({ name }) => name}
        sentence={sentenceOf}
        today={on}
      />
      <PersonSheet id={opened.id} parts={parts} onClose={opened.close} />
      {isAdding ? <AddPerson moduleId={moduleId} onClose={() => setAdding(false)} /> : null}
    </SectionPage>
  )
}

/** How many people each quick filter leaves. */
function useChipCounts(keys: readonly ChipKey[], on: string, moduleId: string | undefined): ReadonlyMap<ChipKey, number> {
  const { orpc } = useApi()
  const answers = useQueries({
    queries: keys.map((key) => orpc.people.list.queryOptions({ input: { on, limit: 1, filters: [...filtersOf(key)], ...(moduleId === undefined ? {} : { moduleId }) } })),
  })
  return new Map(keys.flatMap((key, place) => {
    const total = answers[place]?.data?.total
    return total === undefined ? [] : [[key, total] as const]
  }))
}
