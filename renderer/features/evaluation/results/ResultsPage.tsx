import { useMemo, useState, type ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import { failureOf, sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn, GridSort } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { HistorySheet } from './history/HistorySheet.tsx'
import { historyWords } from './history/vocabulary.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { ExplanationSheet } from './ExplanationSheet.tsx'
import { PoolLine } from './PoolLine.tsx'
import { poolLines } from './pool-lines.ts'
import { ResultDocuments } from './ResultDocuments.tsx'
import { PrintNotices } from './PrintNotices.tsx'
import { PrintPublicity } from './PrintPublicity.tsx'
import './results.css'
import { useResultContext } from './use-results.ts'
import { VersionList } from './VersionList.tsx'
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
  /** What stands over the list besides the places. */
  readonly above?: ReactNode
}

interface Listed {
  readonly staffId: string
  readonly staffName: string
  readonly moduleName: string
  readonly pool: string | null
  readonly grade: string
  readonly decidedGrade: string | null
}

/** The results of a period: places, grid, why, versions, and what is printed of them. */
export function ResultsPage<Row extends Listed>({ kind, period, line, query, columnsOf, totalOf, sort, above }: ResultsPageProps<Row>): ReactNode {
  const context = useResultContext(period, query.data !== undefined)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Row | null>(null)
  const [history, setHistory] = useState<Row | null>(null)
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
        return (
          <TabPage heading={heading} note={line}>
            {lines.length === 0 ? null : (
              <div className="evaluation-line result-line">
                <span>{resultWords.places}</span>
                <PoolLine kind={kind} lines={lines} />
              </div>
            )}
            {above}
            <SheetGrid<Row>
              label={resultWords.list}
              columns={columns}
              source={listSource({ rows, columns, key: ({ staffId }) => staffId, revision: query.dataUpdatedAt, scope: period.id, name: ({ staffName }) => staffName })}
              search={resultWords.search}
              initial={{ sort: [sort] }}
              onOpen={setAsked}
              {...(context.mayNotify ? { selectable: { selected, onChange: setSelected } } : {})}
              rowActions={(row) => [
                { key: 'why', label: resultWords.why, onRun: () => setAsked(row) },
                { key: 'history', label: historyWords.open, onRun: () => setHistory(row) },
              ]}
              rowName={({ staffName }) => staffName}
              sentence={sentenceOf}
              empty={<Empty title={resultWords.notShown} hint={resultWords.notShownHint} />}
              tools={
                <>
                  <VersionList kind={kind} code={period.code} label={resultWords.version(resultVersion, resultWords.states[state])} versions={context.versions} mayCompare={context.mayPrint} />
                  {rows.length > 0 && context.mayNotify ? <PrintNotices code={period.code} selected={selected} /> : null}
                  {rows.length > 0 && context.mayPrint ? <PrintPublicity code={period.code} /> : null}
                  {rows.length > 0 && context.mayNotify ? <ResultDocuments code={period.code} staffIds={selected.size > 0 ? [...selected] : null} isWhole={context.mayPrint} /> : null}
                </>
              }
            />
            <ExplanationSheet code={period.code} person={asked === null ? null : { staffId: asked.staffId, staffName: asked.staffName, total: totalOf(asked) }} onClose={() => setAsked(null)} />
            <HistorySheet person={history} onClose={() => setHistory(null)} />
          </TabPage>
        )
      }}
    </Loaded>
  )
}
