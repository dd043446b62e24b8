import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { sheetCount } from '../../../../../shared/domain/plans/scorer-rules.ts'
import { useApi } from '../../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../../api/failure.ts'
import { useNavigation } from '../../../../api/place.ts'
import { SheetGrid } from '../../../../grid/SheetGrid.tsx'
import type { SheetHandle } from '../../../../grid/types.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { KeyHint } from '../../../../ui/KeyHint.tsx'
import { StateTag } from '../../../../ui/StateTag.tsx'
import { listSource } from '../../../../frame/list-source.ts'
import { useLeaveGuard } from '../../../../frame/use-leave-guard.ts'
import { Loaded } from '../../../../frame/Loaded.tsx'
import type { BallotAnswer, PeriodRow, SheetRow } from '../../../plans/api-types.ts'
import { AskButton } from '../../../../frame/AskButton.tsx'
import { countsText, votesOf, type Choice, type Choices } from '../ballot/ballot-choice.ts'
import { periodTitle } from '../../../../frame/dates.ts'
import { submitSheet } from '../entry-writer.ts'
import { SheetCounters } from '../SheetCounters.tsx'
import { sheetTitle } from '../sheet-title.ts'
import { useFirstFocus } from '../use-first-focus.ts'
import { sheetWords } from '../vocabulary.ts'
import { TabPage } from '../../../../frame/TabFrame.tsx'
import { useCommand } from '../../../../frame/use-command.ts'
import { deskColumns, keysOf } from './desk-columns.tsx'
import { deskOf, deskRows, itemsOf, readinessOf, votesLeft, type Desk, type DeskRow } from './desk-rows.ts'
import { useDeskWriter } from './use-desk-writer.ts'
import { deskWords } from './vocabulary.ts'

export interface DeskPageProps {
  readonly period: PeriodRow
  readonly sheets: readonly SheetRow[]
  /** When the sheets were loaded, in ms. */
  readonly updatedAt: number
}

/** 一屏评分: everybody the caller has to score, with all he has to give, on one grid: his sheets and his ballot. */
export function DeskPage({ period, sheets, updatedAt }: DeskPageProps): ReactNode {
  const { orpc } = useApi()
  const ballot = useQuery(orpc.scores.ballot.queryOptions({ input: { periodId: period.id } }))
  return <Loaded query={ballot}>{(answer) => <OfDesk period={period} desk={deskOf(sheets, answer)} ballot={answer} updatedAt={updatedAt} />}</Loaded>
}

interface OfDeskProps {
  readonly period: PeriodRow
  readonly desk: Desk
  readonly ballot: BallotAnswer
  readonly updatedAt: number
}

