import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { usePeriod } from '../../../api/period.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridState, RowAction, SheetHandle } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { may } from '../../../frame/may.ts'
import { useKept, useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { useGridViews } from '../../../frame/use-grid-views.ts'
import { useVillages } from '../villages/use-villages.ts'
import type { RecordRow } from './api-types.ts'
import { EditRecord } from './EditRecord.tsx'
import { EnterRecords } from './EnterRecords.tsx'
import './events.css'
import { recordGridColumns } from './record-columns.tsx'
import { isChip, type ChipKey } from './record-request.ts'
import { RecordSheet } from './RecordSheet.tsx'
import { useRecordChips, useRecordsGrid } from './use-records-grid.ts'
import { useRecordSteps, type RecordStep } from './use-record-steps.tsx'
import { actionNames, chipNames, recordWords, resubmit } from './vocabulary.ts'

export interface RecordsSectionProps {
  readonly head: ReactNode
  /** The quick filter to begin with, instead of the remembered one. */
  readonly chip?: ChipKey
}

type Open = { readonly kind: 'nothing' } | { readonly kind: 'enter' } | { readonly kind: 'sheet' | 'edit'; readonly id: string }

const nobody: ReadonlySet<string> = new Set()
const nothing: Open = { kind: 'nothing' }
const steps: readonly RecordStep[] = ['verify', 'reject', 'withdraw', 'unverify']
/** What one step of many takes. */
const mostChosen = 1000

/** 服务记录 in the caller's view: entered, corrected, verified one by one, by entry, or many at once. */
export function RecordsSection({ head, chip: given }: RecordsSectionProps): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const chosenPeriod = usePeriod()
  const villages = useVillages()
  const kinds = useQuery(orpc.events.kinds.queryOptions({ input: { on: today() } }))
  const [remembered, remember] = useRemembered<string>('records-chip', 'all')
  const [own, setOwn] = useState<ChipKey | undefined>(given)
  const [isWithin, setWithin] = useRemembered('records-within', true)
  const [kept, keep] = useKept<GridState & { readonly search: string }>('records-grid')
  const [ticked, setTicked] = useState(nobody)
  const [open, setOpen] = useState<Open>(nothing)
  const grid = useRef<SheetHandle>(null)
  const close = () => setOpen(nothing)

  const period = isWithin && chosenPeriod !== null ? chosenPeriod : null
  const chips = useRecordChips(period)
  const wanted = own ?? (isChip(remembered) ? remembered : 'all')
  const chip = chips.some(({ key }) => key === wanted) ? wanted : 'all'
  const { source, seen } = useRecordsGrid(chip, period)
  const { open: openFor, take, takeEntry, dialog } = useRecordSteps(() => setTicked(nobody))
  const isWithoutAny = useQuery(orpc.events.list.queryOptions({ input: { limit: 1 } })).data?.total === 0
  const columns = useMemo(() => recordGridColumns(kinds.data?.map(({ kind }) => kind) ?? [], villages), [kinds.data, villages])
  const views = useGridViews('records')
  const chosen = [...ticked].flatMap((id) => seen(id) ?? [])

  function choose(next: ChipKey): void {
    setTicked(nobody)
    if (given === undefined) remember(next)
    else setOwn(next)
  }

  async function tickAll(): Promise<void> {
    const query = grid.current?.query()
    if (query === undefined) return
    try {
      const { rows } = await source.load({ ...query, offset: 0, limit: mostChosen }, new AbortController().signal)
      setTicked(new Set(rows.map(({ id }) => id)))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  function actionsOf(row: RecordRow): readonly RowAction[] {
    const { entryId, allowed } = row
    return [
      ...steps.filter((step) => allowed.includes(step)).map((step) => ({ key: step, label: actionNames[step], danger: step !== 'verify', onRun: () => take(step, [row]) })),
      ...(entryId === null ? [] : steps.filter((step) => allowed.includes(step)).map((step) => ({ key: `entry-${step}`, label: recordWords.wholeEntry(actionNames[step]), danger: step !== 'verify', onRun: () => takeEntry(step, entryId) }))),
      ...(allowed.includes('correct') ? [{ key: 'correct', label: row.state === 'rejected' ? resubmit : actionNames.correct, onRun: () => setOpen({ kind: 'edit', id: row.id }) }] : []),
    ]
  }

  const commands = (
    <span className="record-commands">
      <span className="record-count" role="status">{recordWords.chosen(chosen.length)}</span>
      {steps.map((step) => {
        const ready = openFor(step, chosen).length
        return ready === 0 ? null : <Button key={step} {...(step === 'verify' ? { type: 'primary' as const } : {})} onClick={() => take(step, chosen)}>{recordWords.ofCount(actionNames[step], ready)}</Button>
      })}
      {chosen.some(({ allowed }) => steps.some((step) => allowed.includes(step))) ? null : <span className="line-note">{recordWords.nothingToDo}</span>}
      <Button type="text" onClick={() => void tickAll()}>{recordWords.chooseAll}</Button>
      <Button type="text" onClick={() => setTicked(nobody)}>{recordWords.clearChosen}</Button>
    </span>
  )
  const shown = open.kind === 'sheet' || open.kind === 'edit' ? seen(open.id) : undefined

  return (
    <SectionPage head={head} actions={may(me, 'event.enter') ? <Button type="primary" onClick={() => setOpen({ kind: 'enter' })}>{recordWords.enter}</Button> : undefined}>
      <SheetGrid
        handle={grid}
        label={recordWords.title}
        columns={columns}
        source={source}
        views={views}
        {...(kept === undefined ? {} : { initial: kept })}
        onState={keep}
        search={recordWords.search}
        tools={
          chosen.length > 0 ? (
            commands
          ) : (
            <>
              <FilterChips label={recordWords.quick} chips={chips} value={chip} onChange={choose} />
              {chosenPeriod === null || chip === 'waiting' || chip === 'returned' ? null : <Checkbox checked={isWithin} onChange={({ target }) => setWithin(target.checked)}>{recordWords.onlyPeriod(periodTitle(chosenPeriod.code))}</Checkbox>}
            </>
          )
        }
        empty={isWithoutAny ? <Empty title={recordWords.none} hint={may(me, 'event.enter') ? recordWords.noneHint : recordWords.noneHintReader} /> : <Empty title={recordWords.noneOfChip(chipNames[chip])} hint={recordWords.noneOfChipHint} />}
        onOpen={({ id }) => setOpen({ kind: 'sheet', id })}
        selectable={{ selected: ticked, onChange: setTicked }}
        rowActions={actionsOf}
        rowName={({ staffName, villageName, date }) => [date, staffName, villageName].join(' ')}
        sentence={sentenceOf}
        today={today()}
      />
      {dialog}
      {open.kind === 'enter' ? <EnterRecords onClose={close} /> : null}
      {open.kind === 'sheet' && shown !== undefined ? <RecordSheet record={shown} actions={actionsOf(shown)} onClose={close} /> : null}
      {open.kind === 'edit' && shown !== undefined ? <EditRecord record={shown} onClose={close} /> : null}
    </SectionPage>
  )
}
