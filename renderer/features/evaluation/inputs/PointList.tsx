import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { RowAction } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import type { PointRow } from '../../plans/api-types.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import { ProposeRuling } from '../rulings/ProposeRuling.tsx'
import { DeclarePoint } from './DeclarePoint.tsx'
import type { InputProps } from './input-props.ts'
import { pointColumns } from './point-columns.tsx'
import { isOffered, pointStepNames, stepsOf, type PointStep } from './point-steps.ts'
import { pointWords } from './vocabulary.ts'

type Asked = { readonly kind: 'declare' } | { readonly kind: 'reject'; readonly points: readonly PointRow[] } | { readonly kind: 'exempt'; readonly point: PointRow }

/** 荣誉, 通报 and 扣分 of a quarter, on their way from 申报 to 审定. */
export function PointList({ period, isOpen }: InputProps): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const points = useQuery(orpc.points.list.queryOptions({ input: { periodId: period.id } }))
  const columns = useMemo(pointColumns, [])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isBusy, setBusy] = useState(false)
  const steps = isOpen ? stepsOf(me) : []
  const mayExempt = me.capabilities.includes('ruling.propose')
  const mayDeclare = isOpen && me.capabilities.includes('point.declare')

  function send(step: PointStep, { kind, id, version }: PointRow, reason: string) {
    switch (step) {
      case 'verify':
        return client.points.verify({ kind, id, version })
      case 'approve':
        return client.points.approve({ kind, id, version })
      case 'reject':
        return client.points.reject({ kind, id, version, reason })
    }
  }

  /** One after the other; what is refused is said, the rest is done. */
  async function take(step: PointStep, rows: readonly PointRow[], reason = ''): Promise<string> {
    const failures: unknown[] = []
    setBusy(true)
    for (const row of rows) await send(step, row, reason).catch((error: unknown) => failures.push(error))
    setBusy(false)
    setSelected(new Set())
    const done = rows.length - failures.length
    if (failures.length > 0) throw new PartlyDone(pointWords.someFailed(done, failures.length, sentenceOf(failures[0])))
    return pointWords.done(pointStepNames[step], done)
  }

  function begin(step: PointStep, rows: readonly PointRow[]): void {
    if (step === 'reject') setAsked({ kind: 'reject', points: rows })
    else void take(step, rows).then(notice.done, (error: unknown) => notice.failed(partlyDone(error)))
  }

  function actionsOf(row: PointRow): readonly RowAction[] {
    return [
      ...steps.filter((step) => isOffered(step, row, me)).map((step) => ({ key: step, label: pointStepNames[step], danger: step === 'reject', onRun: () => begin(step, [row]) })),
      ...(isOpen && mayExempt && row.kind === 'deduction' && !row.exempt && row.staffId !== me.staffId ? [{ key: 'exempt', label: pointWords.exemptAction, onRun: () => setAsked({ kind: 'exempt', point: row }) }] : []),
    ]
  }

  return (
    <Loaded query={points}>
      {(rows) => {
        const chosen = rows.filter(({ id }) => selected.has(id))
        return (
          <>
            <SheetGrid<PointRow>
              label={pointWords.list}
              columns={columns}
              source={listSource({ rows, columns, key: ({ id }) => id, revision: points.dataUpdatedAt, scope: period.id, name: ({ staffName }) => staffName })}
              search={pointWords.search}
              {...(steps.length > 0 ? { selectable: { selected, onChange: setSelected } } : {})}
              rowActions={actionsOf}
              rowName={({ staffName }) => staffName}
              sentence={sentenceOf}
              empty={<Empty title={pointWords.empty} hint={pointWords.emptyHint} />}
              tools={
                <>
                  {steps.map((step) => {
                    const offered = chosen.filter((row) => isOffered(step, row, me))
                    return <Button key={step} disabled={offered.length === 0 || isBusy} onClick={() => begin(step, offered)}>{pointWords.ofChosen(pointStepNames[step], offered.length)}</Button>
                  })}
                  {mayDeclare ? <Button type="primary" onClick={() => setAsked({ kind: 'declare' })}>{pointWords.declare}</Button> : null}
                </>
              }
            />
            {asked?.kind === 'declare' ? <DeclarePoint period={period} onClose={() => setAsked(null)} /> : null}
            {asked?.kind === 'reject' ? (
              <ReasonDialog
                title={pointWords.rejectTitle(asked.points.length)}
                confirm={pointWords.reject}
                danger
                label={pointWords.rejectReason}
                onClose={() => setAsked(null)}
                onReason={(reason) => take('reject', asked.points, reason)}
              />
            ) : null}
            {asked?.kind === 'exempt' ? (
              <ProposeRuling kind="exemption" period={period} deductionId={asked.point.id} onClose={() => setAsked(null)} />
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

/** Some were done and some refused; the message is the sentence. */
class PartlyDone extends Error {}

function partlyDone(error: unknown): string {
  return error instanceof PartlyDone ? error.message : sentenceOf(error)
}
