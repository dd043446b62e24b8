import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { isCalendarDay } from '../../../../shared/lib/calendar-day.ts'
import { useApi, useRevision } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn, GridSource } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { momentText } from '../../../frame/dates.ts'
import { DayInput } from '../../../frame/DayInput.tsx'
import { SystemPage } from '../system/SystemPage.tsx'
import { systemWords } from '../system/vocabulary.ts'
import { auditWords as words } from './vocabulary.ts'
import { AuditSheet } from './AuditSheet.tsx'
import { actorText, summaryLine } from './audit-detail.ts'
import type { AuditRow } from './api-types.ts'


interface Filter {
  readonly actor: string | null
  readonly action: string | null
  readonly text: string
  readonly from: string | null
  readonly to: string | null
}

const nothing: Filter = { actor: null, action: null, text: '', from: null, to: null }

const columns: readonly GridColumn<AuditRow>[] = [
  { field: 'seq', title: words.seq, width: 80, align: 'right', text: ({ seq }) => String(seq) },
  { field: 'at', title: words.at, width: 148, text: ({ at }) => momentText(at) },
  { field: 'actor', title: words.actor, width: 112, text: ({ actor }) => actorText(actor) },
  { field: 'action', title: words.action, width: 176, text: ({ actionName }) => actionName },
  { field: 'subject', title: words.subject, width: 240, text: ({ subjectName, subject }) => subjectName ?? subject ?? systemWords.none },
  { field: 'detail', title: words.detail, width: 480, text: ({ summary }) => summaryLine(summary) },
]

/** The audit log: who did what when, filtered, and each entry in full. */
export function AuditSection(): ReactNode {
  const { client, orpc } = useApi()
  const revision = useRevision('audit')
  const choices = useQuery(orpc.system.auditChoices.queryOptions())
  const [filter, setFilter] = useState<Filter>(nothing)
  const [opened, setOpened] = useState<AuditRow | null>(null)
  const asked = useDeferredValue(filter)

  const source = useMemo((): GridSource<AuditRow> => {
    const { actor, action, text, from, to } = asked
    const input = { ...(actor === null ? {} : { actor }), ...(action === null ? {} : { action }), ...(text.trim() === '' ? {} : { text: text.trim() }), ...dayOf('from', from), ...dayOf('to', to) }
    return { load: ({ offset, limit }, signal) => client.system.audit({ offset, limit, ...input }, { signal }), key: ({ seq }) => String(seq), revision, scope: JSON.stringify(input) }
  }, [client, asked, revision])

  return (
    <SystemPage section="audit">
      <SheetGrid
        label={words.rows}
        columns={columns}
        source={source}
        tools={<AuditFilter filter={filter} onChange={setFilter} actors={choices.data?.actors ?? []} actions={choices.data?.actions ?? []} />}
        empty={<Empty title={words.empty} hint={isBackwards(asked) ? words.backwards : words.emptyHint} />}
        sentence={sentenceOf}
        onOpen={setOpened}
      />
      {opened === null ? null : <AuditSheet entry={opened} onClose={() => setOpened(null)} />}
    </SystemPage>
  )
}

/** What is no day yet limits nothing; its field says what is wrong with it. */
function dayOf(end: 'from' | 'to', value: string | null): Partial<Record<'from' | 'to', string>> {
  return value === null || !isCalendarDay(value) ? {} : { [end]: value }
}

function isBackwards({ from, to }: Filter): boolean {
  return from !== null && to !== null && isCalendarDay(from) && isCalendarDay(to) && to < from
}

interface AuditFilterProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly actors: readonly string[]
  readonly actions: readonly { readonly action: string; readonly name: string }[]
}

function AuditFilter({ filter, onChange, actors, actions }: AuditFilterProps): ReactNode {
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change })
  const finds = (typed: string, option?: { readonly label: string }) => option?.label.toLowerCase().includes(typed.trim().toLowerCase()) ?? false
  return (
    <div className="audit-filter" role="search" aria-label={words.rows}>
      <Input aria-label={words.text} placeholder={words.text} allowClear maxLength={50} value={filter.text} onChange={(event) => set({ text: event.target.value })} style={{ width: 200 }} />
      <Select<string, { readonly value: string; readonly label: string }> aria-label={words.actor} placeholder={words.anyActor} allowClear showSearch={{ filterOption: finds }} value={filter.actor} options={actors.map((actor) => ({ value: actor, label: actorText(actor) }))} onChange={(actor: string | undefined) => set({ actor: actor ?? null })} style={{ width: 144 }} />
      <Select<string, { readonly value: string; readonly label: string }> aria-label={words.action} placeholder={words.anyAction} allowClear showSearch={{ filterOption: finds }} value={filter.action} options={actions.map(({ action, name }) => ({ value: action, label: name }))} onChange={(action: string | undefined) => set({ action: action ?? null })} style={{ width: 184 }} />
      <span>{words.from}</span>
      <DayInput label={words.from} value={filter.from} onChange={(from) => set({ from })} />
      <span>{words.to}</span>
      <DayInput label={words.to} value={filter.to} onChange={(to) => set({ to })} />
      <Button disabled={filter === nothing} onClick={() => onChange(nothing)}>
        {words.clear}
      </Button>
    </div>
  )
}
