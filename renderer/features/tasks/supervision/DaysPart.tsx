import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { supervisionDayStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { supervisionDayStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn, RowAction } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import { AgendaSheet } from './AgendaSheet.tsx'
import type { DayRow } from '../orders/api-types.ts'
import { DayForm } from './DayForm.tsx'
import '../orders/orders.css'
import { dayTones, dayWords as words } from '../orders/vocabulary.ts'

const columns: readonly GridColumn<DayRow>[] = [
  { field: 'date', title: words.date, width: 110, text: ({ date }) => date, sortable: true, filter: { kind: 'day' } },
  { field: 'module', title: words.module, width: 130, text: ({ moduleName }) => moduleName, sortable: true, filter: { kind: 'text' } },
  { field: 'state', title: words.state, width: 90, text: ({ state }) => supervisionDayStateNames[state], render: ({ state }) => <StateTag tone={dayTones[state]}>{supervisionDayStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: supervisionDayStates.map((value) => ({ value, label: supervisionDayStateNames[value] })) } },
  { field: 'inspectors', title: words.inspectors, width: 160, text: ({ inspectors }) => inspectors, filter: { kind: 'text' } },
  { field: 'found', title: words.found, width: 96, align: 'right', text: ({ found }) => words.items(found), number: ({ found }) => found, sortable: true },
  { field: 'findings', title: words.findings, width: 360, grow: true, text: ({ findings }) => findings ?? '', filter: { kind: 'text' } },
]

/** A year back and half a year ahead. */
const [daysBack, daysAhead] = [366, 184]

type Asked = { readonly kind: 'plan' } | { readonly kind: 'change' | 'cancel'; readonly row: DayRow }

/** 督查日: one a month for a module, with everything there is to look at on that day. */
export function DaysPart(): ReactNode {
  const { client, orpc } = useApi()
  const mayPlan = may(useMe(), 'task.supervise')
  const on = today()
  const range = { from: dayText(dayNumber(on) - daysBack), to: dayText(dayNumber(on) + daysAhead) }
  const query = useQuery(orpc.supervisionDays.list.queryOptions({ input: range }))
  const [openId, setOpenId] = useState<string | null>(null)
  const [active, setActive] = useState<DayRow | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const actionsOf = (row: DayRow): readonly RowAction[] =>
    mayPlan && row.state === 'planned'
      ? [
          { key: 'change', label: words.change, onRun: () => setAsked({ kind: 'change', row }) },
          { key: 'cancel', label: words.cancel, danger: true, onRun: () => setAsked({ kind: 'cancel', row }) },
        ]
      : []
  return (
    <Loaded query={query}>
      {(rows) => (
        <>
          <SheetGrid<DayRow>
            label={words.list}
            columns={columns}
            source={listSource({ rows: rows.toReversed(), columns, key: ({ id }) => id, revision: query.dataUpdatedAt })}
            tools={
              <>
                <span className="ui-title-note">{words.note}</span>
                {mayPlan && active?.state === 'planned' ? (
                  <>
                    <Button onClick={() => setAsked({ kind: 'change', row: active })}>{words.change}</Button>
                    <Button onClick={() => setAsked({ kind: 'cancel', row: active })}>{words.cancelDay}</Button>
                  </>
                ) : null}
                {mayPlan ? <Button type="primary" onClick={() => setAsked({ kind: 'plan' })}>{words.plan}</Button> : null}
              </>
            }
            onActive={setActive}
            onOpen={({ id }) => setOpenId(id)}
            rowActions={actionsOf}
            rowName={({ moduleName, date }) => words.agenda(moduleName, date)}
            sentence={sentenceOf}
            empty={<Empty title={words.none} hint={words.noneHint} />}
          />
          {openId === null ? null : <AgendaSheet key={openId} id={openId} onClose={() => setOpenId(null)} />}
          {asked?.kind === 'plan' ? <DayForm row={null} onClose={close} /> : null}
          {asked?.kind === 'change' ? <DayForm row={asked.row} onClose={close} /> : null}
          {asked?.kind === 'cancel' ? (
            <ReasonDialog
              title={words.agenda(asked.row.moduleName, asked.row.date)}
              confirm={words.cancelDay}
              danger
              label={words.cancelReason}
              onReason={async (reason) => {
                await client.supervisionDays.cancel({ id: asked.row.id, version: asked.row.version, reason })
                return words.cancelled
              }}
              onClose={close}
            />
          ) : null}
        </>
      )}
    </Loaded>
  )
}
