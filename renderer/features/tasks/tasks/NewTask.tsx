import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { usePeople } from '../../people/use-people.ts'
import { draftsForSelf, emptyDraft, mayIssue, modulesToDraftFor, readDraft, rowOf, type DraftInput, type TaskDraft } from './task-form.ts'
import { TaskFields } from './TaskFields.tsx'
import { formWords } from './vocabulary.ts'

export interface NewTaskProps {
  /** The module it is for, unless another one is chosen. */
  readonly moduleId: string | undefined
  /** Opens the task that was made but did not come as far as it should. */
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** How far a new task is to go at once. */
type Way = 'draft' | 'propose' | 'issue'

/** 新建任务: a draft, at once proposed or issued where one may. */
export function NewTask({ moduleId, onOpen, onClose }: NewTaskProps): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const people = usePeople()
  const modules = modulesToDraftFor(me)
  const [first] = useState<TaskDraft>(() => {
    const module = moduleId ?? (modules !== null && modules.length === 1 ? (modules[0] ?? null) : null)
    return { ...emptyDraft, moduleId: module, hosts: draftsForSelf(me, module) && me.staffId !== null ? [me.staffId] : [] }
  })
  const [draft, setDraft] = useState(first)
  const canIssue = mayIssue(me, draft)

  const { faults, isSending, send, drop } = useSubmit(async (way: Way) => {
    const reading = readDraft(draft, null, (id) => people.find((person) => person.id === id)?.name ?? id)
    if (reading.kind === 'bad') return reading.faults
    await save(reading.input, way)
    onClose()
    return []
  }, rowOf)

  async function save(input: DraftInput, way: Way): Promise<void> {
    const { id, code } = await client.tasks.draft({ ...input, parties: [...input.parties] })
    let state: keyof typeof taskStateNames = 'draft'
    try {
      if (way === 'draft') {
        notice.done(formWords.savedDraft(code))
        return
      }
      const { version } = await client.tasks.get({ id, on: today() })
      const proposed = await client.tasks.propose({ id, version })
      state = proposed.state
      if (way === 'issue') await client.tasks.issue({ id, version: proposed.version })
      notice.done(way === 'issue' ? formWords.issued(code) : formWords.proposed(code))
    } catch (error) {
      // The draft is there: it is shown, with what went wrong after it.
      notice.failed(formWords.halfDone(code, taskStateNames[state], sentenceOf(error)))
      onOpen(id)
    }
  }

  return (
    <FormSheet
      title={formWords.newTitle}
      faults={faults}
      isSending={isSending}
      isDirty={JSON.stringify(draft) !== JSON.stringify(first)}
      confirm={canIssue ? formWords.saveAndIssue : formWords.saveAndPropose}
      others={
        <>
          <Button disabled={isSending} onClick={() => send('draft')}>{formWords.saveDraft}</Button>
          {canIssue ? <Button disabled={isSending} onClick={() => send('propose')}>{formWords.saveAndPropose}</Button> : null}
        </>
      }
      onSubmit={() => send(canIssue ? 'issue' : 'propose')}
      onClose={onClose}
    >
      <TaskFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} modules={modules} isOwn={draftsForSelf(me, draft.moduleId)} />
    </FormSheet>
  )
}
