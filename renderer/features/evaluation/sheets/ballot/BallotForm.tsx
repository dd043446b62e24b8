import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import type { ChosenPeriod } from '../../../../api/period.ts'
import { KeyHint } from '../../../../ui/KeyHint.tsx'
import { useLeaveGuard } from '../../../../frame/use-leave-guard.ts'
import type { BallotAnswer } from '../../../plans/api-types.ts'
import { AskButton } from '../../../../frame/AskButton.tsx'
import { periodTitle } from '../../../../frame/dates.ts'
import { TabPage } from '../../../../frame/TabFrame.tsx'
import { useCommand } from '../../../../frame/use-command.ts'
import './ballot.css'
import { choiceOfKey, countsText, votesOf, type Choice, type Choices } from './ballot-choice.ts'
import { BallotRow } from './BallotRow.tsx'
import { ballotWords } from './vocabulary.ts'

export interface BallotFormProps {
  readonly period: ChosenPeriod
  readonly ballot: BallotAnswer
  /** Stands above it. */
  readonly above?: ReactNode
}

/** Colleagues × bands, cast once. Lives in the page alone: nothing is kept before it is cast. */
export function BallotForm({ period, ballot: { bands, colleagues }, above }: BallotFormProps): ReactNode {
  const { client } = useApi()
  const { isBusy, run } = useCommand()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [isCast, setCast] = useState(false)
  const rows = useRef<HTMLTableSectionElement>(null)
  const names = bands.map(({ band }) => band)
  const left = colleagues.length - choices.size
  useEffect(() => focusRow(rows.current, 0), [])
  useLeaveGuard(choices.size > 0 && !isCast)

  function choose(staffId: string, choice: Choice): void {
    setChoices((before) => new Map([...before, [staffId, choice]]))
  }

  function answerKey(event: KeyboardEvent, staffId: string, place: number): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const choice = choiceOfKey(event.key, names)
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' || choice !== null ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    if (choice !== null) choose(staffId, choice)
    focusRow(rows.current, Math.min(Math.max(place + step, 0), colleagues.length - 1))
  }

  async function cast(): Promise<void> {
    await run(async () => {
      await client.scores.castBallot({ periodId: period.id, votes: [...votesOf(choices)] })
      setCast(true)
      return ballotWords.castDone
    })
  }

  return (
    <TabPage
      heading={periodTitle(period.code)}
      note={left > 0 ? ballotWords.left(left) : ballotWords.progress(choices.size, colleagues.length)}
      actions={
        <>
          <Button disabled={choices.size === 0 || isBusy} onClick={() => setChoices(new Map())}>{ballotWords.clear}</Button>
          <Button disabled={left === 0 || isBusy} onClick={() => setChoices(new Map(colleagues.map(({ staffId }) => [staffId, choices.get(staffId) ?? { kind: 'abstain' }])))}>{ballotWords.restAbstain}</Button>
          <AskButton label={ballotWords.cast} disabled={left > 0} isBusy={isBusy} question={ballotWords.castQuestion} consequence={ballotWords.castConsequence(countsText(choices, names))} onConfirm={cast} />
        </>
      }
      body="scroll"
    >
      {above}
      <p className="ballot-note">
        {ballotWords.secret(names.join(ballotWords.bandJoin))}
        <br />
        {ballotWords.once}
      </p>
      <p className="ballot-keys">
        <KeyHint keys={names} label={ballotWords.keyBand} />
        <KeyHint keys={['0']} label={ballotWords.keyAbstain} />
        <KeyHint keys={['↑', '↓']} label={ballotWords.keyMove} />
      </p>
      <table className="ballot" aria-label={ballotWords.list}>
        <thead>
          <tr>
            <th scope="col">{ballotWords.name}</th>
            <th scope="col">{ballotWords.module}</th>
            <th scope="col">{ballotWords.post}</th>
            <th scope="col">{ballotWords.choice}</th>
          </tr>
        </thead>
        <tbody ref={rows}>
          {colleagues.map((colleague, place) => (
            <BallotRow
              key={colleague.staffId}
              colleague={colleague}
              bands={bands}
              choice={choices.get(colleague.staffId) ?? null}
              onChoose={(choice) => choose(colleague.staffId, choice)}
              onKey={(event) => answerKey(event, colleague.staffId, place)}
            />
          ))}
        </tbody>
      </table>
    </TabPage>
  )
}

/** The chosen mark of a row takes the focus, else its first one. */
function focusRow(body: HTMLTableSectionElement | null, place: number): void {
  const row = body?.rows[place]
  const mark = row?.querySelector<HTMLInputElement>('input:checked') ?? row?.querySelector<HTMLInputElement>('input')
  mark?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
