import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { usePeriod, type ChosenPeriod } from '../../../api/period.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { periodTitle } from '../dates.ts'
import { TabPage } from '../TabFrame.tsx'
import { Loaded } from '../../module/Loaded.tsx'
import { tabWords } from '../vocabulary.ts'
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
  const ballot = useQuery(orpc.scores.ballot.queryOptions({ input: { periodId: period.id } }))
  return (
    <Loaded query={ballot}>
      {(answer) => {
        if (answer.hasVoted) return <Unable period={period} title={ballotWords.voted} hint={ballotWords.votedHint} />
        if (!answer.isOpen) return <Unable period={period} title={ballotWords.notOpen} hint={ballotWords.notOpenHint} />
        if (answer.colleagues.length === 0) return <Unable period={period} title={ballotWords.nobody} hint={ballotWords.nobodyHint} />
        return <BallotForm period={period} ballot={answer} />
      }}
    </Loaded>
  )
}

interface UnableProps {
  readonly period?: ChosenPeriod
  readonly title: string
  readonly hint: string
}

function Unable({ period, title, hint }: UnableProps): ReactNode {
  return (
    <TabPage body="scroll" {...(period === undefined ? {} : { heading: periodTitle(period.code) })}>
      <Empty title={title} hint={hint} />
    </TabPage>
  )
}
