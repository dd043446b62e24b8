import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { useNavigation } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { TabPage } from '../../frame/TabFrame.tsx'
import { Loaded } from '../../frame/Loaded.tsx'
import { ComparePage } from './ComparePage.tsx'
import { comparedPlans } from './plan-place.ts'
import { PlanList } from './PlanList.tsx'
import { PlanPage } from './PlanPage.tsx'
import { planWords } from './vocabulary.ts'

export interface PlansSectionProps {
  /** The plan that is open. */
  readonly id?: string
}

/** 方案: the list of plans, or one with all its constants. */
export function PlansSection({ id }: PlansSectionProps): ReactNode {
  const { orpc } = useApi()
  const { go } = useNavigation()
  const plans = useQuery(orpc.plans.list.queryOptions())
  return (
    <Loaded query={plans}>
      {(rows) => {
        if (id === undefined) return <PlanList plans={rows} />
        const compared = comparedPlans(id)
        if (compared !== null) return <ComparePage plans={rows} {...compared} />
        const row = rows.find((one) => one.id === id)
        if (row !== undefined) return <PlanPage key={row.id} row={row} />
        return (
          <TabPage body="scroll">
            <Empty title={planWords.notFound} action={<Button onClick={() => go({ tab: 'evaluation', section: 'plans' })}>{planWords.back}</Button>} />
          </TabPage>
        )
      }}
    </Loaded>
  )
}
