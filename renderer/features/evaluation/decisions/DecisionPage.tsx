import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { failureOf, refusalOf, sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { EditOutcome, RowEdit } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { may } from '../../../frame/may.ts'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import { AskButton } from '../../../frame/AskButton.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { decidableGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { PoolLine } from '../results/PoolLine.tsx'
import { poolLines } from '../results/pool-lines.ts'
import { poolName } from '../results/result-columns.tsx'
import '../results/results.css'
import { resultWords } from '../results/vocabulary.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { tabWords } from '../vocabulary.ts'
import type { DecisionAnswer, DecisionRow } from './api-types.ts'
import { decisionColumns } from './decision-columns.tsx'
import { bySuggestion, readEdits, type DecidedRow } from './decision-edits.ts'
import { decisionWords as words } from './vocabulary.ts'

export interface DecisionPageProps {
  readonly period: ChosenPeriod
  /** The parts of the section. */
  readonly line: ReactNode
}

/** 会议审定: everybody in the order of the engine, the places as they are given, and what the meeting decides. */
export function DecisionPage({ period, line }: DecisionPageProps): ReactNode {
  const { orpc } = useApi()
  const query = useQuery(orpc.decisions.list.queryOptions({ input: { code: period.code } }))
  const heading = periodTitle(period.code)
  if (query.data === undefined && query.error !== null && failureOf(query.error).code === 'not_frozen') {
    return (
      <TabPage heading={heading} note={line} body="scroll">
        <Empty title={resultWords.notComputed(heading)} hint={resultWords.notComputedHint} action={<ToCycle />} />
      </TabPage>
    )
  }
  return <Loaded query={query}>{(answer) => <Table period={period} line={line} answer={answer} revision={query.dataUpdatedAt} />}</Loaded>
}

/** Waits for the reason of those who are decided otherwise than suggested; the grid hears what became of its edits. */
interface Asking {
  readonly people: readonly DecisionRow[]
  readonly rows: readonly DecidedRow[]
  readonly answer: (outcome: EditOutcome) => void
}

const everyPool = '*'

function Table({ period, line, answer, revision }: DecisionPageProps & { readonly answer: DecisionAnswer; readonly revision: number }): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const { isBusy, run } = useCommand()
  const { kind, code } = period
  const [meeting, setMeeting] = useState(() => answer.rows.findLast((row) => row.meeting !== null && row.clause === null)?.meeting ?? '')
  const [pool, setPool] = useState<string>(everyPool)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<Asking | null>(null)
  const [before, setBefore] = useState<readonly DecidedRow[] | null>(null)
  const mayDecide = answer.isOpen && may(me, 'ruling.decide')
  const columns = useMemo(() => decisionColumns(kind, mayDecide), [kind, mayDecide])
  const people = useMemo(() => new Map(answer.rows.map((row) => [row.staffId, row])), [answer])
  const rows = pool === everyPool ? answer.rows : answer.rows.filter((row) => (row.pool ?? '') === pool)
  const lines = poolLines(kind, answer.pools, answer.rows.map((row) => ({ pool: row.pool, grade: row.suggested, decidedGrade: row.decided })))
  const free = (row: DecisionRow) => row.clause === null && row.staffId !== me.staffId
  const { taken: undecided, leftOut } = bySuggestion(rows.filter(free), selected)
  const decided = rows.filter((row) => selected.has(row.staffId) && free(row) && row.decided !== null)
  const left = rows.filter((row) => row.decided === null).length
  const meetingFault = meeting.trim() === '' ? words.meetingMissing : meeting.trim().length > 50 ? words.meetingLong : null

  async function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    const read = readEdits(edits, people)
    const refuse = (keys: readonly string[], field: string, reason: string): EditOutcome => ({ applied: [], refused: keys.map((key) => ({ key, field, reason })) })
    if (meetingFault !== null) return refuse(edits.map(({ key }) => key), 'decided', meetingFault)
    if (read.withoutGrade.length > 0) return refuse(read.withoutGrade, 'reason', words.reasonWithout)
    if (read.departing.length > 0) return new Promise((answer) => setAsking({ people: read.departing, rows: read.rows, answer }))
    return decide(read.rows)
  }

  async function decide(list: readonly DecidedRow[]): Promise<EditOutcome> {
    await client.decisions.decide({ code, meeting: meeting.trim(), rows: [...list] })
    return { applied: list.map(({ staffId }) => ({ key: staffId, version: 1 })), refused: [] }
  }

  async function decideWithReason({ people: departing, rows: list, answer: tell }: Asking, reason: string): Promise<string> {
    const ids = new Set(departing.map(({ staffId }) => staffId))
    tell(await decide(list.map((row) => (ids.has(row.staffId) ? { ...row, reason } : row))))
    return words.done(list.length)
  }

  function giveUp({ people: departing, answer: tell }: Asking): void {
    tell({ applied: [], refused: departing.map(({ staffId }) => ({ key: staffId, field: 'decided', reason: words.reasonNeeded })) })
    setAsking(null)
  }

  /** Decides many at once, and keeps what was there for 恢复. */
  function decideMany(list: readonly DecidedRow[], said: string): void {
    const kept = list.map(({ staffId }) => ({ staffId, grade: people.get(staffId)?.decided ?? null, reason: people.get(staffId)?.reason ?? null }))
    if (meetingFault !== null) {
      notice.failed(meetingFault)
      return
    }
    void run(async () => {
      await client.decisions.decide({ code, meeting: meeting.trim(), rows: [...list] })
      setSelected(new Set())
      setBefore(kept)
      return said
    })
  }

  const commands = (
    <span className="decide-commands">
      <PaperButton label={words.print} name={words.paper} load={(paper) => paper.papers.decisions({ code, meeting: meeting.trim().slice(0, 50) })} />
      {before === null || !mayDecide ? null : (
        <Button
          disabled={isBusy}
          onClick={() =>
            void run(async () => {
              await client.decisions.decide({ code, meeting: meeting.trim(), rows: [...before] })
              setBefore(null)
              return words.restored
            })
          }
        >
          {words.restore}
        </Button>
      )}
      {decided.length === 0 ? null : <Button disabled={isBusy} onClick={() => decideMany(decided.map(({ staffId }) => ({ staffId, grade: null, reason: null })), words.takenBack(decided.length))}>{words.takeBack(decided.length)}</Button>}
      {mayDecide ? (
        <AskButton
          label={words.bySuggestion(undecided.length)}
          question={words.bySuggestionQuestion(undecided.length)}
          consequence={meetingFault ?? words.bySuggestionCounts(gradeCounts(kind, undecided), leftOut.length)}
          mayConfirm={meetingFault === null}
          disabled={undecided.length === 0}
          isBusy={isBusy}
          onConfirm={() => decideMany(undecided.map(({ staffId, suggested }) => ({ staffId, grade: suggested, reason: null })), words.done(undecided.length))}
        />
      ) : null}
    </span>
  )

  return (
    <TabPage heading={periodTitle(code)} note={line}>
      {answer.isOpen ? null : <p className="tab-notice">{words.closed(answer.stage)}</p>}
      {mayDecide ? (
        <div className="evaluation-line">
          <label className="decide-meeting">
            {words.meeting}
            <Input value={meeting} placeholder={words.meetingHint} status={meetingFault === null ? '' : 'warning'} onChange={({ target }) => setMeeting(target.value)} style={{ width: 260 }} />
          </label>
          {commands}
        </div>
      ) : null}
      <div className="evaluation-line result-line">
        <span>{resultWords.places}</span>
        <PoolLine kind={kind} lines={lines} />
        {mayDecide ? null : commands}
      </div>
      <SheetGrid<DecisionRow>
        label={words.list}
        columns={columns}
        source={listSource({ rows, columns, key: ({ staffId }) => staffId, version: () => 1, revision, scope: `${period.id}:${pool}:${String(mayDecide)}`, name: ({ staffName }) => staffName })}
        search={words.search}
        {...(mayDecide ? { editing: { apply, refusal: refusalOf }, selectable: { selected, onChange: setSelected } } : {})}
        rowName={({ staffName }) => staffName}
        sentence={sentenceOf}
        empty={<Empty title={words.empty} />}
        tools={
          <>
            <FilterChips label={words.poolLabel} value={pool} onChange={setPool} chips={[{ key: everyPool, label: words.all, count: answer.rows.length }, ...answer.pools.map((one) => ({ key: one.pool ?? '', label: poolName(one.pool), count: one.people }))]} />
            {left > 0 ? <StateTag tone="accent">{words.left(left)}</StateTag> : <StateTag tone="good">{words.complete}</StateTag>}
          </>
        }
      />
      {asking === null ? null : (
        <ReasonDialog
          title={words.reasonTitle(asking.people.map(({ staffName }) => staffName).join(tabWords.listJoin))}
          confirm={words.reasonConfirm}
          label={words.reasonLabel}
          onClose={() => giveUp(asking)}
          onReason={(reason) => decideWithReason(asking, reason)}
        />
      )}
    </TabPage>
  )
}

function gradeCounts(kind: PeriodKind, rows: readonly DecisionRow[]): string {
  const counts = decidableGrades[kind].map((grade) => ({ grade, count: rows.filter(({ suggested }) => suggested === grade).length }))
  return counts.flatMap(({ grade, count }) => (count === 0 ? [] : [words.gradeCount(gradeName(kind, grade), count)])).join(tabWords.listJoin)
}
