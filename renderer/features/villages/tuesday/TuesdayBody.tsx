import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { pinyinKeys } from '../../people/person-option.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { isTuesday, tuesdayOfWeek } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { tuesdayFields, type TuesdayField } from '../../../../shared/domain/villages/villages/codes.ts'
import { isCalendarDay } from '../../../../shared/lib/calendar-day.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { useNavigation } from '../../../api/place.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { CellValue, GridEditing } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { mostRows, refusedCells } from '../../../frame/cell-edits.ts'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { may } from '../../../frame/may.ts'
import type { OwnBodyProps } from '../../../frame/own-body.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { useVillages } from '../villages/use-villages.ts'
import { AddLines } from './AddLines.tsx'
import type { PlanLine } from './api-types.ts'
import { CheckInDialog } from './CheckInDialog.tsx'
import { dayText } from '../../../frame/day-text.ts'
import { MonthStrip } from './MonthStrip.tsx'
import { ProposeSheet } from './ProposeSheet.tsx'
import { planColumns } from './tuesday-columns.tsx'
import { chipNames, tuesdayWords } from './vocabulary.ts'

type ChipKey = keyof typeof chipNames
type Open = { readonly kind: 'nothing' | 'add' | 'propose' } | { readonly kind: 'checkIn'; readonly line: PlanLine }

const nothing: Open = { kind: 'nothing' }
const nobody: ReadonlySet<string> = new Set()

/** 周二无会日: who goes where on each Tuesday, planned, typed over, checked in. `openId` is the chosen Tuesday. */
export function TuesdayBody({ module, head, openId }: OwnBodyProps): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const { go } = useNavigation()
  const notice = useNotice()
  const villages = useVillages()
  const date = openId !== undefined && isCalendarDay(openId) && isTuesday(openId) ? openId : tuesdayOfWeek(today())
  const lines = useQuery(orpc.tuesday.list.queryOptions({ input: { date } }))
  const [chip, setChip] = useState<ChipKey>('all')
  const [chosen, setChosen] = useState(nobody)
  const [open, setOpen] = useState<Open>(nothing)
  const close = () => setOpen(nothing)
  const choices = useMemo(() => villages.map(({ name }) => ({ name, keys: pinyinKeys(searchKeyOf(name)) })), [villages])
  const columns = useMemo(() => planColumns(choices, today()), [choices])
  const mayPlan = may(me, 'tuesday.plan')

  const editing = useMemo<GridEditing>(
    () => ({
      async apply(edits, mode) {
        const { applied, refused } = await client.tuesday.editCells({ rows: edits.map(({ key, version, changes }) => ({ id: key, version, changes: cellsOf(changes) })), mode })
        return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
      },
      refusal: refusalOf,
      limit: { rows: mostRows, sentence: tuesdayWords.tooManyRows },
    }),
    [client],
  )

  function choose(next: string): void {
    setChosen(nobody)
    go({ tab: 'module', module: module.code, section: 'tuesday', id: next })
  }

  async function remove(rows: readonly PlanLine[]): Promise<void> {
    try {
      const { applied, refused } = await client.tuesday.remove({ rows: rows.map(({ id, version }) => ({ id, version })), mode: 'good' })
      setChosen(nobody)
      const gone = rows.filter(({ id }) => applied.some((row) => row.id === id))
      const undo = () => void client.tuesday.add({ date, rows: gone.map(({ staffId, villageId, theme, content }) => ({ staffId, villageId, theme, content })) }).catch((error: unknown) => notice.failed(sentenceOf(error)))
      const [first] = refused
      if (first !== undefined) notice.failed(tuesdayWords.partlyRemoved(gone.length, refused.length, first.message))
      else notice.done(tuesdayWords.removed(gone.length), undo)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <SectionPage
      head={head}
      actions={
        mayPlan ? (
          <>
            <Button onClick={() => setOpen({ kind: 'add' })}>{tuesdayWords.add}</Button>
            <Button type="primary" onClick={() => setOpen({ kind: 'propose' })}>{tuesdayWords.propose}</Button>
          </>
        ) : undefined
      }
    >
      <MonthStrip date={date} onChoose={choose} />
      <Loaded query={lines}>
        {(all) => {
          const of = (key: ChipKey) => all.filter((line) => key === 'all' || (key === 'mine' ? line.staffId === me.staffId : line.checkedInAt === null))
          const keys: readonly ChipKey[] = me.staffId === null ? ['all', 'missing'] : ['all', 'missing', 'mine']
          const ticked = all.filter(({ id }) => chosen.has(id))
          const rows = of(chip)
          return (
            <SheetGrid
              label={tuesdayWords.title}
              columns={columns}
              source={listSource({ rows, columns, key: ({ id }) => id, version: ({ version }) => version, revision: lines.dataUpdatedAt, scope: `${date}:${chip}`, name: ({ staffName }) => staffName })}
              {...(mayPlan ? { editing } : {})}
              search={tuesdayWords.search}
              tools={
                ticked.length === 0 ? (
                  <FilterChips label={tuesdayWords.quick} chips={keys.map((key) => ({ key, label: chipNames[key], count: of(key).length, isBad: key === 'missing' && date < today() }))} value={chip} onChange={setChip} />
                ) : (
                  <span className="tuesday-commands">
                    <span role="status">{tuesdayWords.chosen(ticked.length)}</span>
                    <Button danger onClick={() => void remove(ticked)}>{tuesdayWords.removeChosen(ticked.length)}</Button>
                    <Button type="text" onClick={() => setChosen(nobody)}>{tuesdayWords.clearChosen}</Button>
                  </span>
                )
              }
              empty={chip === 'all' ? <Empty title={tuesdayWords.none(dayText(date))} hint={tuesdayWords.noneHint} /> : <Empty title={tuesdayWords.noneOfChip(chipNames[chip])} hint={tuesdayWords.noneOfChipHint} />}
              {...(mayPlan ? { selectable: { selected: chosen, onChange: setChosen } } : {})}
              rowActions={(line) => [
                ...(line.allowed.includes('checkIn') ? [{ key: 'checkIn', label: tuesdayWords.checkIn, onRun: () => setOpen({ kind: 'checkIn', line }) }] : []),
                ...(line.allowed.includes('edit') ? [{ key: 'remove', label: tuesdayWords.remove, danger: true, onRun: () => void remove([line]) }] : []),
              ]}
              rowName={({ staffName, villageName }) => [staffName, villageName].join(' ')}
              sentence={sentenceOf}
              today={today()}
            />
          )
        }}
      </Loaded>
      {open.kind === 'add' ? <AddLines date={date} onClose={close} /> : null}
      {open.kind === 'propose' ? <ProposeSheet date={date} villages={villages} choices={choices} onClose={close} /> : null}
      {open.kind === 'checkIn' ? <CheckInDialog plan={open.line} name={open.line.staffName} onClose={close} /> : null}
    </SectionPage>
  )
}

function cellsOf(changes: Readonly<Record<string, CellValue>>): Partial<Record<TuesdayField, string | number | null>> {
  return Object.fromEntries(tuesdayFields.flatMap((field) => {
    const value = changes[field]
    return value === undefined || typeof value === 'boolean' ? [] : [[field, value] as const]
  }))
}