function OfDesk({ period, desk, ballot, updatedAt }: OfDeskProps): ReactNode {
  const { go } = useNavigation()
  const { client } = useApi()
  const { isBusy, run } = useCommand()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [turns, setTurns] = useState<ReadonlyMap<string, number>>(new Map())
  const [active, setActive] = useState<DeskRow | null>(null)
  const handle = useRef<SheetHandle>(null)
  const bands = useMemo(() => ballot.bands.map(({ band }) => band), [ballot.bands])
  const rows = useMemo(() => deskRows(desk, choices), [desk, choices])
  const writer = useDeskWriter({ rows, updatedAt, bands }, choose)
  useFirstFocus(handle)
  const [isCast, setCast] = useState(false)
  const [isOver, setOver] = useState(false)
  useLeaveGuard(choices.size > 0 && !isCast)
  const toList = () => go({ tab: 'evaluation', section: 'sheets' })
  // Once the page no longer holds the window.
  useEffect(() => {
    if (isOver) go({ tab: 'evaluation', section: 'sheets' })
  }, [isOver, go])

  function choose(staffId: string, choice: Choice | null): void {
    setChoices((before) => new Map([...[...before].filter(([id]) => id !== staffId), ...(choice === null ? [] : [[staffId, choice] as const])]))
    setTurns((before) => new Map(before).set(staffId, (before.get(staffId) ?? 0) + 1))
  }

  const frame = { heading: deskWords.heading(periodTitle(period.code)), back: <Button onClick={toList}>{sheetWords.back}</Button> }
  if (itemsOf(desk) === 0) {
    return (
      <TabPage heading={frame.heading} actions={frame.back} body="scroll">
        <Empty title={deskWords.empty} hint={deskWords.emptyHint} />
      </TabPage>
    )
  }

  const readiness = desk.sheets.map(readinessOf)
  const ready = readiness.filter(({ isReady }) => isReady)
  const left = votesLeft(desk, choices)
  const castsBallot = desk.ballot !== null && left === 0
  const done = ready.length + (castsBallot ? 1 : 0)

  async function submit(): Promise<void> {
    const isDone = await run(async () => {
      for (const { sheet } of ready) {
        await submitSheet(client, sheet, writer.versionOf(sheet)).catch((error: unknown) => {
          throw new Error(deskWords.failed(sheetTitle(sheet), sentenceOf(error)), { cause: error })
        })
      }
      if (castsBallot) {
        await client.scores.castBallot({ periodId: period.id, votes: [...votesOf(choices)] })
        setCast(true)
      }
      return done === itemsOf(desk) ? deskWords.allDone : deskWords.someDone(done)
    })
    setOver(isDone && done === itemsOf(desk))
  }

  const columns = deskColumns({ rows, bands: desk.ballot === null ? null : bands })
  const source = listSource<DeskRow>({
    rows,
    columns,
    key: ({ key }) => key,
    version: ({ head, leader, staffId }) => 1 + (head?.entry.version ?? 0) + (leader?.entry.version ?? 0) + (turns.get(staffId) ?? 0),
    revision: `${String(updatedAt)} ${String([...turns.values()].reduce((sum, turn) => sum + turn, 0))}`,
    scope: desk.sheets.map(({ id }) => id).join(' '),
    name: ({ staffName }) => staffName,
  })
  return (
    <TabPage
      heading={frame.heading}
      actions={
        <>
          {frame.back}
          <AskButton label={deskWords.submit} hotkey isBusy={isBusy} mayConfirm={done > 0} question={deskWords.question} consequence={<Consequence readiness={readiness} ballot={desk.ballot === null ? null : { left, choices, bands }} />} onConfirm={submit} />
        </>
      }
    >
      {desk.ballot === null ? null : <p className="tab-notice">{deskWords.secret}</p>}
      <SheetGrid<DeskRow>
        label={deskWords.grid}
        columns={columns}
        source={source}
        editing={{ apply: writer.apply, refusal: refusalOf }}
        rowName={({ staffName }) => staffName}
        sentence={sentenceOf}
        handle={handle}
        onActive={setActive}
        tools={
          <>
            {[active?.head, active?.leader].flatMap((on) => (on ? [<SheetCounter key={on.sheet.id} sheet={desk.sheets.find(({ id }) => id === on.sheet.id) ?? on.sheet} />] : []))}
            {desk.ballot === null ? null : <span className="scoring-count"><StateTag tone={left > 0 ? 'accent' : 'good'}>{left > 0 ? deskWords.left(deskWords.ballot, left) : deskWords.done(deskWords.ballot)}</StateTag></span>}
            <span className="scoring-how">
              {deskWords.how(keysOf(rows, desk.ballot === null ? null : bands))}
              <KeyHint keys={['Ctrl', 'Enter']} label={deskWords.submitKey} />
            </span>
          </>
        }
      />
    </TabPage>
  )
}

/** The sheet that the selected person stands on: what has been given there and what is left. */
function SheetCounter({ sheet }: { readonly sheet: SheetRow }): ReactNode {
  return (
    <span className="scoring-count">
      <span className="scoring-of">{sheetTitle(sheet)}</span>
      <SheetCounters count={sheetCount(sheet.entries, sheet.scale, sheet.rules)} entries={sheet.entries} />
    </span>
  )
}

interface ConsequenceProps {
  readonly readiness: readonly ReturnType<typeof readinessOf>[]
  readonly ballot: { readonly left: number; readonly choices: Choices; readonly bands: readonly string[] } | null
}

/** What is handed in now, and what waits. */
function Consequence({ readiness, ballot }: ConsequenceProps): ReactNode {
  const hasReady = readiness.some(({ isReady }) => isReady) || ballot?.left === 0
  return (
    <div className="ballot-closing">
      {hasReady ? null : <p>{deskWords.nothingReady}</p>}
      <ul>
        {readiness.map(({ sheet, left, isReady }) => <li key={sheet.id}>{isReady ? deskWords.ready(sheetTitle(sheet), sheet.entries.length) : deskWords.waiting(sheetTitle(sheet), left)}</li>)}
        {ballot === null ? null : <li>{ballot.left === 0 ? deskWords.readyBallot(countsText(ballot.choices, ballot.bands)) : deskWords.waiting(deskWords.ballot, ballot.left)}</li>}
      </ul>
      {hasReady ? <p>{deskWords.locks}</p> : null}
    </div>
  )
}
