import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import '../../../frame/module.css'
import type { ExceptionDraft, ExceptionIds } from './tuesday-exception.ts'
import { exceptionWords as words } from './vocabulary.ts'

export interface TuesdayExceptionProps {
  readonly ids: ExceptionIds
  readonly draft: ExceptionDraft
  /** Who allowed it so far: he may have left since. */
  readonly chosen: { readonly id: string; readonly name: string } | null
  /** Of a form that shows faults at the field: the sentence for it. */
  readonly faultOf?: (id: string) => string | undefined
  readonly onChange: (id: string, change: Partial<ExceptionDraft>) => void
}

/** 周二无会日: why a meeting is on a Tuesday all the same, and which 党政正职 allowed it. */
export function TuesdayException({ ids, draft, chosen, faultOf, onChange }: TuesdayExceptionProps): ReactNode {
  const { orpc } = useApi()
  const principals = useQuery(orpc.meetings.principals.queryOptions()).data ?? []
  const listed = chosen === null || principals.some(({ id }) => id === chosen.id) ? principals : [...principals, chosen]
  return (
    <>
      <p className="form-notice">{words.notice}</p>
      <FieldRow label={words.reason} id={ids.exceptionReason} required fault={faultOf?.(ids.exceptionReason)}>
        {(field) => <Input {...field} value={draft.exceptionReason} onChange={({ target }) => onChange(ids.exceptionReason, { exceptionReason: target.value })} />}
      </FieldRow>
      <FieldRow label={words.by} id={ids.exceptionBy} required fault={faultOf?.(ids.exceptionBy)}>
        {(field) => <Select<string> {...field} aria-label={words.by} value={draft.exceptionBy} options={listed.map(({ id, name }) => ({ value: id, label: name }))} onChange={(exceptionBy) => onChange(ids.exceptionBy, { exceptionBy })} style={{ width: 240 }} />}
      </FieldRow>
    </>
  )
}
