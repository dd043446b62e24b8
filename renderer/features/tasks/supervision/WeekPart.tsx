import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { dayMoved } from '../../../grid/cell-text.ts'
import { LightTag } from '../../../ui/LightTag.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { mayReview, seesAll } from '../../../frame/may.ts'
import '../../../frame/module.css'
import { lightWord } from '../tasks/light-word.ts'
import { MilestoneDays } from '../tasks/MilestoneDays.tsx'
import { TaskSheet } from '../tasks/TaskSheet.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import { DocumentButton } from '../../papers/DocumentButton.tsx'
import { ModuleSelect } from '../../people/ModuleSelect.tsx'
import type { Week } from '../orders/api-types.ts'
import '../orders/orders.css'
import { weekWords as words, words as common } from '../orders/vocabulary.ts'

/** The Monday of the week of a day; 1970-01-01 was a Thursday. */
function mondayOf(day: string): string {
  return dayMoved(day, -((dayNumber(day) + 3) % 7))
}

type Line = Week['due']['rows'][number]

/** 周清单: what is due this week, its 节点, what is late and what was finished. */
export function WeekPart(): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const on = today()
  const [from, setFrom] = useState(() => mondayOf(on))
  const [moduleId, setModuleId] = useState<string | null>(null)
  const [openTask, setOpenTask] = useState<string | null>(null)
  const to = dayMoved(from, 6)
  const mayCircularise = moduleId === null ? seesAll(me) || me.heads.length + me.leads.length > 0 : mayReview(me, moduleId)
  const query = useQuery(orpc.tasks.weekly.queryOptions({ input: { from, to, on, ...(moduleId === null ? {} : { moduleId }) } }))
  return (
    <>
      <div className="week-line">
        <Button onClick={() => setFrom(dayMoved(from, -7))}>{words.previous}</Button>
        <Button onClick={() => setFrom(mondayOf(on))}>{words.thisWeek}</Button>
        <Button onClick={() => setFrom(dayMoved(from, 7))}>{words.next}</Button>
        <h2>{words.title(from, to)}</h2>
        <span className="week-end">
          <ModuleSelect label={words.all} width={180} allowClear value={moduleId} onChange={setModuleId} />
          <PaperButton label={words.print} name={words.paper} load={(client) => client.papers.week({ from, to, ...(moduleId === null ? {} : { moduleId }) })} />
          {mayCircularise ? <DocumentButton label={words.circular} make={(client) => client.documents.weekly({ from, to, ...(moduleId === null ? {} : { moduleId }) })} /> : null}
        </span>
      </div>
      <Loaded query={query} lines={12}>
        {(week) => (
          <>
            {partsOf(week).map((part) => (
              <Section key={part.title} title={part.title} note={words.count(part.total)}>
                {part.rows.length === 0 ? <p className="ui-title-note">{words.none}</p> : <Lines rows={part.rows} on={on} onOpen={setOpenTask} />}
                {part.total > part.rows.length ? <p className="ui-title-note">{words.more(part.rows.length)}</p> : null}
              </Section>
            ))}
          </>
        )}
      </Loaded>
      <TaskSheet id={openTask} onClose={() => setOpenTask(null)} />
    </>
  )
}

interface Part {
  readonly title: string
  readonly total: number
  readonly rows: readonly (Line & { readonly milestone?: string; readonly milestoneDue?: string })[]
}

function partsOf({ due, milestones, late, finished }: Week): readonly Part[] {
  return [
    { title: words.due, ...due },
    { title: words.milestones, ...milestones },
    { title: words.late, ...late },
    { title: words.finished, ...finished },
  ]
}

interface LinesProps {
  readonly rows: Part['rows']
  readonly on: string
  readonly onOpen: (id: string) => void
}

function Lines({ rows, on, onOpen }: LinesProps): ReactNode {
  const hasMilestones = rows.some(({ milestone }) => milestone !== undefined)
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.docNo}</th>
          <th scope="col">{words.task}</th>
          {hasMilestones ? <th scope="col">{words.milestone}</th> : null}
          <th scope="col">{words.moduleName}</th>
          <th scope="col">{words.hosts}</th>
          <th scope="col">{words.dueDay}</th>
          <th scope="col">{hasMilestones ? words.milestoneState : words.light}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={`${row.id}:${row.milestone ?? ''}`}>
            <td className="one-line">{place + 1}</td>
            <td className="one-line">{row.docNo ?? row.code}</td>
            <td><button type="button" className="link" onClick={() => onOpen(row.id)}>{row.title}</button></td>
            {hasMilestones ? <td>{row.milestone}</td> : null}
            <td className="one-line">{row.moduleName}</td>
            <td className={row.hosts.length < 2 ? 'one-line' : undefined}>{row.hosts.join(common.join)}</td>
            <td className="one-line">{row.milestoneDue ?? row.due}</td>
            <td className="one-line">{row.milestoneDue === undefined ? <LightTag light={row.light} word={lightWord(row, on)} /> : <MilestoneDays due={row.milestoneDue} on={on} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
