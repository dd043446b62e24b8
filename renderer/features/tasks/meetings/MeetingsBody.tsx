import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useRevision } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridSource } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { PartLine } from '../../../frame/PartLine.tsx'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import type { OwnBodyProps } from '../../../frame/own-body.ts'
import { useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { useGridViews } from '../../../frame/use-grid-views.ts'
import { useModules } from '../../../frame/use-modules.ts'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import type { MeetingRow } from './api-types.ts'
import { meetingGridColumns } from './meeting-columns.tsx'
import { chipKeys, filtersOf, isChip, meetingFilterOf, meetingSortOf, weekOf, type ChipKey } from './meeting-request.ts'
import { MeetingForm } from './MeetingForm.tsx'
import { MeetingSheet } from './MeetingSheet.tsx'
import { MonthView } from './MonthView.tsx'
import { chipNames, meetingWords } from './vocabulary.ts'

type Open = { readonly kind: 'nothing' | 'add' } | { readonly kind: 'sheet'; readonly meeting: MeetingRow }

const looks = ['list', 'month'] as const
const lookNames = { list: meetingWords.asList, month: meetingWords.asMonth } as const
const nothing: Open = { kind: 'nothing' }

/** 会议安排 of the township: as a list or by month; the week's on paper. */
export function MeetingsBody({ module, head }: OwnBodyProps): ReactNode {
  const [look, setLook] = useRemembered<(typeof looks)[number]>('meetings-look', 'list')
  const [open, setOpen] = useState<Open>(nothing)
  const show = (meeting: MeetingRow) => setOpen({ kind: 'sheet', meeting })
  return (
    <SectionPage
      head={head}
      actions={
        <>
          <PartLine label={meetingWords.looks} parts={looks.map((key) => ({ key, label: lookNames[key] }))} current={look} onOpen={setLook} />
          <PaperButton label={meetingWords.print} name={meetingWords.paper} load={(client) => client.papers.meetings(weekOf(today()))} />
          <Button type="primary" onClick={() => setOpen({ kind: 'add' })}>{meetingWords.add}</Button>
        </>
      }
    >
      {look === 'list' ? <MeetingList onOpen={show} /> : <MonthView onOpen={show} />}
      {open.kind === 'add' ? <MeetingForm meeting={null} moduleId={module.id} onClose={() => setOpen(nothing)} /> : null}
      {open.kind === 'sheet' ? <MeetingSheet key={open.meeting.id} meeting={open.meeting} onClose={() => setOpen(nothing)} /> : null}
    </SectionPage>
  )
}

function MeetingList({ onOpen }: { readonly onOpen: (meeting: MeetingRow) => void }): ReactNode {
  const { client, orpc } = useApi()
  const on = today()
  const modules = useModules()
  const [remembered, remember] = useRemembered<string>('meetings-chip', 'all')
  const chip: ChipKey = isChip(remembered) ? remembered : 'all'
  const counts = useQueries({ queries: chipKeys.map((key) => orpc.meetings.list.queryOptions({ input: { limit: 1, filters: [...filtersOf(key, on)] }, placeholderData: keepPreviousData })) })
  const revision = useRevision('meeting', 'module', 'staff')
  const views = useGridViews('meetings')
  const columns = useMemo(() => meetingGridColumns(modules, on), [modules, on])
  const source = useMemo<GridSource<MeetingRow>>(
    () => ({
      key: ({ id }) => id,
      revision,
      scope: chip,
      load: ({ offset, limit, sort, filters, search }, signal) =>
        client.meetings.list({ offset, limit, sort: meetingSortOf(sort), filters: [...filtersOf(chip, on), ...filters.flatMap((filter) => meetingFilterOf(filter) ?? [])], ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) }, { signal }),
    }),
    [client, chip, on, revision],
  )
  return (
    <SheetGrid
      label={meetingWords.title}
      columns={columns}
      source={source}
      views={views}
      search={meetingWords.search}
      tools={<FilterChips label={meetingWords.quick} chips={chipKeys.map((key, place) => ({ key, label: chipNames[key], count: counts[place]?.data?.total ?? null }))} value={chip} onChange={remember} />}
      empty={chip === 'all' ? <Empty title={meetingWords.none} hint={meetingWords.noneHint} /> : <Empty title={meetingWords.noneOfChip(chipNames[chip])} hint={meetingWords.noneOfChipHint} />}
      onOpen={onOpen}
      rowName={({ title }) => title}
      sentence={sentenceOf}
      today={on}
    />
  )
}
