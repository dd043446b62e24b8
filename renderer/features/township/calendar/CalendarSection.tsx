import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { daysOff } from '../../../../shared/domain/township/calendar/holiday-year.ts'
import { useApi } from '../../../api/api.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { today } from '../../../api/today.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { SystemPage } from '../system/SystemPage.tsx'
import './calendar.css'
import { calendarWords as words } from './vocabulary.ts'
import { monthsOfYear } from './year-days.ts'
import { YearMonth } from './YearMonth.tsx'

type Arrangement = Awaited<ReturnType<TownshipClient['calendar']['years']>>[number]

/** An arrangement is a page of text. */
const largestFile = 100_000

/** 工作日历: the year as offices work it, and the file that brings the next one. */
export function CalendarSection(): ReactNode {
  const { client, desktop, orpc } = useApi()
  const notice = useNotice()
  const { isBusy, run } = useCommand()
  const years = useQuery(orpc.calendar.years.queryOptions())
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const shown = years.data?.find((one) => one.year === year) ?? null
  const listed = [...new Set([...(years.data ?? []).map((one) => one.year), year, Number(today().slice(0, 4)), Number(today().slice(0, 4)) + 1])].sort()

  async function choose(): Promise<void> {
    const opened = await desktop.openFile({ title: words.chooseTitle, accept: [{ label: words.file, extensions: ['json'] }] })
    if (opened.kind === 'failed') notice.failed(opened.reason)
    if (opened.kind !== 'opened') return
    if (opened.bytes.length > largestFile) {
      notice.failed(words.tooLarge)
      return
    }
    await run(async () => {
      const stored = await client.calendar.store({ content: new TextDecoder().decode(opened.bytes) })
      setYear(stored.year)
      return words.stored(stored.year, stored.holidays)
    })
  }

  async function forget(): Promise<void> {
    await run(async () => {
      await client.calendar.forget({ year })
      return words.forgotten(year)
    })
  }

  async function save({ year: of, source, holidays }: Arrangement): Promise<void> {
    const bytes = new TextEncoder().encode(`${JSON.stringify({ year: of, source, holidays }, null, 2)}\n`)
    const saved = await desktop.saveFile({ suggestedName: words.fileName(of), bytes })
    if (saved.kind === 'failed') notice.failed(saved.reason)
    if (saved.kind === 'saved') notice.done(words.saved(saved.name))
  }

  return (
    <SystemPage
      section="calendar"
      body="scroll"
      note={words.note}
      actions={
        <>
          <Select aria-label={words.year} value={year} options={listed.map((value) => ({ value, label: words.yearOption(value) }))} onChange={setYear} />
          {shown === null ? null : <Button onClick={() => void save(shown)}>{words.save}</Button>}
          {shown?.origin === 'stored' ? (
            <ConfirmButton label={shown.isShipped ? words.forget : words.forgetStored} question={words.forgetQuestion(year)} onConfirm={forget} />
          ) : null}
          <Button type="primary" loading={isBusy} onClick={() => void choose()}>{words.choose}</Button>
        </>
      }
    >
      <Loaded query={years}>
        {() => (
          <div className="year-page">
            <Section title={words.yearOption(year)} note={shown === null ? undefined : <span className="year-source"><StateTag>{words.origin[shown.origin]}</StateTag>{words.source(shown.source)}</span>}>
              <div className="year-months">
                {monthsOfYear(year, shown).map((weeks, place) => <YearMonth key={place} month={place + 1} weeks={weeks} />)}
              </div>
            </Section>
            <Section title={words.holidays}>
              {shown === null ? <p>{words.none(year)}</p> : <HolidayTable arrangement={shown} />}
              <p className="system-note">{words.format}</p>
            </Section>
          </div>
        )}
      </Loaded>
    </SystemPage>
  )
}

function HolidayTable({ arrangement }: { readonly arrangement: Arrangement }): ReactNode {
  return (
    <table className="system-table">
      <thead>
        <tr>
          <th scope="col">{words.holiday}</th>
          <th scope="col">{words.off}</th>
          <th scope="col" className="ui-number">{words.days}</th>
          <th scope="col">{words.work}</th>
        </tr>
      </thead>
      <tbody>
        {arrangement.holidays.map((holiday) => (
          <tr key={holiday.from}>
            <td>{holiday.name}</td>
            <td>{words.range(holiday.from.slice(5), holiday.to.slice(5))}</td>
            <td className="ui-number">{daysOff(holiday).length}</td>
            <td>{holiday.work.length === 0 ? words.noWork : holiday.work.map((day) => day.slice(5)).join(words.listJoin)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
