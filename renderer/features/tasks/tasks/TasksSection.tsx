import { Button } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { today } from '../../../api/today.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridState, SheetHandle } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { may } from '../../../frame/may.ts'
import { useKept, useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { useGridViews } from '../../../frame/use-grid-views.ts'
import { useModules } from '../../../frame/use-modules.ts'
import { useOpened } from '../../../frame/use-opened.ts'
import { useLeads } from '../../people/use-people.ts'
import { BatchCommands } from './BatchCommands.tsx'
import { NewTask } from './NewTask.tsx'
import { chipMemory, isChip, type ChipKey } from './task-chips.ts'
import { taskColumns } from './task-columns.tsx'
import '../tasks.css'
import { TaskSheet } from './TaskSheet.tsx'
import { useChipCounts } from './use-chip-counts.ts'
import { useTasksGrid } from './use-tasks-grid.ts'
import { chipNames, taskWords } from './vocabulary.ts'

export interface TasksSectionProps {
  /** The tasks of one module; of the whole view without it. */
  readonly moduleId?: string
  /** The task whose sheet is open. */
  readonly openId?: string
  /** The module's mark and sections. */
  readonly head?: ReactNode
  /** The quick filter to begin with, instead of the remembered one. */
  readonly chip?: ChipKey
}

const nobody: ReadonlySet<string> = new Set()

/** What one step of many takes. */
const mostChosen = 1000

/** 任务台账: tasks in a grid that is typed in, quick filters, steps of many at once, a sheet for each. */
export function TasksSection({ moduleId, openId, head = <h1>{taskWords.title}</h1>, chip: given }: TasksSectionProps): ReactNode {
  const me = useMe()
  const { go } = useNavigation()
  const on = today()
  const modules = useModules()
  const [remembered, remember] = useRemembered<string>(chipMemory(moduleId), 'open')
  const [own, setOwn] = useState<ChipKey | undefined>(given)
  const chip = own ?? (isChip(remembered) ? remembered : 'open')
  const [kept, keep] = useKept<GridState & { readonly search: string }>(`tasks-grid:${moduleId ?? 'all'}`)
  const [chosen, setChosen] = useState(nobody)
  const [isDrafting, setDrafting] = useState(false)
  const opened = useOpened('tasks', openId, given !== undefined)
  const views = useGridViews('tasks')
  const { source, editing, hasRows, seen } = useTasksGrid({ on, moduleId, chip })
  const leads = useLeads(hasRows)
  const grid = useRef<SheetHandle>(null)
  const notice = useNotice()
  const hasModule = moduleId === undefined || chip === 'outside'
  const columns = useMemo(() => taskColumns({ on, staffId: me.staffId, modules, leads, hasModule }), [on, me.staffId, modules, leads, hasModule])
  const chips = useChipCounts({ on, moduleId, hasOwn: me.staffId !== null, enabled: hasRows })

  function choose(next: ChipKey): void {
    setChosen(nobody)
    if (given === undefined) remember(next)
    else setOwn(next)
  }

  async function chooseAll(): Promise<void> {
    const query = grid.current?.query()
    if (query === undefined) return
    try {
      const { rows } = await source.load({ ...query, offset: 0, limit: mostChosen }, new AbortController().signal)
      setChosen(new Set(rows.map(({ id }) => id)))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <SectionPage
      head={head}
      actions={
        <>
          {may(me, 'import.run') ? <Button onClick={() => go({ tab: 'reports', section: 'import' })}>{taskWords.importTasks}</Button> : null}
          <Button type="primary" onClick={() => setDrafting(true)}>{taskWords.newTask}</Button>
        </>
      }
    >
      <SheetGrid
        handle={grid}
        label={taskWords.title}
        columns={columns}
        source={source}
        editing={editing}
        views={views}
        {...(kept === undefined ? {} : { initial: kept })}
        onState={keep}
        search={taskWords.search}
        tools={
          chosen.size === 0 ? (
            <FilterChips label={taskWords.quick} chips={chips} value={chip} onChange={choose} />
          ) : (
            <BatchCommands tasks={[...chosen].flatMap((id) => seen(id) ?? [])} onAll={() => void chooseAll()} onDone={() => setChosen(nobody)} />
          )
        }
        empty={chip === 'all' ? <Empty title={taskWords.none} hint={taskWords.noneHint} /> : <Empty title={taskWords.noneOfChip(chipNames[chip])} hint={taskWords.noneOfChipHint} />}
        onOpen={({ id }) => opened.open(id)}
        selectable={{ selected: chosen, onChange: setChosen }}
        rowName={({ docNo, title }) => docNo ?? title}
        sentence={sentenceOf}
        today={on}
      />
      <TaskSheet id={opened.id} onClose={opened.close} />
      {isDrafting ? <NewTask moduleId={moduleId} onOpen={opened.open} onClose={() => setDrafting(false)} /> : null}
    </SectionPage>
  )
}
