import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import { usePeriod, type ChosenPeriod } from '../../../../api/period.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { Loaded } from '../../../../frame/Loaded.tsx'
import { BasisNote } from '../../BasisNote.tsx'
import { periodTitle } from '../../../../frame/dates.ts'
import { TabPage } from '../../../../frame/TabFrame.tsx'
import { ToCycle } from '../../ToCycle.tsx'
import { tabWords } from '../../vocabulary.ts'
import { FairnessBody } from './FairnessBody.tsx'
import { fairnessWords } from './vocabulary.ts'

/** 公平性 of the quarter that the window works in. */
export function FairnessSection(): ReactNode {
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
        <Empty title={fairnessWords.year} hint={fairnessWords.yearHint} />
      </TabPage>
    )
  }
  return <FairnessOf key={period.id} period={period} />
}

function FairnessOf({ period: { code } }: { readonly period: ChosenPeriod }): ReactNode {
  const { orpc } = useApi()
  const fairness = useQuery(orpc.fairness.of.queryOptions({ input: { code } }))
  return (
    <TabPage heading={periodTitle(code)} note={fairness.data === undefined ? null : <BasisNote {...fairness.data} />} body="scroll">
      <Loaded query={fairness}>{(data) => <FairnessBody data={data} />}</Loaded>
    </TabPage>
  )
}
