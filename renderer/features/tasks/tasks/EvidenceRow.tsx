import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { evidenceWords } from './vocabulary.ts'

export interface EvidenceRowProps {
  readonly taskId: string
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Which of the task's attachments show what was done; they stay with the log. */
export function EvidenceRow({ taskId, value, onChange }: EvidenceRowProps): ReactNode {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.attachments.list.queryOptions({ input: { owner: { kind: 'task', id: taskId } } }))
  const files = (data?.rows ?? []).filter(({ removedAt }) => removedAt === null)
  return (
    <FieldRow label={evidenceWords.title} help={files.length === 0 ? evidenceWords.none : evidenceWords.help} isGroup>
      {({ status: _, ...field }) => <Checkbox.Group {...field} value={[...value]} options={files.map(({ id, name }) => ({ value: id, label: name }))} onChange={onChange} />}
    </FieldRow>
  )
}
