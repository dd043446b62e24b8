import { Button, Popover } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/evaluation/cycle.ts'
import { useApi } from '../../../api/api.ts'
import { failureOf, sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn, GridSort } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { momentText, periodTitle } from '../dates.ts'
import { TabPage } from '../TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { listSource } from '../../module/list-source.ts'
import { Loaded } from '../../module/Loaded.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import type { Decidable } from './decision.ts'
import { ExplanationSheet } from './ExplanationSheet.tsx'
import { PoolLine } from './PoolLine.tsx'
import { poolLines } from './pool-lines.ts'
import './results.css'
import { useResultContext } from './use-results.ts'
import { resultWords } from './vocabulary.ts'

interface Answer<Row> {
  readonly resultVersion: number
  readonly state: 'computed' | 'published'
  readonly rows: readonly Row[]
}

export interface ResultsPageProps<Row> {
  readonly kind: PeriodKind
  readonly period: ChosenPeriod
  /** The parts of the section. */
  readonly line: ReactNode
  readonly query: { readonly data: Answer<Row> | undefined; readonly error: unknown; readonly refetch: () => unknown; readonly dataUpdatedAt: number }
  readonly columnsOf: (rows: readonly Row[], onWhy: (row: Row) => void) => readonly GridColumn<Row>[]
  readonly totalOf: (row: Row) => string
  readonly sort: GridSort
  /** The sheet that is printed for 公示. */
  readonly paper: (rows: readonly Row[]) => ReactNode
}

/** The results of a period: places, grid, why, and the decisions of the meeting. */
export function ResultsPage<Row extends Decidable>({ kind, period, line, query, columnsOf, totalOf, sort, paper }: ResultsPageProps<Row>): ReactNode {
  const { desktop } = useApi()
  const context = useResultContext(period, query.data !== undefined)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Row | null>(null)
  const [deciding, setDeciding] = useState<readonly Row[] | null>(null)
  const heading = periodTitle(period.code)
  const { data } = query
  const columns = useMemo(() => columnsOf(data?.rows ?? [], setAsked), [data, columnsOf])

  if (data === undefined && query.error !== null && failureOf(query.error).code === 'not_frozen') {
    return (
      <TabPage heading={heading} note={line} body="scroll">
        <Empty title={resultWords.notComputed(heading)} hint={resultWords.notComputedHint} action={<ToCycle />} />
      </TabPage>
    )
  }
  return (
    <Loaded query={query}>
      {({ resultVersion, state, rows }) => {
        const lines = poolLines(kind, context.pools, rows)
        // Of several people those already decided are left as they are; one alone may be decided anew.
        const chosen = rows.filter(({ staffId, decidedGrade }) => selected.has(staffId) && (decidedGrade === null || selected.size === 1))
        return (
          <TabPage
            heading={heading}
            note={
              <>
                {line}
                <Popover title={resultWords.versions} trigger="click" placement="bottomLeft" content={<Versions versions={context.versions} />}>
                  <Button size="small">{resultWords.version(resultVersion, resultWords.states[state])}</Button>
                </Popover>
              </>
            }
            actions={rows.length === 0 || !context.mayPrint ? null : <Button onClick={() => void desktop.print()}>{resultWords.print}</Button>}
          >
            {lines.length === 0 ? null : (
              <div className="evaluation-line result-line">
                <span>{resultWords.places}</span>
                <PoolLine kind={kind} lines={lines} />
              </div>
            )}
            <SheetGrid<Row>
              label={resultWords.list}
              columns={columns}
              source={listSource({ rows, columns, key: ({ staffId }) => staffId, revision: query.dataUpdatedAt, scope: period.id, name: ({ staffName }) => staffName })}
              search={resultWords.search}
              initial={{ sort: [sort] }}
              onOpen={setAsked}
              {...(context.mayDecide ? { selectable: { selected, onChange: setSelected } } : {})}
              rowActions={(row) => [
                { key: 'why', label: resultWords.why, onRun: () => setAsked(row) },
                ...(context.mayDecide ? [{ key: 'decide', label: resultWords.decide, onRun: () => setDeciding([row]) }] : []),
              ]}
              rowName={({ staffName }) => staffName}
              sentence={sentenceOf}
              empty={<Empty title={resultWords.notShown} hint={resultWords.notShownHint} />}
              tools={context.mayDecide ? <Button type="primary" disabled={chosen.length === 0} onClick={() => setDeciding(chosen)}>{resultWords.decideOf(chosen.length)}</Button> : null}
            />
            <ExplanationSheet code={period.code} person={asked === null ? null : { staffId: asked.staffId, staffName: asked.staffName, total: totalOf(asked) }} onClose={() => setAsked(null)} />
            {deciding === null ? null : (
              <DecideDialog
                code={period.code}
                kind={kind}
                people={deciding}
                lines={lines}
                meeting={context.meeting}
                onMeeting={context.setMeeting}
                onClose={() => {
                  setDeciding(null)
                  setSelected(new Set())
                }}
              />
            )}
            {rows.length === 0 || !context.mayPrint ? null : paper(rows)}
          </TabPage>
        )
      }}
    </Loaded>
  )
}

function Versions({ versions }: { readonly versions: ReturnType<typeof useResultContext>['versions'] }): ReactNode {
  return (
    <ul className="result-versions">
      {versions.map(({ resultVersion, state, computedAt, computedBy }) => (
        <li key={resultVersion}>{resultWords.versionLine(resultVersion, resultWords.states[state], momentText(computedAt), computedBy)}</li>
      ))}
    </ul>
  )
}
