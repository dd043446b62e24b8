import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNavigation } from '../../../api/place.ts'
import { Chart } from '../../../ui/Chart.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Section.tsx'
import { chipMemory } from '../../tasks/tasks/task-chips.ts'
import { TaskSheet } from '../../tasks/tasks/TaskSheet.tsx'
import { mayReview } from '../../../frame/may.ts'
import '../../../frame/module.css'
import { lightChart, onTimeChart, ranksChart, ranksHeight, stateChart, workloadChart, workloadHeight, type Overview as OverviewData } from './overview-charts.ts'
import { OverviewFigures } from './OverviewFigures.tsx'
import { useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { moduleWords } from '../../../frame/vocabulary.ts'

export interface OverviewProps {
  readonly module: { readonly id: string; readonly code: string }
  readonly head: ReactNode
}

/** 概览 of a module: its figures, the shapes behind them, and what is overdue longest. */
export function Overview({ module, head }: OverviewProps): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { data, error, refetch } = useQuery(orpc.workbench.module.queryOptions({ input: { moduleId: module.id } }))
  return (
    <SectionPage head={head} body="scroll" actions={mayReview(me, module.id) ? undefined : <span className="ui-title-note">{moduleWords.ownOnly}</span>}>
      {data !== undefined ? <Content module={module} data={data} /> : error !== null ? <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} /> : <Loading lines={14} />}
    </SectionPage>
  )
}

function Content({ module, data }: { readonly module: OverviewProps['module']; readonly data: OverviewData }): ReactNode {
  const { go } = useNavigation()
  const [, rememberChip] = useRemembered(chipMemory(module.id), 'open')
  const [openTask, setOpenTask] = useState<string | null>(null)
  const charts = useMemo(() => ({ state: stateChart(data), light: lightChart(data), onTime: onTimeChart(data), workload: workloadChart(data) }), [data])

  function openLedger(chip: string): void {
    rememberChip(chip)
    go({ tab: 'module', module: module.code, section: 'tasks' })
  }

  return (
    <>
      <OverviewFigures data={data} onTasks={openLedger} onPeople={() => go({ tab: 'module', module: module.code, section: 'people' })} />
      <div className="module-charts">
        <Chart title={moduleWords.byState} unit={moduleWords.tasksUnit} height={212} {...charts.state} />
        <Chart title={moduleWords.byLight} unit={moduleWords.tasksUnit} height={212} {...charts.light} />
        <Chart title={moduleWords.byMonth} unit={moduleWords.percent} height={212} {...charts.onTime} />
      </div>
      <div className="module-below">
        <div className="module-workload">
          {data.workload.length === 0 ? (
            <Section title={moduleWords.workload}><Empty title={moduleWords.noWorkload} hint={moduleWords.noWorkloadHint} /></Section>
          ) : (
            <Chart title={moduleWords.workload} unit={moduleWords.tasksUnit} height={workloadHeight(data.workload.length)} {...charts.workload} />
          )}
        </div>
        <Section
          title={moduleWords.longest}
          note={data.overdue === 0 ? undefined : moduleWords.longestNote(data.overdue)}
          actions={data.overdue === 0 ? undefined : <Button size="small" onClick={() => openLedger('overdue')}>{moduleWords.allOverdue}</Button>}
        >
          {data.longestOverdue.length === 0 ? <Empty title={moduleWords.noneOverdue} hint={moduleWords.noneOverdueHint} /> : <LongestOverdue rows={data.longestOverdue} onOpen={setOpenTask} />}
        </Section>
      </div>
      {data.villageRanks === null ? null : <Chart title={moduleWords.villageRanks(data.villageRanks.periodCode)} unit={moduleWords.placeUnit} height={ranksHeight(data.villageRanks.rows.length)} {...ranksChart(data.villageRanks)} />}
      <TaskSheet id={openTask} onClose={() => setOpenTask(null)} />
    </>
  )
}

function LongestOverdue({ rows, onOpen }: { readonly rows: OverviewData['longestOverdue']; readonly onOpen: (id: string) => void }): ReactNode {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{moduleWords.task}</th>
          <th scope="col">{moduleWords.hosts}</th>
          <th scope="col">{moduleWords.state}</th>
          <th scope="col">{moduleWords.due}</th>
          <th scope="col" className="ui-number">{moduleWords.daysOverdue}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td><button type="button" className="link" onClick={() => onOpen(row.id)}>{row.title}</button></td>
            <td className="one-line">{row.hosts.join('、')}</td>
            <td className="one-line">{taskStateNames[row.state]}</td>
            <td className="one-line">{row.due}</td>
            <td className="ui-number overdue-days">{moduleWords.days(row.daysOverdue)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
