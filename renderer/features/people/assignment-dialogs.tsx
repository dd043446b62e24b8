import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { DayInput } from '../../frame/DayInput.tsx'
import { dayFaults } from '../../frame/field-faults.ts'
import { FormDialog } from '../../frame/FormDialog.tsx'
import { LastDayDialog } from '../../frame/LastDayDialog.tsx'
import { seesAll } from '../../frame/may.ts'
import { ModuleSelect } from './ModuleSelect.tsx'
import type { Person } from './api-types.ts'
import { PostSelect } from './PostSelect.tsx'
import { formWords, sheetWords } from './vocabulary.ts'

const ids = { module: 'assign-module', post: 'assign-post', from: 'assign-from', to: 'assign-to' } as const

/** 新任职, or with `endOthers` 调动: the present assignments end the day before. */
export function AssignDialog({ person, endOthers, onClose }: { readonly person: Person; readonly endOthers: boolean; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const [moduleId, setModule] = useState<string | null>(null)
  const [postId, setPost] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today())

  async function submit() {
    const latest = endOthers ? person.assignments.filter(({ to }) => to === null).map((present) => present.from).toSorted().at(-1) : undefined
    const faults = [
      ...(moduleId === null ? [{ id: ids.module, sentence: formWords.choose(formWords.module) }] : []),
      ...(postId === null ? [{ id: ids.post, sentence: formWords.choose(formWords.post) }] : []),
      ...dayFaults(ids.from, formWords.start, from),
    ]
    if (faults.length > 0 || moduleId === null || postId === null || from === null) return faults
    if (latest !== undefined && from <= latest) return [{ id: ids.from, sentence: formWords.notAfterPresent(latest) }]
    await client.people.assign({ staffId: person.id, moduleId, postId, from, endOthers })
    notice.done(endOthers ? sheetWords.transferred : sheetWords.assigned)
    return []
  }

  return (
    <FormDialog title={endOthers ? formWords.transferTitle(person.name) : formWords.assignTitle(person.name)} confirm={endOthers ? sheetWords.transfer : sheetWords.newAssignment} onSubmit={submit} onClose={onClose}>
      <p>{endOthers ? formWords.transferNote : formWords.assignNote}</p>
      <FieldRow label={formWords.module} id={ids.module} required>
        {(field) => <ModuleSelect {...field} label={formWords.module} value={moduleId} onChange={setModule} {...(seesAll(me) ? {} : { only: me.heads })} />}
      </FieldRow>
      <FieldRow label={formWords.post} id={ids.post} required>
        {(field) => <PostSelect {...field} label={formWords.post} value={postId} onChange={setPost} />}
      </FieldRow>
      <FieldRow label={formWords.start} id={ids.from} required>
        {(field) => <DayInput {...field} value={from} onChange={setFrom} allowClear={false} />}
      </FieldRow>
    </FormDialog>
  )
}

/** 结束任职: asks for its last day. */
export function EndAssignmentDialog({ assignment, onClose }: { readonly assignment: Person['assignments'][number]; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()

  async function end(to: string): Promise<string> {
    await client.people.endAssignment({ id: assignment.id, to, version: assignment.version })
    return sheetWords.ended
  }

  return <LastDayDialog title={formWords.endTitle(assignment.postName)} confirm={sheetWords.endAssignment} label={formWords.lastDay} from={assignment.from} backwards={formWords.beforeStart(assignment.from)} onDay={end} onClose={onClose} />
}
