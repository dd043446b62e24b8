import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { groupBy } from '../../../../../shared/lib/group-by.ts'
import { useApi } from '../../../../api/api.ts'
import type { ChosenPeriod } from '../../../../api/period.ts'
import { Section } from '../../../../ui/Section.tsx'
import { Loaded } from '../../../../frame/Loaded.tsx'
import { useModulePlace } from '../../../../frame/use-modules.ts'
import type { BallotStateAnswer } from '../../../plans/api-types.ts'
import { AskButton } from '../../../../frame/AskButton.tsx'
import { momentText, shortDay } from '../../../../frame/dates.ts'
import { useCommand } from '../../../../frame/use-command.ts'
import { tabWords } from '../../vocabulary.ts'
import { deskWords } from './vocabulary.ts'

export interface BallotDeskProps {
  readonly period: ChosenPeriod
}

/** For 督考: how the voting goes, who has not voted, and the closing of it. */
export function BallotDesk({ period }: BallotDeskProps): ReactNode {
  const { orpc } = useApi()
  const state = useQuery(orpc.scores.ballotState.queryOptions({ input: { periodId: period.id } }))
  return <Loaded query={state}>{(answer) => <Desk period={period} state={answer} />}</Loaded>
}

function Desk({ period, state }: BallotDeskProps & { readonly state: BallotStateAnswer }): ReactNode {
  const { client } = useApi()
  const placeOf = useModulePlace()
  const { isBusy, run } = useCommand()
  const { openedOn, closedOn, isCleared, voters, notVoted, version } = state
  if (openedOn === null) return null
  const isOpen = closedOn === null && version !== null

  async function close(seen: number): Promise<void> {
    await run(async () => {
      const { backups } = await client.scores.closeBallots({ periodId: period.id, version: seen })
      return backups === null ? deskWords.notCleared : deskWords.closed(backups)
    })
  }

  return (
    <Section
      title={deskWords.title}
      note={closedOn === null ? deskWords.open(shortDay(openedOn), voters, notVoted.length) : deskWords.shut(shortDay(openedOn), shortDay(closedOn), voters - notVoted.length, voters)}
      actions={isOpen ? <AskButton label={deskWords.close} isQuiet isBusy={isBusy} question={deskWords.question} consequence={<Consequence state={state} />} onConfirm={() => close(version)} /> : undefined}
    >
      {closedOn === null || isCleared || version === null ? null : (
        <p className="tab-notice tab-notice-warn">
          {deskWords.notCleared}
          <Button size="small" loading={isBusy} onClick={() => void close(version)}>{deskWords.clear}</Button>
        </p>
      )}
      {!isOpen ? null : notVoted.length === 0 ? (
        <p className="cycle-done">{deskWords.all}</p>
      ) : (
        <dl className="cycle-names">
          {[...groupBy(notVoted, ({ moduleName }) => moduleName)].sort(([a], [b]) => placeOf(a) - placeOf(b)).map(([module, people]) => (
            <div key={module}>
              <dt>{deskWords.notVoted(module, people.length)}</dt>
              <dd>{people.map(({ staffName }) => staffName).join(tabWords.listJoin)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}

/** What is gone for good once it is closed. */
function Consequence({ state: { notVoted, backups, handedOut } }: { readonly state: BallotStateAnswer }): ReactNode {
  return (
    <div className="ballot-closing">
      <p>{deskWords.forGood(notVoted.length)}</p>
      {backups.length === 0 ? <p>{deskWords.noBackups}</p> : (
        <>
          <p>{deskWords.backups(backups.length)}</p>
          <ul>{backups.map(({ name, madeAt }) => <li key={name}>{deskWords.backup(name, momentText(madeAt))}</li>)}</ul>
        </>
      )}
      {handedOut.length === 0 ? null : (
        <>
          <p>{deskWords.handedOut(handedOut.length)}</p>
          <ul>{handedOut.map(({ at, by }) => <li key={at}>{deskWords.handedOutBy(by, momentText(at))}</li>)}</ul>
        </>
      )}
    </div>
  )
}
