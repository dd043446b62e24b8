import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { TaskSheet } from '../tasks/TaskSheet.tsx'
import type { ExtensionRow } from '../orders/api-types.ts'
import { DecideExtension } from '../orders/DecideExtension.tsx'
import { extensionColumns } from './extension-columns.tsx'
import { useExtensions } from './use-lists.ts'
import { extensionWords as words } from '../orders/vocabulary.ts'

/** 延期: what is asked for first, then what has been decided. */
export function ExtensionsPart(): ReactNode {
  const source = useExtensions()
  const [openTask, setOpenTask] = useState<string | null>(null)
  const [active, setActive] = useState<ExtensionRow | null>(null)
  const [deciding, setDeciding] = useState<{ readonly row: ExtensionRow; readonly isGranted: boolean } | null>(null)
  const decide = (isGranted: boolean) => {
    if (active !== null) setDeciding({ row: active, isGranted })
  }
  return (
    <>
      <SheetGrid
        label={words.list}
        columns={extensionColumns}
        source={source}
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
  )
}
