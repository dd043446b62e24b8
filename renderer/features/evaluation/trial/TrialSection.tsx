import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { usePeriod, type ChosenPeriod } from '../../../api/period.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { tabWords } from '../vocabulary.ts'
import { TrialPage } from './TrialPage.tsx'
import { trialPageWords } from './vocabulary.ts'

/** 试算 of the quarter that the window works in. */
export function TrialSection(): ReactNode {
  const period = usePeriod()
  if (period === null) {
    return (
      <TabPage body="scroll">
        <Empty title={tabWords.noPeriod} hint={tabWords.noPeriodHint} action={<ToCycle />} />
      </TabPage>
    )
  }
  if (period.kind === 'year') {
    return (
      <TabPage heading={periodTitle(period.code)} body="scroll">
        <Empty title={trialPageWords.year} hint={trialPageWords.yearHint} />
      </TabPage>
    )
  }
  return <TrialOf key={period.id} period={period} />
}

function TrialOf({ period: { code } }: { readonly period: ChosenPeriod }): ReactNode {
  const { orpc } = useApi()
  const base = useQuery(orpc.trial.base.queryOptions({ input: { code } }))
  return (
    <Loaded query={base}>
      {(data) =>
        data.people === 0 ? (
          <TabPage heading={periodTitle(code)} body="scroll">
            <Empty title={trialPageWords.nobodyScored} hint={trialPageWords.nobodyScoredHint} />
          </TabPage>
        ) : (
          <TrialPage key={`${data.planId}-${data.frozenAt ?? ''}`} code={code} base={data} />
        )
      }
    </Loaded>
  )
}
