import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import type { PeriodRow, SummaryListRow } from '../../plans/api-types.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { SummarySheet } from './SummarySheet.tsx'
import { summaryWords } from './vocabulary.ts'

export interface SummaryListProps {
  readonly period: PeriodRow
  readonly parts: ReactNode
}

/** 提交情况: who has handed in his 个人小结, who is late, and what they wrote. */
export function SummaryList({ period, parts }: SummaryListProps): ReactNode {
  const { orpc } = useApi()
  const list = useQuery(orpc.summaries.list.queryOptions({ input: { periodId: period.id } }))
  const [isMissing, setMissing] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const columns = useMemo(() => summaryColumns(setOpen), [])
  const rows = list.data?.rows ?? []
  const printed = rows.filter(({ text }) => text !== null).length
  const left = rows.length - printed
  return (
    <TabPage
      heading={periodTitle(period.code)}
      note={parts}
      actions={<PaperButton disabled={printed === 0} label={summaryWords.printAll(printed)} name={summaryWords.title} load={(client) => client.papers.summaries({ periodId: period.id, staffIds: null })} />}
    >
      <Loaded query={list}>
        {() => (
          <SheetGrid<SummaryListRow>
            label={summaryWords.list}
            columns={columns}
            source={listSource({ rows: rows.filter(({ state }) => !isMissing || state !== 'submitted'), columns, key: ({ staffId }) => staffId, version: () => 1, revision: list.dataUpdatedAt, scope: `${period.id}:${String(isMissing)}`, name: ({ name }) => name })}
            rowName={({ name }) => name}
            sentence={sentenceOf}
            empty={rows.length === 0 ? <Empty title={summaryWords.nobody} hint={summaryWords.nobodyHint} /> : <Empty title={summaryWords.noneLeft} />}
            tools={
              <>
                <Segmented size="small" value={isMissing ? 'missing' : 'all'} options={[{ value: 'all', label: summaryWords.all }, { value: 'missing', label: summaryWords.missing }]} onChange={(value) => setMissing(value === 'missing')} />
                {left > 0 ? <StateTag tone="accent">{summaryWords.left(left)}</StateTag> : <StateTag tone="good">{summaryWords.complete}</StateTag>}
              </>
            }
          />
        )}
      </Loaded>
      <SummarySheet periodId={period.id} staffId={open} onTurn={setOpen} onClose={() => setOpen(null)} />
    </TabPage>
  )
}

function summaryColumns(onOpen: (staffId: string) => void): readonly GridColumn<SummaryListRow>[] {
  return [
    { field: 'code', title: summaryWords.code, width: 96, hidden: true, text: ({ code }) => code, sortable: true },
    { field: 'name', title: summaryWords.name, width: 120, pinned: 'left', text: ({ name }) => name, render: ({ staffId, name }) => <button type="button" className="link" onClick={() => onOpen(staffId)}>{name}</button>, sortable: true },
    { field: 'module', title: summaryWords.module, width: 200, text: ({ moduleNames }) => moduleNames.join(summaryWords.listJoin), sortable: true },
    { field: 'state', title: summaryWords.state, width: 112, text: ({ state }) => summaryWords.states[state], render: ({ state }) => <StateTag tone={state === 'submitted' ? 'good' : 'warn'}>{summaryWords.states[state]}</StateTag>, sortable: true },
    { field: 'day', title: summaryWords.day, width: 128, text: ({ submittedOn }) => submittedOn ?? '', sortable: true },
    { field: 'late', title: summaryWords.late, width: 140, text: ({ daysLate }) => (daysLate === 0 ? '' : summaryWords.lateDays(daysLate)), number: ({ daysLate }) => daysLate, sortable: true },
  ]
}
