import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { extensionStates } from '../../../shared/domain/tasks/codes.ts'
import { extensionStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { SheetGrid } from '../../grid/SheetGrid.tsx'
import type { GridColumn } from '../../grid/types.ts'
import { Empty } from '../../ui/Empty.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { chinaTime } from '../module/china-time.ts'
import { listSource } from '../module/list-source.ts'
import { Loaded } from '../module/Loaded.tsx'
import { TaskSheet } from '../tasks/TaskSheet.tsx'
import type { ExtensionRow } from './api-types.ts'
import { DecideExtension } from './DecideExtension.tsx'
import { mostRows, OnlyFirst } from './OnlyFirst.tsx'
import { extensionTones, extensionWords as words, words as common } from './vocabulary.ts'

const columns: readonly GridColumn<ExtensionRow>[] = [
  { field: 'state', title: words.state, width: 90, text: ({ state }) => extensionStateNames[state], render: ({ state }) => <StateTag tone={extensionTones[state]}>{extensionStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: extensionStates.map((value) => ({ value, label: extensionStateNames[value] })) } },
  { field: 'title', title: words.title, width: 280, grow: true, text: ({ title }) => title, sortable: true, filter: { kind: 'text' } },
  { field: 'module', title: words.module, width: 110, text: ({ moduleName }) => moduleName, sortable: true, filter: { kind: 'text' } },
  { field: 'hosts', title: words.hosts, width: 110, text: ({ hosts }) => hosts.join(common.join), sortable: true, filter: { kind: 'text' } },
  { field: 'fromDue', title: words.fromDue, width: 108, text: ({ fromDue }) => fromDue, sortable: true, filter: { kind: 'day' } },
  { field: 'toDue', title: words.toDue, width: 108, text: ({ toDue }) => toDue, sortable: true, filter: { kind: 'day' } },
  { field: 'granted', title: words.granted, width: 80, align: 'right', text: ({ granted }) => words.times(granted), number: ({ granted }) => granted, sortable: true, filter: { kind: 'number' } },
  { field: 'reason', title: words.reason, width: 200, text: ({ reason }) => reason, filter: { kind: 'text' } },
  { field: 'askedBy', title: words.askedBy, width: 80, text: ({ askedBy }) => askedBy, filter: { kind: 'text' } },
  { field: 'askedAt', title: words.askedAt, width: 130, text: ({ askedAt }) => chinaTime(askedAt), sortable: true },
  { field: 'decidedBy', title: words.decidedBy, width: 80, text: ({ decidedBy }) => decidedBy ?? '', filter: { kind: 'text' } },
  { field: 'answer', title: words.answer, width: 160, text: ({ answer }) => answer ?? '', filter: { kind: 'text' } },
]

/** 延期: what is asked for first, then what has been decided. */
export function ExtensionsPart(): ReactNode {
  const { orpc } = useApi()
  const query = useQuery(orpc.extensions.list.queryOptions({ input: { limit: mostRows } }))
  const [openTask, setOpenTask] = useState<string | null>(null)
  const [active, setActive] = useState<ExtensionRow | null>(null)
  const [deciding, setDeciding] = useState<{ readonly row: ExtensionRow; readonly isGranted: boolean } | null>(null)
  const decide = (isGranted: boolean) => {
    if (active !== null) setDeciding({ row: active, isGranted })
  }
  return (
    <Loaded query={query}>
      {({ rows, total }) => (
        <>
          <OnlyFirst total={total} />
          <SheetGrid<ExtensionRow>
            label={words.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ id }) => id, revision: query.dataUpdatedAt })}
            search={words.search}
            tools={
              <>
                <Button type="primary" disabled={active?.mayDecide !== true} onClick={() => decide(true)}>{words.grant}</Button>
                <Button disabled={active?.mayDecide !== true} onClick={() => decide(false)}>{words.refuse}</Button>
              </>
            }
            onActive={setActive}
            onOpen={({ taskId }) => setOpenTask(taskId)}
            rowActions={(row) =>
              row.mayDecide
                ? [
                    { key: 'grant', label: words.grant, onRun: () => setDeciding({ row, isGranted: true }) },
                    { key: 'refuse', label: words.refuse, danger: true, onRun: () => setDeciding({ row, isGranted: false }) },
                  ]
                : []
            }
            rowName={({ title }) => title}
            sentence={sentenceOf}
            empty={<Empty title={words.none} hint={words.noneHint} />}
          />
          <TaskSheet id={openTask} onClose={() => setOpenTask(null)} />
          {deciding === null ? null : <DecideExtension {...deciding} onClose={() => setDeciding(null)} />}
        </>
      )}
    </Loaded>
  )
}
