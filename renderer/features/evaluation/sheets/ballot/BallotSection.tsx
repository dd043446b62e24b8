import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../../api/api.ts'
import { usePeriod, type ChosenPeriod } from '../../../../api/period.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { periodTitle, shortDay } from '../../../../frame/dates.ts'
import { TabPage } from '../../../../frame/TabFrame.tsx'
import { Loaded } from '../../../../frame/Loaded.tsx'
import { tabWords } from '../../vocabulary.ts'
import { BallotDesk } from './BallotDesk.tsx'
import { BallotForm } from './BallotForm.tsx'
import { ballotWords } from './vocabulary.ts'

/** 互评: the caller's own ballot of the chosen quarter. */
export function BallotSection(): ReactNode {
  const period = usePeriod()
  if (period === null) return <Unable title={tabWords.noPeriod} hint={tabWords.noPeriodHint} />
  if (period.kind === 'year') return <Unable period={period} title={tabWords.quarterOnly(ballotWords.title)} hint={tabWords.quarterOnlyHint} />
  return <BallotOf key={period.id} period={period} />
}

function BallotOf({ period }: { readonly period: ChosenPeriod }): ReactNode {
  const { orpc } = useApi()
  const above = useMe().capabilities.includes('period.run') ? <BallotDesk period={period} /> : null
  const ballot = useQuery(orpc.scores.ballot.queryOptions({ input: { periodId: period.id } }))
  return (
    <Loaded query={ballot}>
      {(answer) => {
        const unable = { period, above }
        if (answer.hasVoted) return <Unable {...unable} title={ballotWords.voted} hint={ballotWords.votedHint} />
        if (answer.closedOn !== null) return <Unable {...unable} title={ballotWords.closed} hint={ballotWords.closedHint(shortDay(answer.closedOn))} />
        if (answer.colleagues.length === 0) return <Unable {...unable} title={ballotWords.nobody} hint={ballotWords.nobodyHint} />
        if (!answer.isOpen) return <Unable {...unable} title={ballotWords.notOpen} hint={ballotWords.notOpenHint} />
        return <BallotForm period={period} ballot={answer} above={above} />
      }}
    </Loaded>
  )
}

interface UnableProps {
  readonly period?: ChosenPeriod
  readonly title: string
  readonly hint: string
  readonly above?: ReactNode
}

function Unable({ period, title, hint, above }: UnableProps): ReactNode {
  return (
    <TabPage body="scroll" {...(period === undefined ? {} : { heading: periodTitle(period.code) })}>
      {above}
      <Empty title={title} hint={hint} />
    </TabPage>
  )
}
