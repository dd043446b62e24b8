import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { PartLine } from '../../../frame/PartLine.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { tabWords } from '../vocabulary.ts'
import { OwnSummary } from './OwnSummary.tsx'
import { SummaryList } from './SummaryList.tsx'
import { summaryPartNames, summaryWords } from './vocabulary.ts'

export interface SummariesSectionProps {
  /** Which part is open: `own`, `people`. */
  readonly id?: string
}

/** 个人小结: one's own, and whose have been handed in. */
export function SummariesSection({ id }: SummariesSectionProps): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { go } = useNavigation()
  const chosen = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  const offered = (['own', 'people'] as const).filter((part) => (part === 'own' ? me.capabilities.includes('self.work') && me.staffId !== null : me.capabilities.includes('summary.read')))
  const part = offered.find((one) => one === id) ?? (me.capabilities.includes('period.run') ? offered.at(-1) : offered[0])
  const parts = <PartLine label={summaryWords.title} parts={offered.map((key) => ({ key, label: summaryPartNames[key] }))} current={part ?? 'own'} onOpen={(key) => go({ tab: 'evaluation', section: 'summaries', id: key })} />
  return (
    <Loaded query={periods}>
      {(rows) => {
        const period = rows.find((row) => row.id === chosen?.id)
        if (period === undefined || part === undefined) return <TabPage note={parts} body="scroll"><Empty title={tabWords.noPeriod} hint={tabWords.noPeriodHint} /></TabPage>
        return part === 'own' ? <OwnSummary key={period.id} period={period} parts={parts} /> : <SummaryList key={period.id} period={period} parts={parts} />
      }}
    </Loaded>
  )
}
