import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { today } from '../../api/today.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { TaskPaper } from './TaskPaper.tsx'
import type { Task } from './TaskSheet.tsx'
import { paperWords } from './vocabulary.ts'

/** As many as are printed at one go. */
const most = 100

/** 打印交办单: the chosen tasks, one a page. */
export function PrintOrders({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [tasks, setTasks] = useState<readonly Task[] | null>(null)
  const [isLoading, setLoading] = useState(false)

  useEffect(() => {
    if (tasks !== null) void desktop.print().finally(() => setTasks(null))
  }, [tasks, desktop])

  async function load(): Promise<void> {
    setLoading(true)
    try {
      setTasks(await Promise.all(ids.slice(0, most).map((id) => client.tasks.get({ id, on: today() }))))
      if (ids.length > most) notice.done(paperWords.onlyFirst(most))
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setLoading(false)
    }
  }

  return (
    <>
      <Button loading={isLoading} onClick={() => void load()}>{paperWords.printOf(Math.min(ids.length, most))}</Button>
      {tasks === null ? null : <TaskPaper tasks={tasks} />}
    </>
  )
}
