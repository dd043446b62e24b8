import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { Section } from '../../../ui/Section.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import '../../../frame/module.css'
import { MilestoneDays } from './MilestoneDays.tsx'
import { PlanMilestones } from './PlanMilestones.tsx'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { milestoneWords as words, sheetWords } from './vocabulary.ts'

/** 节点 of a task: what stands by when, and whether it does. */
export function Milestones({ task }: { readonly task: Task }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [isPlanning, setPlanning] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const { milestones, mayPlan, mayFinish } = task

  async function finish({ id, name, doneOn }: Task['milestones'][number]): Promise<void> {
    setBusy(id)
    try {
      await client.tasks.finishMilestone({ id: task.id, version: task.version, milestoneId: id, doneOn: doneOn === null ? today() : null })
      notice.done(doneOn === null ? words.finished(name) : words.undone(name))
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }

  return (
    <Section title={words.title} actions={mayPlan ? <Button size="small" onClick={() => setPlanning(true)}>{words.plan}</Button> : undefined}>
      {milestones.length === 0 ? (
        <p className="ui-title-note">{words.none}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.due}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.doneOn}</th>
              {mayFinish ? <th scope="col" aria-label={words.finish} /> : null}
            </tr>
          </thead>
          <tbody>
            {milestones.map((milestone) => (
              <tr key={milestone.id}>
                <td>{milestone.name}</td>
                <td className="one-line">{milestone.due}</td>
                <td className="one-line"><Standing milestone={milestone} /></td>
                <td className="one-line">{milestone.doneOn ?? sheetWords.none}</td>
                {mayFinish ? (
                  <td className="one-line">
                    <Button size="small" loading={busy === milestone.id} onClick={() => void finish(milestone)}>{milestone.doneOn === null ? words.finish : words.undo}</Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isPlanning ? <PlanMilestones task={task} onClose={() => setPlanning(false)} /> : null}
    </Section>
  )
}

function Standing({ milestone: { due, doneOn } }: { readonly milestone: Task['milestones'][number] }): ReactNode {
  if (doneOn !== null) return words.done
  return <MilestoneDays due={due} on={today()} />
}
